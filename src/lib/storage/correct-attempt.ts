import type { Attempt } from '$lib/domain/quiz';
import type { Result } from '$lib/domain/result';
import { parseAttempt } from './attempt-parser';
import { toAttemptRow } from './attempt-store';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import type { StorageError } from './storage-error';

/**
 * Stores what a learner says of a finished attempt that changes neither its marks nor memory: no event is written.
 * @param correct gives the attempt with what is said; from the stored one, whatever the screen has
 * @returns the attempt as stored, or null when it is gone; any storage error
 */
export function correctAttempt(
	db: BackstoryDatabase,
	id: string,
	correct: (stored: Attempt) => Attempt
): Promise<Result<Attempt | null, StorageError>> {
	return inTransaction(db, 'rw', [db.attempts], async () => {
		const stored = parseAttempt(await db.attempts.get(id));
		if (stored === null) return null;
		const corrected = correct(stored);
		await db.attempts.put(toAttemptRow(corrected));
		return corrected;
	});
}
