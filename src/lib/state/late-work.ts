const PREFIX = 'backstory.work.';

/** Work whose screen was left before the database had it, with the id that it gets there. */
export type LateWork = { readonly id: string; readonly text: string };

/** Hands work over to the screen that comes next in this tab, be it after a reload. */
export function leaveLate(name: string, work: LateWork): void {
	try {
		sessionStorage.setItem(PREFIX + name, JSON.stringify(work));
	} catch {
		// Storage is denied or full: what was last stored in the database is what there is.
	}
}

/** @returns what the screen before this one left, once; null when it left nothing */
export function takeLate(name: string): LateWork | null {
	try {
		const work: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null');
		sessionStorage.removeItem(PREFIX + name);
		if (typeof work !== 'object' || work === null || !('id' in work) || !('text' in work)) return null;
		const { id, text } = work;
		return typeof text === 'string' && typeof id === 'string' ? { id, text } : null;
	} catch {
		return null;
	}
}
