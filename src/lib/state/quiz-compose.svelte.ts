import { finishAttempt, resumeAttempt, startAttempt } from '$lib/domain/attempt';
import { remainingMs } from '$lib/domain/attempt-time';
import { drawPaper } from '$lib/domain/draw-paper';
import type { Attempt, TimeFactor, TimeLimit } from '$lib/domain/quiz';
import { scoreAttempt } from '$lib/domain/score';
import type { StudySet } from '$lib/domain/set';
import type { DurationMs, EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { newId, newSeed, now } from './clock';
import { availableIn, countOf, limitOf, pickedBy, toSource, toSpec, withoutSuspended } from './quiz-spec';
import type { QuizChoices, QuizCount, QuizSource } from './quiz-spec';
import { QuizStore } from './quiz-store';
import type { QuizSettings } from './share-query';
import type { StudyScope } from './study-scope';

const PAST_SHOWN = 20;

/** Before anything is chosen. */
const USUAL: QuizChoices = { topics: [], picked: null, count: 10, time: 'quiz', limit: null, factor: 1 };

export type UnfinishedQuiz = {
	readonly id: string;
	readonly title: string;
	/** 1 for the first. */
	readonly position: number;
	readonly count: number;
	readonly leftMs: DurationMs | null;
};

export type PastQuiz = {
	readonly id: string;
	readonly title: string;
	readonly finishedAt: EpochMs;
	readonly timedOut: boolean;
	/** Null when the set is gone. */
	readonly right: number | null;
	readonly count: number;
};

/** The screen on which a quiz is put together: what to ask, how many, how long. */
export class QuizCompose {
	readonly #app: App;
	readonly #store: QuizStore;
	#source = $state.raw<QuizSource | null>(null);
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	/** The set's items that the learner has not set aside. */
	#drawn = $state.raw<StudySet | null>(null);
	/** The same choices in the set with all its items, to tell how many are left out. */
	#whole = $state.raw<{ readonly source: QuizSource; readonly picked: readonly number[] | null } | null>(null);
	#choices = $state.raw<QuizChoices>(USUAL);
	#running = $state.raw<Attempt | null>(null);
	#past = $state.raw<readonly PastQuiz[]>([]);
	#problem = $state.raw<StorageError | null>(null);
	#busy = $state(false);

	/** The quiz under way, if there is one. */
	readonly unfinished: UnfinishedQuiz | null = $derived.by(() => {
		const attempt = this.#running;
		if (attempt === null) return null;
		const { id, title, current, paper } = attempt;
		return { id, title, position: current + 1, count: paper.length, leftMs: remainingMs(attempt, now()) };
	});
	/** How many questions there will be. */
	readonly count: number = $derived(this.#source === null ? 0 : countOf(this.#source, this.#choices));
	/** How many there are to draw from. */
	readonly available: number = $derived(this.#source === null ? 0 : availableIn(this.#source, this.#choices));
	/** How many more there would be if none were suspended. */
	readonly leftOut: number = $derived.by(() => {
		if (this.#whole === null) return 0;
		const { source, picked } = this.#whole;
		return availableIn(source, { ...this.#choices, picked }) - this.available;
	});
	/** The limit with the learner's factor, or null. */
	readonly limitMs: DurationMs | null = $derived.by(() => {
		const limit = limitOf(this.#choices, this.count);
		return limit.kind === 'none' ? null : limit.limitMs * this.#choices.factor;
	});
	readonly topics = $derived(
		(this.#source?.topics ?? []).map((topic) => ({ ...topic, chosen: this.#choices.topics.includes(topic.id) }))
	);

	constructor(app: App) {
		this.#app = app;
		this.#store = new QuizStore(app.database);
		const [first] = app.library.banks;
		// The first bank in short is known at once, so the prerendered page can already show it.
		if (first !== undefined) this.#choose(first, [], null);
		this.#choices = { ...this.#choices, factor: app.preferences.timeFactor };
	}

	get phase() {
		return this.#phase;
	}
	get source(): QuizSource | null {
		return this.#source;
	}
	get choices(): QuizChoices {
		return this.#choices;
	}
	get past(): readonly PastQuiz[] {
		return this.#past;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	get busy(): boolean {
		return this.#busy;
	}

	/**
	 * Loads the set that the address names, or the first bundled one, and what was begun and finished before.
	 * @param settings how many questions and how much time the address asks for, or null
	 */
	async load(scope: StudyScope, settings: QuizSettings | null): Promise<void> {
		const id = scope.setId ?? this.#app.library.banks[0]?.id ?? '';
		const set = await this.#app.library.set(id);
		if (settings !== null) {
			const { count, time } = settings;
			this.#choices = { ...this.#choices, count, time: time.kind, limit: time };
		}
		if (set === null) this.#source = null;
		else await this.#offer(set, scope);
		this.#phase = set === null ? 'missing' : 'ready';
		await this.#loadAttempts();
	}

	toggleTopic(id: string): void {
		const { topics } = this.#choices;
		const next = topics.includes(id) ? topics.filter((other) => other !== id) : [...topics, id];
		this.#choices = { ...this.#choices, topics: next };
	}

	chooseCount(count: QuizCount): void {
		// A limit that an address asked for was meant for its own number of questions.
		this.#choices = { ...this.#choices, count, limit: null };
	}

	chooseTime(time: TimeLimit['kind']): void {
		this.#choices = { ...this.#choices, time };
	}

	/** Kept for the next quiz too: who needs more time needs it every time. */
	chooseFactor(factor: TimeFactor): void {
		this.#choices = { ...this.#choices, factor };
		void this.#app.preferences.change({ timeFactor: factor });
	}

	/**
	 * Draws the paper and begins. A quiz that was under way is handed in as it stands.
	 * @returns the attempt's id, or null when it could not be stored
	 */
	async start(): Promise<string | null> {
		const set = this.#drawn;
		if (this.#source === null || set === null || this.#busy || this.count === 0) return null;
		this.#busy = true;
		try {
			if (this.#running !== null && !(await this.#handIn(finishAttempt(this.#running, now())))) return null;
			const at = now();
			const spec = toSpec(this.#source, this.#choices, newSeed());
			const paper = drawPaper(spec, set.items);
			const attempt = startAttempt({ id: newId(at), title: set.title, spec, paper }, at);
			const saved = await this.#store.save(attempt);
			this.#problem = saved.ok ? null : saved.error;
			return saved.ok ? attempt.id : null;
		} finally {
			this.#busy = false;
		}
	}

	/** Offers a set without what is suspended. Where that cannot be read, nothing is left out. */
	async #offer(set: StudySet, scope: StudyScope): Promise<void> {
		const suspended = await this.#store.suspended(set.id);
		if (!suspended.ok) this.#problem = suspended.error;
		const drawn = suspended.ok ? withoutSuspended(set, suspended.value) : set;
		const picked = pickedBy(scope, set);
		const left = new Set(drawn.items.map(({ number }) => number));
		this.#drawn = drawn;
		this.#whole = { source: toSource(set), picked };
		this.#choose(toSource(drawn), scope.topics, picked?.filter((number) => left.has(number)) ?? null);
	}

	/** Shows a source with the wanted topics ticked, or all of them when it has none of those. */
	#choose(source: QuizSource, wanted: readonly string[], picked: readonly number[] | null): void {
		const all = source.topics.map(({ id }) => id);
		const some = all.filter((id) => wanted.includes(id));
		this.#source = source;
		this.#choices = { ...this.#choices, topics: some.length > 0 ? some : all, picked };
	}

	async #loadAttempts(): Promise<void> {
		const open = await this.#store.unfinished();
		if (!open.ok) {
			this.#problem = open.error;
			return;
		}
		const attempt = open.value === null ? null : resumeAttempt(open.value, now());
		// Its time ran out while the app was closed: what was there has been handed in.
		const isOver = attempt !== null && attempt.finishedAt !== null;
		if (isOver && !(await this.#handIn(attempt))) return;
		this.#running = isOver ? null : attempt;
		const listed = await this.#store.list(PAST_SHOWN);
		if (listed.ok) this.#past = await Promise.all(listed.value.map((past) => this.#toPast(past)));
		else this.#problem = listed.error;
	}

	async #handIn(finished: Attempt): Promise<boolean> {
		const set = await this.#app.library.set(finished.spec.setId);
		const stored = await this.#store.finish(finished, set?.items ?? []);
		this.#problem = stored.ok ? null : stored.error;
		return stored.ok;
	}

	async #toPast(attempt: Attempt): Promise<PastQuiz> {
		const { id, title, finishedAt, timedOut, paper, lastAt } = attempt;
		const set = await this.#app.library.set(attempt.spec.setId);
		const score = set === null ? null : scoreAttempt(attempt, set.items);
		return {
			id,
			title,
			finishedAt: finishedAt ?? lastAt,
			timedOut,
			right: score?.right ?? null,
			count: score?.total ?? paper.length
		};
	}
}
