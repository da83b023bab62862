import { foldAnswer } from '$lib/domain/fold-answer';
import type { Item, ItemType, StatementKind } from '$lib/domain/item';
import type { StudySet } from '$lib/domain/set';
import type { App } from './app.svelte';
import { isBundled, type SourceName } from './library.svelte';
import { selectItems } from './share-query';
import type { StudyScope } from './study-scope';

/** Statement kinds as a filter offers them: the two that look ahead are one. */
export type KindFilter = Exclude<StatementKind, 'prediction' | 'recommendation'> | 'ahead';

export type BrowseFilter = {
	readonly words: string;
	readonly topic: string;
	readonly kind: KindFilter | '';
	readonly type: ItemType | '';
};

const NO_FILTER: BrowseFilter = { words: '', topic: '', kind: '', type: '' };

/** A set as a list: searched, filtered, and picked from. */
export class SetBrowser {
	readonly #app: App;
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#set = $state.raw<StudySet | null>(null);
	#sources = $state.raw<ReadonlyMap<string, SourceName>>(new Map());
	#filter = $state.raw<BrowseFilter>(NO_FILTER);
	#picked = $state.raw<ReadonlySet<number>>(new Set());

	readonly #folded: ReadonlyMap<number, string> = $derived(
		new Map(this.#set?.items.map((item) => [item.number, foldItem(item)]))
	);
	readonly shown: readonly Item[] = $derived.by(() => {
		const words = foldAnswer(this.#filter.words);
		return (this.#set?.items ?? []).filter((item) => {
			const text = this.#folded.get(item.number) ?? '';
			return isLetThrough(this.#filter, item) && words.every((word) => text.includes(word));
		});
	});
	readonly allShownPicked = $derived(
		this.shown.length > 0 && this.shown.every((item) => this.#picked.has(item.number))
	);
	/** Numbers of the picked items in the set's order. */
	readonly pickedNumbers: readonly number[] = $derived(
		(this.#set?.items ?? []).map((item) => item.number).filter((number) => this.#picked.has(number))
	);
	readonly types: readonly ItemType[] = $derived([...new Set(this.#set?.items.map((item) => item.type))]);
	readonly kinds: readonly KindFilter[] = $derived(
		(['fact', 'claim', 'contested', 'ahead'] as const).filter((kind) =>
			this.#set?.items.some((item) => toKindFilter(item) === kind)
		)
	);

	constructor(app: App) {
		this.#app = app;
	}

	get phase() {
		return this.#phase;
	}
	get set(): StudySet | null {
		return this.#set;
	}
	get isBundled(): boolean {
		return this.#set !== null && isBundled(this.#set.id);
	}
	get filter(): BrowseFilter {
		return this.#filter;
	}
	/** True when the list is narrowed. */
	get isFiltered(): boolean {
		return Object.values(this.#filter).some((value) => value !== '');
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

	/** Loads the set that the address names, or the first bundled one; what it selects is picked already. */
	async start(scope: StudyScope): Promise<void> {
		const id = scope.setId ?? this.#app.library.banks[0]?.id ?? '';
		const set = await this.#app.library.set(id);
		this.#set = set;
		this.#phase = set === null ? 'missing' : 'ready';
		if (set === null) return;
		const [topic, ...others] = scope.topics;
		if (topic !== undefined && others.length === 0) this.narrow({ topic });
		if (scope.items.length > 0) this.#picked = new Set(selectItems(set, scope).map((item) => item.number));
		this.#sources = await this.#app.library.sources(set.id);
	}

	narrow(some: Partial<BrowseFilter>): void {
		this.#filter = { ...this.#filter, ...some };
	}
	showAll(): void {
		this.#filter = NO_FILTER;
	}

	pick(number: number, isPicked: boolean): void {
		const picked = new Set(this.#picked);
		if (isPicked) picked.add(number);
		else picked.delete(number);
		this.#picked = picked;
	}

	/** Picks all that is shown, or takes all of it back out; what is hidden stays as it is. */
	pickShown(isPicked: boolean): void {
		const picked = new Set(this.#picked);
		for (const { number } of this.shown) {
			if (isPicked) picked.add(number);
			else picked.delete(number);
		}
		this.#picked = picked;
	}
	pickNone(): void {
		this.#picked = new Set();
	}
}

function isLetThrough({ topic, kind, type }: BrowseFilter, item: Item): boolean {
	return (
		(topic === '' || item.topic === topic) &&
		(type === '' || item.type === type) &&
		(kind === '' || toKindFilter(item) === kind)
	);
}

function toKindFilter(item: Item): KindFilter | null {
	const kind = item.provenance?.kind;
	if (kind === undefined) return null;
	return kind === 'prediction' || kind === 'recommendation' ? 'ahead' : kind;
}

/** All words of an item, those of its answer too: whoever looks for a question remembers either. */
function foldItem(item: Item): string {
	const texts = [item.stem, item.explanation ?? ''];
	switch (item.type) {
		case 'basic':
			texts.push(item.answer);
			break;
		case 'single-choice':
		case 'multiple-choice':
			texts.push(...item.options.map((option) => option.text));
			break;
		case 'short-answer':
			texts.push(...item.answers);
			break;
		case 'ordering':
			texts.push(...item.entries.map((entry) => entry.text));
			break;
		case 'matching':
			texts.push(...item.pairs.flatMap((pair) => [pair.left, pair.right]));
			break;
		case 'map':
			texts.push(item.target.place);
			break;
		case 'cloze':
		case 'true-false':
		case 'classify':
			break;
	}
	return texts.map((text) => foldAnswer(text).join(' ')).join('\n');
}
