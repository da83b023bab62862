import type { Item } from '$lib/domain/item';
import type { Attempt } from '$lib/domain/quiz';
import { quizAnswersOf } from '$lib/domain/quiz-answers';
import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import * as attempts from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import type { StorageError } from '$lib/storage/storage-error';
import { newId, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { fold, openLog } from './learning-log';

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
		return attempts.finishAttempt(log.value.db, attempt, toWrites(attempt, items), fold);
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

	async #with<T>(use: (db: BackstoryDatabase) => Stored<T>): Stored<T> {
		const opened = await this.#database.open();
		return opened.ok ? use(opened.value) : opened;
	}
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
