import { overruleAnswer } from '$lib/domain/attempt';
import { reportQuestion } from '$lib/domain/attempt-notes';
import { cardsOfItem, type CardId } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import { giveMissReason } from '$lib/domain/miss-reason';
import type { Attempt, MissReason } from '$lib/domain/quiz';
import { quizAnswersOf } from '$lib/domain/quiz-answers';
import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import * as attempts from '$lib/storage/attempt-store';
import { correctAttempt } from '$lib/storage/correct-attempt';
import type { BackstoryDatabase } from '$lib/storage/database';
import { suspendedCards } from '$lib/storage/due-store';
import { dropLateAttempt, leaveAttempt, readLateAttempt, type LateAttempt } from '$lib/storage/late-attempt';
import type { StorageError } from '$lib/storage/storage-error';
import { readTaken } from '$lib/storage/taken-store';
import { awaitsTeaching, teachAttempt } from '$lib/storage/teach-attempt';
import { newId, now, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog } from './learning-log';
import { localStore } from './local-store';

type Stored<T> = Promise<Result<T, StorageError>>;

/** Attempts in storage, as the quiz screens need them. */
export class QuizStore {
	readonly #database: DatabaseAccess;

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	/**
	 * @param basedOn `lastAt` of the stored attempt that this one goes on from; another tab's later one then holds
	 * @returns the very same attempt when it was stored, else the one that holds
	 */
	save(attempt: Attempt, basedOn?: EpochMs): Stored<Attempt> {
		return this.#with(async (db) => forgetLate(attempt, await attempts.saveAttempt(db, attempt, basedOn)));
	}

	/** Writes down a running attempt that could not be saved: it is as soon as it is loaded again where that goes. */
	keepForLater(late: LateAttempt): void {
		leaveAttempt(localStore(), late);
	}

	/** Stores a finished attempt, as `save` does, and teaches its answers to the cards; items missed become due. */
	async finish(attempt: Attempt, items: readonly Item[], basedOn?: EpochMs): Stored<Attempt> {
		const log = await openLog(this.#database);
		if (!log.ok) return log;
		const writes = await this.#toWrites(log.value.db, attempt, items);
		return forgetLate(attempt, await attempts.finishAttempt(log.value.db, attempt, writes, log.value.fold, basedOn));
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

	/** Stores why a question was missed, or takes that back. @returns the attempt as stored, or null when it is gone */
	giveReason(attempt: string, question: number, reason: MissReason | null): Stored<Attempt | null> {
		return this.#with((db) => correctAttempt(db, attempt, (stored) => giveMissReason(stored, question, reason, now())));
	}

	/** Stores what is wrong with a question of a finished attempt. @returns the attempt as stored, or null when it is gone */
	report(attempt: string, question: number, words: string): Stored<Attempt | null> {
		return this.#with((db) => correctAttempt(db, attempt, (stored) => reportQuestion(stored, question, words, now())));
	}

	unfinished(): Stored<Attempt | null> {
		return this.#with(async (db) => saveLate(db, await attempts.openAttempt(db)));
	}

	/** The same, but for sittings of assignments; to be shown, also where nothing can be stored now. */
	unfinishedOwn(): Stored<Attempt | null> {
		const isOwn = ({ assignment }: Attempt) => assignment === undefined;
		return this.#with(async (db) => {
			const found = await attempts.openAttempt(db, isOwn);
			const saved = await saveLate(db, found);
			return saved.ok ? saved : found;
		});
	}

	load(id: string): Stored<Attempt | null> {
		return this.#with(async (db) => {
			const found = await attempts.loadAttempt(db, id);
			// Whoever erased it meant what was waiting, too.
			if (found.ok && found.value === null) dropLateAttempt(localStore(), id);
			return saveLate(db, found);
		});
	}

	/** Finished attempts, latest first. */
	list(limit: number): Stored<Attempt[]> {
		return this.#with((db) => attempts.listAttempts(db, limit));
	}

	/** The cards of a set that the learner has set aside. */
	suspended(setId: string): Stored<Set<CardId>> {
		return this.#with((db) => suspendedCards(db, setId));
	}

	/** Whether a sitting whose withheld answers have come has still to teach its cards. */
	async awaitsTeaching(attempt: Attempt, items: readonly Item[]): Stored<boolean> {
		const log = await openLog(this.#database);
		const cards = quizAnswersOf(attempt, items).map(({ card }) => card);
		return log.ok ? awaitsTeaching(log.value.db, attempt.id, cards) : log;
	}

	/**
	 * Teaches the cards what a sitting says about them, once its withheld answers have come.
	 * @param items as written, keys included
	 */
	async teach(attempt: Attempt, items: readonly Item[]): Stored<boolean> {
		const log = await openLog(this.#database);
		return log.ok ? teachAttempt(log.value.db, attempt.id, toWrites(attempt, items), log.value.fold) : log;
	}

	/** Without its answers nobody knows yet what a sitting teaches. */
	async #toWrites(db: BackstoryDatabase, attempt: Attempt, items: readonly Item[]) {
		const taken = attempt.assignment === undefined ? null : await readTaken(db, attempt.assignment.id);
		const isWithheld = taken?.ok === true && taken.value?.assignment.keyPolicy === 'withheld';
		return isWithheld ? [] : toWrites(attempt, items);
	}

	async #with<T>(use: (db: BackstoryDatabase) => Stored<T>): Stored<T> {
		const opened = await this.#database.open();
		return opened.ok ? use(opened.value) : opened;
	}
}

/** Stores what a tab wrote down of this attempt because it could not, unless something was stored since: that holds. */
async function saveLate(db: BackstoryDatabase, found: Awaited<Stored<Attempt | null>>): Stored<Attempt | null> {
	const late = found.ok && found.value !== null ? readLateAttempt(localStore(), found.value.id) : null;
	if (late === null) return found;
	return forgetLate(late.attempt, await attempts.saveAttempt(db, late.attempt, late.basedOn));
}

function forgetLate(attempt: Attempt, saved: Awaited<Stored<Attempt>>): Awaited<Stored<Attempt>> {
	if (saved.ok) dropLateAttempt(localStore(), attempt.id);
	return saved;
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
