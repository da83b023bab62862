import { cleanText } from '$lib/domain/clean-text';
import { cardsOfItem, toCardAddress } from '$lib/domain/card';
import { drawPaper } from '$lib/domain/draw-paper';
import type { Item } from '$lib/domain/item';
import { parsePaperCode, toPaperCode } from '$lib/domain/paper-code';
import type { Paper, TimeLimit } from '$lib/domain/quiz';
import type { StudySet } from '$lib/domain/set';
import type { App } from './app.svelte';
import { newSeed } from './clock';
import { itemsByNumber, type SourceName } from './library.svelte';
import { selectItems, toSeed, writeQuizSettings } from './share-query';
import { isPartial, type StudyScope } from './study-scope';

/** One question of a printed paper; `number` is 1 for the first. */
export type PrintedQuestion = { readonly number: number; readonly item: Item; readonly order: readonly number[] };

/** One card of an item; an item with several gaps makes several. */
export type PrintedCard = { readonly item: Item; readonly part: number };

/** What an address may say about a paper besides the selection. */
export type PaperWish = { readonly count: number; readonly time: TimeLimit };

/** Why a typed code was not used. */
export type CodeProblem = 'not-a-code' | 'other-paper';

/** Questions of a whole set that fit a lesson; whoever picked questions gets all of them. */
const USUAL_COUNT = 20;
const MAX_NAME = 120;

/** A selection on its way to paper: which questions, in which order, under which code. */
export class PrintDraft {
	readonly #app: App;
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#set = $state.raw<StudySet | null>(null);
	#items = $state.raw<readonly Item[]>([]);
	#isPart = $state(false);
	#sources = $state.raw<ReadonlyMap<string, SourceName>>(new Map());
	#count = $state(0);
	#time = $state.raw<TimeLimit>({ kind: 'none' });
	#seed = $state(0);
	#name = $state('');
	#codeProblem = $state<CodeProblem | null>(null);

	readonly #paper: Paper = $derived(this.#draw(this.#seed));
	readonly code: string = $derived(this.#codeOf(this.#seed, this.#paper));
	readonly questions: readonly PrintedQuestion[] = $derived.by(() => {
		const items = this.#set === null ? new Map<number, Item>() : itemsByNumber(this.#set);
		return this.#paper.flatMap(({ item: itemNumber, order }, index) => {
			const item = items.get(itemNumber);
			return item === undefined ? [] : [{ number: index + 1, item, order }];
		});
	});
	/** The cards of the same questions, in the order of the selection: cards are shuffled by hand. */
	readonly cards: readonly PrintedCard[] = $derived.by(() => {
		const setId = this.#set?.id ?? '';
		const drawn = new Set(this.#paper.map(({ item }) => item));
		return this.#items
			.filter(({ number }) => drawn.has(number))
			.flatMap((item) => cardsOfItem(setId, item).map((card) => ({ item, part: toCardAddress(card).part })));
	});
	readonly title: string = $derived.by(() => {
		const name = cleanText(this.#name).replaceAll('\n', ' ').trim();
		return name === '' ? (this.#set?.title ?? '') : name;
	});

	constructor(app: App) {
		this.#app = app;
	}

	get phase() {
		return this.#phase;
	}
	get set(): StudySet | null {
		return this.#set;
	}
	/** How many questions there are to choose from. */
	get available(): number {
		return this.#items.length;
	}
	get count(): number {
		return this.#count;
	}
	get time(): TimeLimit {
		return this.#time;
	}
	/** What the teacher calls it; empty for the set's own title. */
	get name(): string {
		return this.#name;
	}
	get codeProblem(): CodeProblem | null {
		return this.#codeProblem;
	}
	sourceOf(key: string): SourceName | undefined {
		return this.#sources.get(key);
	}
	/** Who published an item's sources, each once. */
	publishersOf(item: Item): readonly string[] {
		const keys = item.provenance?.sources ?? [];
		return [...new Set(keys.flatMap((key) => this.#sources.get(key)?.publisher ?? []))];
	}
	topicOf(item: Item): string | null {
		return this.#set?.topics.find(({ id }) => id === item.topic)?.title ?? null;
	}

	/** Loads what the address selects, or the first bundled set, and draws the paper of the code, if it names one. */
	async start(scope: StudyScope, wish: PaperWish | null, code: string | null): Promise<void> {
		const id = scope.setId ?? this.#app.library.banks[0]?.id ?? '';
		const set = await this.#app.library.set(id);
		if (set === null) {
			this.#phase = 'missing';
			return;
		}
		this.#sources = await this.#app.library.sources(set.id);
		this.#set = set;
		this.#items = selectItems(set, scope);
		this.#isPart = isPartial(scope) && this.#items.length < set.items.length;
		const usual = scope.items.length > 0 ? this.available : USUAL_COUNT;
		this.#count = Math.min(wish?.count ?? usual, this.available);
		this.#time = wish?.time ?? { kind: 'none' };
		this.#seed = this.#usualSeed();
		if (code !== null) this.useCode(code);
		this.#phase = 'ready';
	}

	rename(name: string): void {
		this.#name = name.slice(0, MAX_NAME);
	}

	setCount(count: number): void {
		this.#count = count;
		this.#codeProblem = null;
	}

	/** Draws the paper that a code names; another paper's code changes nothing. */
	useCode(text: string): void {
		const read = parsePaperCode(text);
		if (!read.ok) {
			this.#codeProblem = 'not-a-code';
			return;
		}
		const { code, seed } = read.value;
		const isSame = this.#codeOf(seed, this.#draw(seed)) === code;
		this.#codeProblem = isSame ? null : 'other-paper';
		if (isSame) this.#seed = seed;
	}

	/** Another paper of the same kind, for the other half of the class. */
	drawAnother(): void {
		this.#seed = newSeed();
		this.#codeProblem = null;
	}

	/** @returns `quiz=…&code=…`: with the selection, what an address needs to print the same paper again */
	toQuery(): string {
		return `${writeQuizSettings({ count: this.#count, time: this.#time })}&code=${this.code}`;
	}

	/** Without a code: the same paper as in a quiz link to the same questions. */
	#usualSeed(): number {
		const numbers = this.#items.map(({ number }) => number);
		return this.#set === null ? 0 : toSeed(this.#set.id, this.#set.revision, numbers);
	}

	/** Draws as the quiz of such a link does: picked questions keep their order unless there are more than are asked. */
	#draw(seed: number): Paper {
		const numbers = this.#isPart ? this.#items.map(({ number }) => number) : [];
		const items = this.#count < numbers.length ? [] : numbers;
		const setId = this.#set?.id ?? '';
		return drawPaper({ setId, topics: [], items, count: this.#count, time: this.#time, factor: 1, seed }, this.#items);
	}

	#codeOf(seed: number, paper: Paper): string {
		return toPaperCode(seed, this.#set?.id ?? '', paper, this.#items);
	}
}
