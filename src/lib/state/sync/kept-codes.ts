const KEY = 'backstory.codes';

/** Codes that were read before the page was closed. They last as long as the tab. */
export function keptCodes(): string[] {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
	} catch {
		// Storage is denied or holds junk: reading begins anew.
		return [];
	}
}

/** Keeps codes in case the page is closed before all are read. */
export function keepCodes(codes: readonly string[]): void {
	try {
		if (codes.length === 0) sessionStorage.removeItem(KEY);
		else sessionStorage.setItem(KEY, JSON.stringify(codes));
	} catch {
		// Without it, reading begins anew after a reload.
		return;
	}
}
