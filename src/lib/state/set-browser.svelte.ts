import type { Item } from '$lib/domain/item';
import type { SearchText } from '$lib/domain/search-text';
import type { StudySet } from '$lib/domain/set';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { CardAct } from './card-acts';
import { filterRows, NO_FILTER, type BrowseCounts, type BrowseFilter, type BrowseRow } from './browse-filter';
import { toItemSearch } from './item-search';
import { isBundled, type SourceName } from './library.svelte';
import { SetStages, type ActDone } from './set-stages.svelte';
import { selectItems } from './share-query';
import type { StudyScope } from './study-scope';

const NOTHING: SearchText = { exact: '', loose: '' };

/** A set as a list: searched, filtered, and picked from. */
export class SetBrowser {
	readonly #app: App;
	readonly #stages: SetStages;
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#set = $state.raw<StudySet | null>(null);
	#sources = $state.raw<ReadonlyMap<string, SourceName>>(new Map());
	#texts = $state.raw<ReadonlyMap<number, SearchText>>(new Map());
	#filter = $state.raw<BrowseFilter>(NO_FILTER);
	#picked = $state.raw<ReadonlySet<number>>(new Set());

	readonly #rows: readonly BrowseRow[] = $derived(
		(this.#set?.items ?? []).map((item) => ({
			item,
			text: this.#texts.get(item.number) ?? NOTHING,
			stage: this.#stages.stageOf(item)
		}))
	);
	readonly #filtered = $derived(
		filterRows(
			this.#rows,
			this.#filter,
			(this.#set?.topics ?? []).map(({ id }) => id)
		)
	);
	readonly shown: readonly BrowseRow[] = $derived(this.#filtered.shown);
	/** What can be filtered by, each with how many questions it would leave. */
	readonly counts: BrowseCounts = $derived(this.#filtered.counts);
	readonly allShownPicked = $derived(
		this.shown.length > 0 && this.shown.every(({ item }) => this.#picked.has(item.number))
	);
	readonly #pickedRows: readonly BrowseRow[] = $derived(this.#rows.filter(({ item }) => this.#picked.has(item.number)));
	/** Numbers of the picked items in the set's order. */
	readonly pickedNumbers: readonly number[] = $derived(this.#pickedRows.map(({ item }) => item.number));
	/** Whether some of the picked items come up in study and can be set aside. */
	readonly canSuspend = $derived(this.#pickedRows.some(({ stage }) => stage !== null && stage !== 'suspended'));
	/** Whether some of the picked items are set aside. */
	readonly canResume = $derived(this.#pickedRows.some(({ stage }) => stage === 'suspended'));

	/** Whether some of the picked items have a memory that can be put off, forgotten or given a due day. */
	readonly canDefer = $derived(
		this.#pickedRows.some(({ stage }) => stage === 'learning' || stage === 'known' || stage === 'leech')
	);

	constructor(app: App) {
		this.#app = app;
		this.#stages = new SetStages(app);
	}

	get phase() {
		return this.#phase;
	}
	get set(): StudySet | null {
		return this.#set;
	}
	get filter(): BrowseFilter {
		return this.#filter;
	}
	/** True when the list is narrowed. */
	get isFiltered(): boolean {
		return Object.values(this.#filter).some((value) => value !== null && value !== '');
	}
	/** What was done last, for as long as it can be undone. */
	get done(): ActDone | null {
		return this.#stages.done;
	}
	/** True when it cannot be said how far the learner has come. */
	get lacksStages(): boolean {
		return this.#stages.isUnreadable;
	}
	/** Why the last change is not stored. */
	get problem(): StorageError | null {
		return this.#stages.problem;
	}

	isPicked(number: number): boolean {
		return this.#picked.has(number);
	}
	sourcesOf(item: Item): readonly SourceName[] {
		return (item.provenance?.sources ?? []).flatMap((key) => this.#sources.get(key) ?? []);
	}
	topicOf(item: Item): string | null {
		return this.#set?.topics.find((topic) => topic.id === item.topic)?.title ?? null;
	}

	/** Loads the set that the address names, or the first bundled one, narrowed to what it selects; items it names are picked. */
	async start(scope: StudyScope): Promise<void> {
		this.#stages.prepare();
		const id = scope.setId ?? this.#app.library.banks[0]?.id ?? '';
		const set = await this.#app.library.set(id);
		if (set === null) {
			this.#phase = 'missing';
			return;
		}
		const [glossary, sources] = await Promise.all([
			isBundled(id) ? this.#app.library.bank(id).then((bank) => bank.glossary) : [],
			this.#app.library.sources(id),
			this.#stages.load(set)
		]);
		this.#texts = toItemSearch(set, glossary);
		this.#sources = sources;
		const [topic = null, ...others] = scope.topics;
		this.narrow({ topic: others.length === 0 ? topic : null, paragraph: scope.paragraph });
		const named = scope.items.length === 0 ? [] : selectItems(set, scope).map((item) => item.number);
		if (named.length > 0) {
			this.#picked = new Set(named);
			this.narrow({ only: this.#picked });
		}
		this.#set = set;
		this.#phase = 'ready';
	}

	narrow(some: Partial<BrowseFilter>): void {
		this.#filter = { ...this.#filter, ...some };
	}
	showAll(): void {
		this.#filter = NO_FILTER;
	}

	pick(number: number, isPicked: boolean): void {
		this.#pickAll([number], isPicked);
	}
	/** Picks all that is shown, or takes all of it back out; what is hidden stays as it is. */
	pickShown(isPicked: boolean): void {
		this.#pickAll(
			this.shown.map(({ item }) => item.number),
			isPicked
		);
	}
	pickNone(): void {
		this.#picked = new Set();
	}

	/** Does the same with all picked items; then nothing is picked. @returns whether it is stored */
	async act(act: CardAct): Promise<boolean> {
		const stored = await this.#stages.act(
			this.#pickedRows.map(({ item }) => item),
			act
		);
		if (stored) this.pickNone();
		return stored;
	}
	/** Takes that back, and picks the items again. @returns whether it is stored */
	async undo(): Promise<boolean> {
		const items = this.done?.items ?? [];
		const stored = await this.#stages.undo();
		if (stored) this.#pickAll(items, true);
		return stored;
	}

	#pickAll(numbers: readonly number[], isPicked: boolean): void {
		const picked = new Set(this.#picked);
		for (const number of numbers) {
			if (isPicked) picked.add(number);
			else picked.delete(number);
		}
		this.#picked = picked;
		// Whoever picks again has moved on.
		this.#stages.forget();
	}
}
