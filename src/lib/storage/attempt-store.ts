import type { Attempt } from '$lib/domain/quiz';
import type { Result } from '$lib/domain/result';
import { parseAttempt } from './attempt-parser';
import { applyCardWrites, cardTables } from './card-write';
import type { CardWrite } from './card-write';
import { inTransaction, withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import type { Fold } from './new-event';
import type { AttemptRow } from './rows';
import type { StorageError } from './storage-error';

/**
 * Saves a running attempt as it stands. Repeating it is harmless, and an attempt that is already finished stays so,
 * whatever another tab still says.
 * @returns the attempt as stored; any storage error
 */
export function saveAttempt(db: BackstoryDatabase, attempt: Attempt): Promise<Result<Attempt, StorageError>> {
	return inTransaction(db, 'rw', [db.attempts], async () => {
		const stored = parseAttempt(await db.attempts.get(attempt.id));
		if (stored !== null && stored.finishedAt !== null) return stored;
		await db.attempts.put(toAttemptRow(attempt));
		return attempt;
	});
}

/**
 * Saves a finished attempt with its answers' events and cards, all or nothing. The first to finish an attempt counts:
 * when a second tab does too, nothing more is written.
 * @param writes the quiz answers, by card
 * @returns the attempt as stored; any storage error
 * @throws when the attempt is not finished: that is a bug
 */
export function finishAttempt(
	db: BackstoryDatabase,
	attempt: Attempt,
	writes: readonly CardWrite[],
	fold: Fold
): Promise<Result<Attempt, StorageError>> {
	if (attempt.finishedAt === null) throw new Error('A running attempt cannot be stored as finished');
	return inTransaction(db, 'rw', [db.attempts, ...cardTables(db)], async () => {
		const stored = parseAttempt(await db.attempts.get(attempt.id));
		if (stored !== null && stored.finishedAt !== null) return stored;
		await db.attempts.put(toAttemptRow(attempt));
		await applyCardWrites(db, writes, fold);
		return attempt;
	});
}

/** Lists finished attempts, latest first. @returns at most `limit`; any storage error */
export function listAttempts(db: BackstoryDatabase, limit: number): Promise<Result<Attempt[], StorageError>> {
	return withReconnect(db, async () => {
		const rows = await db.attempts.orderBy('finishedAt').reverse().limit(limit).toArray();
		return rows.map(parseAttempt).filter((attempt) => attempt !== null);
	});
}

/** Finds the attempt that was begun last and not finished. @returns null when there is none; any storage error */
export function openAttempt(db: BackstoryDatabase): Promise<Result<Attempt | null, StorageError>> {
	return withReconnect(db, async () => {
		const rows = await db.attempts.orderBy('openSince').reverse().toArray();
		return rows.map(parseAttempt).find((attempt) => attempt !== null) ?? null;
	});
}

/** Loads one attempt. @returns null when there is none; any storage error */
export function loadAttempt(db: BackstoryDatabase, id: string): Promise<Result<Attempt | null, StorageError>> {
	return withReconnect(db, async () => parseAttempt(await db.attempts.get(id)));
}

/** Deletes an attempt. What it taught stays in the log. @returns any storage error */
export function deleteAttempt(db: BackstoryDatabase, id: string): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.attempts.delete(id);
		return null;
	});
}

/** @returns the row that an attempt is stored as */
export function toAttemptRow(attempt: Attempt): AttemptRow {
	return attempt.finishedAt === null ? { ...attempt, openSince: attempt.startedAt } : attempt;
}
