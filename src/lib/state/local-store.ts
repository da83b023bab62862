import type { KeyValueStore } from '$lib/storage/journal';

/** localStorage, unless the browser denies it. */
export function localStore(): KeyValueStore | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}
