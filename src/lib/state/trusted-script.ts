/** The part of Trusted Types that is used here; not every browser has it. */
type ScriptPolicy = { createScriptURL: (url: string) => unknown };
type PolicyFactory = {
	createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptPolicy;
};

let policy: ScriptPolicy | undefined;

/**
 * Marks the address of a worker of this site as one that may run: the content security policy lets no other text be a script.
 * @throws for an address of another site
 */
export function trustedScript(url: string): string {
	if (new URL(url, location.href).origin !== location.origin) throw new Error('Scripts come from this site alone');
	const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
	policy ??= factory?.createPolicy('backstory', { createScriptURL: (value) => value });
	return (policy?.createScriptURL(url) ?? url) as string;
}

/** Starts a worker of this site. @param url as Vite gives it for an import that ends in `?worker&url` */
export function startWorker(url: string): Worker {
	return new Worker(trustedScript(url), { type: 'module' });
}
