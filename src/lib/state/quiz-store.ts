import { overruleAnswer } from '$lib/domain/attempt';
import { cardsOfItem, type CardId } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import type { Attempt } from '$lib/domain/quiz';
import { quizAnswersOf } from '$lib/domain/quiz-answers';
import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import * as attempts from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import { suspendedCards } from '$lib/storage/due-store';
import type { StorageError } from '$lib/storage/storage-error';
import { newId, now, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog } from './learning-log';

type Stored<T> = Promise<Result<T, StorageError>>;

/** Attempts in storage, as the quiz screens need them. */
export class QuizStore {
	readonly #database: DatabaseAccess;

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	/** @returns the attempt as stored: finished, when another tab has finished it meanwhile */
	save(attempt: Attempt): Stored<Attempt> {
		return this.#with((db) => attempts.saveAttempt(db, attempt));
	}

	/** Stores a finished attempt and teaches its answers to the cards; items missed become due. */
	async finish(attempt: Attempt, items: readonly Item[]): Stored<Attempt> {
		const log = await openLog(this.#database);
		if (!log.ok) return log;
		return attempts.finishAttempt(log.value.db, attempt, toWrites(attempt, items), log.value.fold);
	}

	/**
	 * Stores the learner's word on one answer and corrects what it taught its cards.
	 * @param items of the attempt's set
	 * @returns the attempt as stored, or null when it is gone
	 */
	async rule(attempt: Attempt, question: number, overruled: boolean, items: readonly Item[]): Stored<Attempt | null> {
		const log = await openLog(this.#database);
		if (!log.ok) return log;
		const at = now();
		const cards = new Set(cardsOfQuestion(attempt, question, items));
		const ruled = overruleAnswer(attempt, question, overruled, at);
		const answers = quizAnswersOf(ruled, items).filter(({ card }) => cards.has(card));
		const ruling = { attempt: attempt.id, question, overruled, answers, at, day: studyDayOf(at) };
		return attempts.storeRuling(log.value.db, ruling, newId, log.value.fold);
	}

	unfinished(): Stored<Attempt | null> {
		return this.#with((db) => attempts.openAttempt(db));
	}

	load(id: string): Stored<Attempt | null> {
		return this.#with((db) => attempts.loadAttempt(db, id));
	}

	/** Finished attempts, latest first. */
	list(limit: number): Stored<Attempt[]> {
		return this.#with((db) => attempts.listAttempts(db, limit));
	}

	/** The cards of a set that the learner has set aside. */
	suspended(setId: string): Stored<Set<CardId>> {
		return this.#with((db) => suspendedCards(db, setId));
	}

	async #with<T>(use: (db: BackstoryDatabase) => Stored<T>): Stored<T> {
		const opened = await this.#database.open();
		return opened.ok ? use(opened.value) : opened;
	}
}

function cardsOfQuestion(attempt: Attempt, question: number, items: readonly Item[]): CardId[] {
	const item = items.find(({ number }) => number === attempt.paper[question]?.item);
	return item === undefined ? [] : cardsOfItem(attempt.spec.setId, item);
}

function toWrites(attempt: Attempt, items: readonly Item[]) {
	// When it ended, not when this runs: an attempt that timed out while the app was closed is stored later.
	const at: EpochMs = attempt.finishedAt ?? attempt.lastAt;
	const base = { kind: 'quiz-answer', at, day: studyDayOf(at), attempt: attempt.id } as const;
	return quizAnswersOf(attempt, items).map((answer) => ({
		card: answer.card,
		events: [{ ...base, ...answer, id: newId(at) }],
		step: null
	}));
}
