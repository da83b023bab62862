import type { CardId } from '$lib/domain/card';
import type { Result } from '$lib/domain/result';
import { applyCardWrites, cardTables } from './card-write';
import type { CardWrite } from './card-write';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readHistories } from './log-reader';
import type { HistoryFold } from './new-event';
import type { StorageError } from './storage-error';

/**
 * @param cards that its answers would teach
 * @returns whether the attempt has something to teach and has not taught it yet; any storage error
 */
export function awaitsTeaching(
	db: BackstoryDatabase,
	attempt: string,
	cards: readonly CardId[]
): Promise<Result<boolean, StorageError>> {
	return inTransaction(
		db,
		'r',
		cardTables(db),
		async () => cards.length > 0 && !hasTaught(attempt, await readHistories(db, cards))
	);
}

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
		if (writes.length === 0 || hasTaught(attempt, histories)) return false;
		await applyCardWrites(db, writes, fold);
		return true;
	});
}

function hasTaught(attempt: string, histories: Awaited<ReturnType<typeof readHistories>>): boolean {
	return [...histories.values()].flat().some((event) => event.kind === 'quiz-answer' && event.attempt === attempt);
}
