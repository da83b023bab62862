import { giveMissReason } from '$lib/domain/miss-reason';
import type { Attempt, MissReason } from '$lib/domain/quiz';
import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { parseAttempt } from './attempt-parser';
import { toAttemptRow } from './attempt-store';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import type { StorageError } from './storage-error';

/** Why one question of a finished attempt was missed; null takes an earlier reason back. */
export type GivenReason = {
	readonly attempt: string;
	/** Index of the question on the paper. */
	readonly question: number;
	readonly reason: MissReason | null;
	readonly at: EpochMs;
};

/**
 * Stores why a question was missed. No event is written: memory already knows that it was.
 * @returns the attempt as stored, or null when it is gone; any storage error
 */
export function storeMissReason(
	db: BackstoryDatabase,
	{ attempt, question, reason, at }: GivenReason
): Promise<Result<Attempt | null, StorageError>> {
	return inTransaction(db, 'rw', [db.attempts], async () => {
		const stored = parseAttempt(await db.attempts.get(attempt));
		if (stored === null) return null;
		const given = giveMissReason(stored, question, reason, at);
		await db.attempts.put(toAttemptRow(given));
		return given;
	});
}
