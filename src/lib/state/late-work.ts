import type { EpochMs } from '$lib/domain/units';
import { isFields, isWhole, parseList } from '$lib/storage/shape';

const PREFIX = 'backstory.work.';

/** Work whose screen was left before the database had it, with the id that it gets there. */
export type LateWork = {
	readonly id: string;
	readonly text: string;
	/** Of when the database may have it: its screen could not tell any more. */
	readonly writtenAt: readonly EpochMs[];
};

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
		if (!isFields(work) || typeof work['id'] !== 'string' || typeof work['text'] !== 'string') return null;
		const writtenAt = parseList(work['writtenAt'], 1000, (at) => (isWhole(at) ? at : null));
		return writtenAt === null ? null : { id: work['id'], text: work['text'], writtenAt };
	} catch {
		return null;
	}
}
