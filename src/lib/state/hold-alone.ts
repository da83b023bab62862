/**
 * Holds a name that only one tab can hold. It goes with the tab, however that ends. Where the browser has no locks, as on an
 * address without encryption, every tab may hold every name: whoever writes looks what is there.
 * @param waitMs how long to wait for whoever holds it; 0 for not at all
 * @returns what lets the name go; null while another holds it
 */
export function holdAlone(name: string, waitMs: number): Promise<(() => void) | null> {
	if (!('locks' in navigator)) return Promise.resolve(() => undefined);
	return new Promise((resolve) => {
		const how = waitMs === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(waitMs) };
		navigator.locks
			.request(name, how, (lock) => {
				if (lock !== null) return new Promise<void>((release) => resolve(release));
				resolve(null);
				return undefined;
			})
			// Waited in vain, or a document that locks are denied to: it is not held.
			.catch(() => resolve(null));
	});
}
