import type { CardId } from '$lib/domain/card';
import type { QuizSpec, TimeFactor, TimeLimit } from '$lib/domain/quiz';
import { ok } from '$lib/domain/result';
import { isPractice } from '$lib/domain/rule-presets';
import type { StudySet } from '$lib/domain/set';
import type { DurationMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { newSeed } from './clock';
import type { Composer, ComposeStart } from './composer.svelte';
import type { PastQuiz } from './past-quizzes';
import type { QuizDesk, QuizLike, UnfinishedQuiz } from './quiz-desk';
import { availableIn, countOf, limitOf, pickedBy, toSource, toSpec, withoutSuspended } from './quiz-spec';
import type { QuizChoices, QuizCount, QuizSource } from './quiz-spec';
import type { QuizSettings } from './share-query';
import type { StudyScope } from './study-scope';

/** Before anything is chosen. */
const USUAL: QuizChoices = { topics: [], picked: null, count: 10, time: 'quiz', limit: null, factor: 1 };

/** The screen on which a quiz is put together: what to ask, how many, how long. */
export class QuizCompose {
	readonly #app: App;
	#desk: Promise<QuizDesk> | null = null;
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
	#unfinished = $state.raw<UnfinishedQuiz | null>(null);
	#past = $state.raw<readonly PastQuiz[]>([]);
	#problem = $state.raw<StorageError | null>(null);
	#busy = $state(false);

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
	/** The quiz under way, if there is one. */
	get unfinished(): UnfinishedQuiz | null {
		return this.#unfinished;
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
		// On a first visit nothing is stored, and nothing need be fetched to read it.
		const desk = (await this.#app.database.mayHoldData()) ? await this.#openDesk() : null;
		const like = again === null || desk === null ? null : await this.#findLike(desk, again);
		const wanted = like?.scope ?? scope;
		const id = wanted.setId ?? this.#app.library.banks[0]?.id ?? '';
		const set = await this.#app.library.set(id);
		const asked = like?.spec ?? settings;
		if (asked !== null) {
			const { count, time } = asked;
			this.#choices = { ...this.#choices, count, time: time.kind, limit: time };
		}
		if (set === null) this.#source = null;
		else await this.#offer(set, wanted, desk);
		this.#again = like?.title ?? null;
		this.#phase = set === null ? 'missing' : 'ready';
		if (like !== null && like.start !== null) await this.#compose(like.start);
		if (desk === null) return;
		const { unfinished, past, problem } = await desk.list();
		[this.#unfinished, this.#past] = [unfinished, past];
		this.#problem = problem ?? this.#problem;
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
			const desk = await this.#openDesk();
			const begun = await desk.begin(this.#toSpec(this.#source), set, this.#unfinished?.id ?? null);
			this.#problem = begun.ok ? null : begun.error;
			return begun.ok ? begun.value : null;
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
		const { Composer } = await import('./composer.svelte');
		if (this.#drawn === null || this.#composer !== null) return;
		const composer = new Composer(this.#drawn, start);
		this.#composer = composer;
		const { loadWeakItems } = await import('./weakness');
		const weak = await loadWeakItems(this.#app.database, composer.set);
		if (weak.ok) composer.offerWeak(weak.value);
		else this.#problem = weak.error;
	}

	#openDesk(): Promise<QuizDesk> {
		const desk = (this.#desk ??= import('./quiz-desk').then(({ QuizDesk }) => new QuizDesk(this.#app)));
		// Whoever needs it again tries again.
		desk.catch(() => (this.#desk = null));
		return desk;
	}

	async #findLike(desk: QuizDesk, id: string): Promise<QuizLike | null> {
		const found = await desk.findLike(id);
		if (!found.ok) this.#problem = found.error;
		return found.ok ? found.value : null;
	}

	/** Offers a set without what is suspended. Where that cannot be read, nothing is left out. */
	async #offer(set: StudySet, scope: StudyScope, desk: QuizDesk | null): Promise<void> {
		const suspended = (await desk?.suspended(set.id)) ?? ok(new Set<CardId>());
		if (!suspended.ok) this.#problem = suspended.error;
		const drawn = suspended.ok ? withoutSuspended(set, suspended.value) : set;
		const picked = pickedBy(scope, set);
		const left = new Set(drawn.items.map(({ number }) => number));
		this.#drawn = drawn;
		this.#whole = { source: toSource(set), picked };
		// Somebody may have chosen while the set was on its way.
		const wanted = scope.topics.length === 0 && this.#source?.id === set.id ? this.#choices.topics : scope.topics;
		this.#choose(toSource(drawn), wanted, picked?.filter((number) => left.has(number)) ?? null);
	}

	/** Shows a source with the wanted topics ticked, or all of them when it has none of those. */
	#choose(source: QuizSource, wanted: readonly string[], picked: readonly number[] | null): void {
		const all = source.topics.map(({ id }) => id);
		const some = all.filter((id) => wanted.includes(id));
		this.#source = source;
		this.#choices = { ...this.#choices, topics: some.length > 0 ? some : all, picked };
	}
}
