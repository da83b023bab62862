import { keptNeeds } from '$lib/domain/accommodations';
import { finishAttempt, resumeAttempt, startAttempt } from '$lib/domain/attempt';
import { remainingMs } from '$lib/domain/attempt-time';
import { drawPaper } from '$lib/domain/draw-paper';
import { fitPaper } from '$lib/domain/fewer-options';
import type { Attempt, QuizSpec, TimeFactor, TimeLimit } from '$lib/domain/quiz';
import { isPractice } from '$lib/domain/rule-presets';
import type { StudySet } from '$lib/domain/set';
import type { DurationMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { newId, newSeed, now } from './clock';
import type { Composer, ComposeStart } from './composer.svelte';
import { toPastQuizzes, type PastQuiz } from './past-quizzes';
import { composeLike, scopeOfSpec } from './quiz-again';
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
	/** What more there is to choose, once somebody asks for it. */
	#composer = $state.raw<Composer | null>(null);
	/** The title of the quiz of which another paper is wanted. */
	#again = $state<string | null>(null);
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
	/** Whether the questions follow from the composer: they do as soon as more than topics and a number is chosen there. */
	readonly isComposed: boolean = $derived(
		this.#composer !== null && (this.#composer.way !== 'topic' || this.#composer.isEdited || this.#composer.isSeen)
	);
	/** How many questions there will be. */
	readonly count: number = $derived.by(() => {
		if (this.#composer !== null && this.isComposed) return this.#composer.count;
		return this.#source === null ? 0 : countOf(this.#source, this.#choices);
	});
	/** How many there are to draw from. */
	readonly available: number = $derived(this.#source === null ? 0 : availableIn(this.#source, this.#choices));
	/** How many more there would be if none were suspended. */
	readonly leftOut: number = $derived.by(() => {
		if (this.#whole === null || this.isComposed) return 0;
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
	get composer(): Composer | null {
		return this.#composer;
	}
	/** The title of the quiz of which another paper is wanted, or null. */
	get again(): string | null {
		return this.#again;
	}

	/**
	 * Loads the set that the address names, or the first bundled one, and what was begun and finished before.
	 * @param settings how many questions and how much time the address asks for, or null
	 * @param again the id of a finished quiz of which another paper is wanted, or null
	 */
	async load(scope: StudyScope, settings: QuizSettings | null, again: string | null = null): Promise<void> {
		const like = again === null ? null : await this.#findAgain(again);
		const wanted = like === null ? scope : scopeOfSpec(like.spec);
		const id = wanted.setId ?? this.#app.library.banks[0]?.id ?? '';
		const set = await this.#app.library.set(id);
		const asked = like?.spec ?? settings;
		if (asked !== null) {
			const { count, time } = asked;
			this.#choices = { ...this.#choices, count, time: time.kind, limit: time };
		}
		if (set === null) this.#source = null;
		else await this.#offer(set, wanted);
		this.#again = like?.title ?? null;
		this.#phase = set === null ? 'missing' : 'ready';
		const start = like === null ? null : composeLike(like.spec);
		if (start !== null) await this.#compose(start);
		await this.#loadAttempts();
	}

	/** Offers more to choose: how the questions are found, by which rules, and which they are. */
	async openComposer(): Promise<void> {
		const { topics, picked, count } = this.#choices;
		const way = picked === null ? 'topic' : 'hand';
		await this.#compose({ way, topics, picked: picked ?? [], count, time: limitOf(this.#choices, this.count) });
	}

	toggleTopic(id: string): void {
		const { topics } = this.#choices;
		const next = topics.includes(id) ? topics.filter((other) => other !== id) : [...topics, id];
		this.#choices = { ...this.#choices, topics: next };
		this.#composer?.toggleTopic(id);
	}

	chooseCount(count: QuizCount): void {
		// A limit that an address asked for was meant for its own number of questions.
		this.#choices = { ...this.#choices, count, limit: null };
		this.#composer?.chooseCount(count);
	}

	chooseTime(time: TimeLimit['kind']): void {
		this.#choices = { ...this.#choices, time };
		this.#composer?.chooseTime(time);
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
			if (this.#running !== null && !(await this.#handInRunning(this.#running.id))) return null;
			const at = now();
			const spec = { ...this.#toSpec(this.#source), ...keptNeeds(this.#app.preferences.current.needs) };
			const paper = fitPaper(drawPaper(spec, set.items), set.items, spec);
			const attempt = startAttempt({ id: newId(at), title: set.title, spec, paper }, at);
			const saved = await this.#store.save(attempt);
			this.#problem = saved.ok ? null : saved.error;
			return saved.ok ? attempt.id : null;
		} finally {
			this.#busy = false;
		}
	}

	#toSpec(source: QuizSource): QuizSpec {
		const plain = toSpec(source, this.#choices, newSeed());
		const composer = this.#composer;
		if (composer === null) return plain;
		const ruled = isPractice(composer.rules) ? plain : { ...plain, rules: composer.rules };
		if (!this.isComposed) return ruled;
		const { count, sections, seed } = composer;
		return { ...ruled, topics: [], items: [], count, time: limitOf(this.#choices, count), seed, sections };
	}

	async #compose(start: ComposeStart): Promise<void> {
		if (this.#drawn === null || this.#composer !== null) return;
		const { Composer } = await import('./composer.svelte');
		const composer = new Composer(this.#drawn, start);
		this.#composer = composer;
		const { loadWeakItems } = await import('./weakness');
		const weak = await loadWeakItems(this.#app.database, composer.set);
		if (weak.ok) composer.offerWeak(weak.value);
		else this.#problem = weak.error;
	}

	async #findAgain(id: string): Promise<Attempt | null> {
		const found = await this.#store.load(id);
		if (!found.ok) this.#problem = found.error;
		return found.ok ? found.value : null;
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
		// A sitting for a teacher is listed with the assignments, and ends by its own rules only.
		const open = await this.#store.unfinishedOwn();
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
		if (listed.ok) this.#past = await toPastQuizzes(listed.value, this.#app);
		else this.#problem = listed.error;
	}

	/** Hands it in as it stands by now: another tab may have gone on with it since this screen was opened. */
	async #handInRunning(id: string): Promise<boolean> {
		const found = await this.#store.load(id);
		this.#problem = found.ok ? null : found.error;
		if (!found.ok) return false;
		const attempt = found.value;
		return attempt?.finishedAt !== null || this.#handIn(finishAttempt(attempt, now()));
	}

	async #handIn(finished: Attempt): Promise<boolean> {
		const set = await this.#app.library.set(finished.spec.setId);
		const stored = await this.#store.finish(finished, set?.items ?? []);
		this.#problem = stored.ok ? null : stored.error;
		return stored.ok;
	}
}
