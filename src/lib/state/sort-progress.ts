import type { KeyValueStore } from '$lib/storage/journal';

const KEY = 'backstory.sort';
const VERSION = 1;

/** @returns the ids of the statements sorted so far; none when nothing is stored, or nothing that can be read */
export function readSeen(store: KeyValueStore | null): ReadonlySet<string> {
	try {
		const stored: unknown = JSON.parse(store?.getItem(KEY) ?? 'null');
		if (typeof stored !== 'object' || stored === null) return new Set();
		const { version, seen } = stored as { version?: unknown; seen?: unknown };
		if (version !== VERSION || !Array.isArray(seen)) return new Set();
		return new Set(seen.filter((id) => typeof id === 'string'));
	} catch {
		// Storage is denied or holds junk: everything counts as unseen.
		return new Set();
	}
}

/** Remembers what was sorted. Where the browser keeps nothing, a later visit may meet the same statements again. */
export function writeSeen(store: KeyValueStore | null, seen: ReadonlySet<string>): void {
	try {
		store?.setItem(KEY, JSON.stringify({ version: VERSION, seen: [...seen] }));
	} catch {
		// Denied or full: progress then lasts as long as the page.
	}
}
