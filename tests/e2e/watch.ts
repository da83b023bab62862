import type { BrowserContext } from 'playwright/test';

/**
 * Collects what no screen may ever do: write errors or warnings to the console, throw, break the content security policy
 * or Trusted Types, ask another origin for anything.
 */
export class Watch {
	readonly #origins = new Set<string>();
	readonly #tolerated: RegExp[] = [];
	readonly #seen: string[] = [];

	/** What was seen and not announced. */
	get problems(): readonly string[] {
		return this.#seen.filter((text) => !this.#tolerated.some((pattern) => pattern.test(text)));
	}

	/** Announces a message that this test brings about on purpose. */
	tolerate(pattern: RegExp): void {
		this.#tolerated.push(pattern);
	}

	allowOrigin(origin: string): void {
		this.#origins.add(origin);
	}

	async over(context: BrowserContext): Promise<void> {
		context.on('console', (message) => {
			const isGrave = message.type() === 'error' || message.type() === 'warning';
			if (isGrave) {
				this.#seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
			}
		});
		context.on('weberror', (error) =>
			this.#seen.push(`page error: ${error.error().message} ${error.error().stack ?? ''}`)
		);
		context.on('request', (request) => {
			const { protocol, origin } = new URL(request.url());
			const isOwn = protocol === 'data:' || protocol === 'blob:' || this.#origins.has(origin);
			if (!isOwn) this.#seen.push(`foreign request: ${request.url()}`);
		});
		await context.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', (violation) => {
				console.error(`policy violation: ${violation.violatedDirective} ${violation.blockedURI} ${violation.sample}`);
			});
		});
	}
}
