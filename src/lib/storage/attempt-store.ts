import { overruleAnswer } from '$lib/domain/attempt';
import { effectiveEvents } from '$lib/domain/effective-events';
import type { Attempt } from '$lib/domain/quiz';
import type { QuizAnswer } from '$lib/domain/quiz-answers';
import type { Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { parseAttempt } from './attempt-parser';
import { applyCardWrites, cardTables } from './card-write';
import type { CardWrite } from './card-write';
import { inTransaction, withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { readHistories } from './log-reader';
import type { HistoryFold, NewEvent } from './new-event';
import type { AttemptRow } from './rows';
import type { StorageError } from './storage-error';

/**
 * Saves a running attempt as it stands. Repeating it is harmless, and an attempt that is already finished stays so,
 * whatever another tab still says.
 * @param basedOn `lastAt` of the stored attempt that this one goes on from, where nothing may be lost that another tab has
 * stored since: then the other tab's holds
 * @returns the very same attempt when it was stored, else the one that holds; any storage error
 */
export function saveAttempt(
	db: BackstoryDatabase,
	attempt: Attempt,
	basedOn?: EpochMs
): Promise<Result<Attempt, StorageError>> {
	return inTransaction(db, 'rw', [db.attempts], async () => {
		const stored = parseAttempt(await db.attempts.get(attempt.id));
		if (stored !== null && holds(stored, basedOn)) return stored;
		await db.attempts.put(toAttemptRow(attempt));
		return attempt;
	});
}

/**
 * Saves a finished attempt with its answers' events and cards, all or nothing. The first to finish an attempt counts:
 * when a second tab does too, nothing more is written.
 * @param writes the quiz answers, by card
 * @param basedOn as for `saveAttempt`
 * @returns the very same attempt when it was stored, else the one that holds, which may be running; any storage error
 * @throws when the attempt is not finished: that is a bug
 */
export function finishAttempt(
	db: BackstoryDatabase,
	attempt: Attempt,
	writes: readonly CardWrite[],
	fold: HistoryFold,
	basedOn?: EpochMs
): Promise<Result<Attempt, StorageError>> {
	if (attempt.finishedAt === null) throw new Error('A running attempt cannot be stored as finished');
	return inTransaction(db, 'rw', [db.attempts, ...cardTables(db)], async () => {
		const stored = parseAttempt(await db.attempts.get(attempt.id));
		if (stored !== null && holds(stored, basedOn)) return stored;
		await db.attempts.put(toAttemptRow(attempt));
		await applyCardWrites(db, writes, fold);
		return attempt;
	});
}

/** Every change sets `lastAt`, so another one there means that another tab has stored something. */
function holds(stored: Attempt, basedOn: EpochMs | undefined): boolean {
	return stored.finishedAt !== null || (basedOn !== undefined && stored.lastAt !== basedOn);
}

/** The learner's word on one answer of a finished attempt. */
export type Ruling = {
	readonly attempt: string;
	/** Index of the question on the paper. */
	readonly question: number;
	/** False takes an earlier ruling back. */
	readonly overruled: boolean;
	/** What the question says of its cards with this ruling. */
	readonly answers: readonly QuizAnswer[];
	readonly at: EpochMs;
	readonly day: StudyDay;
};

/**
 * Stores a ruling and corrects what the answer taught: its quiz-answer events are voided and stored anew, at the time and
 * on the study day of the answer, with what now holds. All or nothing; what says so already stays as it is.
 * @param newId ids of the new events
 * @returns the attempt as stored, or null when it is gone; any storage error
 */
export function storeRuling(
	db: BackstoryDatabase,
	ruling: Ruling,
	newId: (at: EpochMs) => string,
	fold: HistoryFold
): Promise<Result<Attempt | null, StorageError>> {
	return inTransaction(db, 'rw', [db.attempts, ...cardTables(db)], async () => {
		const stored = parseAttempt(await db.attempts.get(ruling.attempt));
		if (stored === null) return null;
		const ruled = overruleAnswer(stored, ruling.question, ruling.overruled, ruling.at);
		await db.attempts.put(toAttemptRow(ruled));
		const writes = await Promise.all(
			ruling.answers.map(async (answer) => ({
				card: answer.card,
				events: await correctionsOf(db, ruling, answer, newId),
				step: null
			}))
		);
		await applyCardWrites(db, writes, fold);
		return ruled;
	});
}

async function correctionsOf(
	db: BackstoryDatabase,
	{ attempt, at, day }: Ruling,
	{ card, correct }: QuizAnswer,
	newId: (at: EpochMs) => string
): Promise<NewEvent[]> {
	const answers = effectiveEvents((await readHistories(db, [card])).get(card) ?? []).filter(
		(event) => event.kind === 'quiz-answer' && event.attempt === attempt
	);
	return answers.flatMap((event) => {
		if (event.kind !== 'quiz-answer' || event.correct === correct) return [];
		const { kind, guess, answered, tookMs } = event;
		const told = { kind, attempt, card, at: event.at, day: event.day, guess, answered, tookMs };
		return [
			{ id: newId(at), at, day, kind: 'void', card, voids: event.id },
			{ ...told, id: newId(event.at), correct }
		];
	});
}

/** Lists finished attempts, latest first. @returns at most `limit`; any storage error */
export function listAttempts(db: BackstoryDatabase, limit: number): Promise<Result<Attempt[], StorageError>> {
	return withReconnect(db, async () => {
		const rows = await db.attempts.orderBy('finishedAt').reverse().limit(limit).toArray();
		return rows.map(parseAttempt).filter((attempt) => attempt !== null);
	});
}

/**
 * Finds the attempt that was begun last and not finished.
 * @param isWanted passes over others
 * @returns null when there is none; any storage error
 */
export function openAttempt(
	db: BackstoryDatabase,
	isWanted: (attempt: Attempt) => boolean = () => true
): Promise<Result<Attempt | null, StorageError>> {
	return withReconnect(db, async () => {
		const rows = await db.attempts.orderBy('openSince').reverse().toArray();
		return rows.map(parseAttempt).find((attempt) => attempt !== null && isWanted(attempt)) ?? null;
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
