import type { Attempt } from '$lib/domain/quiz';
import type { EpochMs } from '$lib/domain/units';
import { parseAttempt } from './attempt-parser';
import type { KeyValueStore } from './journal';
import { hasOnly, isFields, isWhole } from './shape';

const PREFIX = 'backstory.attempt.';

/** A running attempt that the database would not take, as in a tab that a newer version has shut out. */
export type LateAttempt = {
	readonly attempt: Attempt;
	/** `lastAt` of the stored attempt that this one goes on from. */
	readonly basedOn: EpochMs;
};

/** Writes a running attempt down for whoever opens it next. A store that is missing, full or denied takes nothing. */
export function leaveAttempt(store: KeyValueStore | null, { attempt, basedOn }: LateAttempt): void {
	try {
		store?.setItem(PREFIX + attempt.id, JSON.stringify({ format: 1, basedOn, attempt }));
	} catch {
		// There is no other place to write to, and the screen says already that nothing is saved.
	}
}

/** @returns what was written down of an attempt; null for nothing, or what is none */
export function readLateAttempt(store: KeyValueStore | null, id: string): LateAttempt | null {
	try {
		const entry: unknown = JSON.parse(store?.getItem(PREFIX + id) ?? 'null');
		if (!isFields(entry) || entry['format'] !== 1 || !hasOnly(entry, ['format', 'basedOn', 'attempt'])) return null;
		const { basedOn } = entry;
		const attempt = parseAttempt(entry['attempt']);
		return attempt?.id === id && attempt.finishedAt === null && isWhole(basedOn) ? { attempt, basedOn } : null;
	} catch {
		// Denied, or junk.
		return null;
	}
}

/** Strikes out what was written down of an attempt: the database has it, or has something that holds. */
export function dropLateAttempt(store: KeyValueStore | null, id: string): void {
	try {
		store?.removeItem(PREFIX + id);
	} catch {
		// What is denied keeps nothing.
	}
}
