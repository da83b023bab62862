import type { Result } from '$lib/domain/result';
import { applyCardWrites, cardTables } from './card-write';
import type { CardWrite } from './card-write';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readHistories } from './log-reader';
import type { HistoryFold } from './new-event';
import type { StorageError } from './storage-error';

/**
 * Teaches the answers of an attempt whose key came only after it was stored as finished. An attempt that has taught
 * its cards before teaches nothing more, however often its key comes.
 * @param writes the quiz answers, by card
 * @returns whether anything was stored; any storage error
 */
export function teachAttempt(
	db: BackstoryDatabase,
	attempt: string,
	writes: readonly CardWrite[],
	fold: HistoryFold
): Promise<Result<boolean, StorageError>> {
	return inTransaction(db, 'rw', cardTables(db), async () => {
		const histories = await readHistories(
			db,
			writes.map(({ card }) => card)
		);
		const isTaught = [...histories.values()]
			.flat()
			.some((event) => event.kind === 'quiz-answer' && event.attempt === attempt);
		if (isTaught || writes.length === 0) return false;
		await applyCardWrites(db, writes, fold);
		return true;
	});
}
