import { keptNeeds } from '$lib/domain/accommodations';
import { finishAttempt, resumeAttempt, startAttempt } from '$lib/domain/attempt';
import { remainingMs } from '$lib/domain/attempt-time';
import type { CardId } from '$lib/domain/card';
import { drawPaper } from '$lib/domain/draw-paper';
import { fitPaper } from '$lib/domain/fewer-options';
import type { Attempt, QuizSpec } from '$lib/domain/quiz';
import { ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { DurationMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { newId, now } from './clock';
import type { ComposeStart } from './composer.svelte';
import { toPastQuizzes, type PastQuiz } from './past-quizzes';
import { composeLike, scopeOfSpec } from './quiz-again';
import { QuizStore } from './quiz-store';
import type { StudyScope } from './study-scope';

const PAST_SHOWN = 20;

export type UnfinishedQuiz = {
	readonly id: string;
	readonly title: string;
	/** 1 for the first. */
	readonly position: number;
	readonly count: number;
	readonly leftMs: DurationMs | null;
};

/** A finished quiz of which another paper is wanted. */
export type QuizLike = {
	readonly title: string;
	readonly spec: QuizSpec;
	readonly scope: StudyScope;
	/** Null when topics, number and time say it all. */
	readonly start: ComposeStart | null;
};

/** What was begun and finished before, as far as it could be read. */
export type QuizzesSoFar = {
	readonly unfinished: UnfinishedQuiz | null;
	readonly past: readonly PastQuiz[];
	readonly problem: StorageError | null;
};

/**
 * What the screen on which a quiz is put together does with attempts: it is fetched when there may be some, or one is begun.
 * Most of what a quiz is made of is behind it.
 */
export class QuizDesk {
	readonly #app: App;
	readonly #store: QuizStore;

	constructor(app: App) {
		this.#app = app;
		this.#store = new QuizStore(app.database);
	}

	/** @returns the quiz of that id, to be had again with another paper; null when it is gone */
	async findLike(id: string): Promise<Result<QuizLike | null, StorageError>> {
		const found = await this.#store.load(id);
		if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
		const { title, spec } = found.value;
		return ok({ title, spec, scope: scopeOfSpec(spec), start: composeLike(spec) });
	}

	/** @returns the cards of a set that the learner has set aside; any storage error */
	suspended(setId: string): Promise<Result<Set<CardId>, StorageError>> {
		return this.#store.suspended(setId);
	}

	/** Hands in what ran out of time while the app was closed, then says what there is. */
	async list(): Promise<QuizzesSoFar> {
		// A sitting for a teacher is listed with the assignments, and ends by its own rules only.
		const open = await this.#store.unfinishedOwn();
		const attempt = open.ok && open.value !== null ? resumeAttempt(open.value, now()) : null;
		const isOver = attempt !== null && attempt.finishedAt !== null;
		// As `load` finds it: what is only shown may lack a choice that could not be stored yet.
		const handedIn = isOver ? await this.#end(attempt.id, resumeAttempt) : ok(null);
		const listed = await this.#store.list(PAST_SHOWN);
		return {
			unfinished: attempt === null || isOver ? null : toUnfinished(attempt),
			past: listed.ok ? await toPastQuizzes(listed.value, this.#app) : [],
			problem: [open, handedIn, listed].flatMap((read) => (read.ok ? [] : [read.error]))[0] ?? null
		};
	}

	/**
	 * Draws a paper and begins. A quiz that was under way is handed in as it stands.
	 * @param running its id, or null
	 * @returns the id of the new attempt; any storage error, and then nothing was begun
	 */
	async begin(plain: QuizSpec, set: StudySet, running: string | null): Promise<Result<string, StorageError>> {
		if (running !== null) {
			const ended = await this.#end(running, finishAttempt);
			if (!ended.ok) return ended;
		}
		const at = now();
		const spec = { ...plain, ...keptNeeds(this.#app.preferences.current.needs) };
		const paper = fitPaper(drawPaper(spec, set.items), set.items, spec);
		const attempt = startAttempt({ id: newId(at), title: set.title, spec, paper }, at);
		const saved = await this.#store.save(attempt);
		return saved.ok ? ok(attempt.id) : saved;
	}

	/** Hands it in as it stands by now: another tab may have gone on with it since this screen was opened. */
	async #end(id: string, finish: typeof finishAttempt): Promise<Result<null, StorageError>> {
		const found = await this.#store.load(id);
		if (!found.ok) return found;
		const finished = found.value?.finishedAt === null ? finish(found.value, now()) : null;
		if (finished === null || finished.finishedAt === null) return ok(null);
		const set = await this.#app.library.set(finished.spec.setId);
		const stored = await this.#store.finish(finished, set?.items ?? []);
		return stored.ok ? ok(null) : stored;
	}
}

function toUnfinished(attempt: Attempt): UnfinishedQuiz {
	const { id, title, current, paper } = attempt;
	return { id, title, position: current + 1, count: paper.length, leftMs: remainingMs(attempt, now()) };
}
