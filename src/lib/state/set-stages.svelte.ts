import { cardsOfItem, type CardId, type CardState } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import { ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import { stageOfItem, type Stage } from '$lib/domain/stage';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { CardAct } from './card-acts';
import type { CardShelf, ShelfAct, ShelvedCard } from './card-shelf';

/** What was done last, and can be undone. */
export type ActDone = { readonly act: CardAct; readonly items: readonly number[] };

/** How far the learner has come with each item of a set; items are set aside and taken back here. */
export class SetStages {
	readonly #app: App;
	#set: StudySet | null = null;
	#opening: Promise<Result<CardShelf, StorageError>> | null = null;
	/** Null when nothing is stored. */
	#prepared: Promise<Result<CardShelf, StorageError> | null> | null = null;
	#undoable: ShelfAct | null = null;
	#busy = false;

	/** Null until it is known. */
	#states = $state.raw<ReadonlyMap<CardId, CardState> | null>(null);
	#isUnreadable = $state(false);
	#problem = $state.raw<StorageError | null>(null);
	#done = $state.raw<ActDone | null>(null);

	constructor(app: App) {
		this.#app = app;
	}

	/** True when something is stored that cannot be read. */
	get isUnreadable(): boolean {
		return this.#isUnreadable;
	}
	/** Why the last change is not stored, or null when it is. */
	get problem(): StorageError | null {
		return this.#problem;
	}
	get done(): ActDone | null {
		return this.#done;
	}

	/** Opens storage ahead of `load`, unless there is nothing in it. */
	prepare(): void {
		this.#prepared = this.#app.database.mayHoldData().then((holds) => (holds ? this.#open() : null));
	}

	/** Reads the stages of a set's items, in one go. */
	async load(set: StudySet): Promise<void> {
		this.#set = set;
		const opened = await this.#prepared;
		const cards = set.items.flatMap((item) => cardsOfItem(set.id, item));
		const read = opened?.ok === true ? await opened.value.read(cards) : (opened ?? ok(new Map()));
		if (read.ok) this.#states = read.value;
		else this.#isUnreadable = true;
	}

	/** @returns null while it is not known */
	stageOf(item: Item): Stage | null {
		const states = this.#states;
		return states === null
			? null
			: stageOfItem(
					this.#cardsOf(item, states).map(({ state }) => state),
					this.#app.preferences.current.leechThreshold
				);
	}

	/**
	 * Suspends items, so that they no longer come up in study, takes them back, puts them off, has them forgotten or reset or gives them
	 * a due day; those with which it would change nothing stay as they are.
	 * @returns whether it is stored; if not, nothing has changed and `problem` says why
	 */
	async act(items: readonly Item[], act: CardAct): Promise<boolean> {
		const states = this.#states;
		if (states === null || this.#busy) return false;
		const changing = items
			.filter((item) => act.kind !== 'suspend' || (this.stageOf(item) === 'suspended') !== act.suspended)
			.map((item) => ({ item, cards: this.#cardsOf(item, states).filter(({ state }) => isChangedBy(act, state)) }))
			.filter(({ cards }) => cards.length > 0);
		if (changing.length === 0) return false;
		this.#busy = true;
		const opened = await this.#open();
		const cards = changing.flatMap((item) => item.cards);
		const stored = opened.ok ? await opened.value.act(cards, act) : opened;
		this.#busy = false;
		if (!stored.ok) return this.#fail(stored.error);
		this.forget();
		this.#undoable = stored.value;
		this.#take(stored.value.cards);
		this.#done = { act, items: changing.map(({ item }) => item.number) };
		return true;
	}

	/** Takes the last change back. @returns whether that is stored */
	async undo(): Promise<boolean> {
		const [done, opened] = [this.#undoable, await this.#opening];
		if (done === null || opened?.ok !== true || this.#busy) return false;
		this.#busy = true;
		const stored = await opened.value.undo(done);
		this.#busy = false;
		if (!stored.ok) return this.#fail(stored.error);
		this.#take(stored.value);
		this.forget();
		return true;
	}

	/** What was done stays done, and what failed is not tried again. */
	forget(): void {
		this.#undoable = null;
		this.#done = null;
		this.#problem = null;
	}

	#cardsOf(item: Item, states: ReadonlyMap<CardId, CardState>): ShelvedCard[] {
		return cardsOfItem(this.#set?.id ?? '', item).map((card) => ({ card, state: states.get(card) ?? null }));
	}

	/** Loads what reads and writes; an opening that failed is tried again. */
	async #open(): Promise<Result<CardShelf, StorageError>> {
		this.#opening ??= import('./card-shelf').then(({ CardShelf }) => CardShelf.open(this.#app.database));
		const opened = await this.#opening;
		if (!opened.ok) this.#opening = null;
		return opened;
	}

	#take(cards: readonly ShelvedCard[]): void {
		const states = new Map(this.#states);
		for (const { card, state } of cards) {
			if (state === null) states.delete(card);
			else states.set(card, state);
		}
		this.#states = states;
		void this.#app.home.refresh();
	}

	#fail(problem: StorageError): false {
		this.#problem = problem;
		return false;
	}
}

/** A new card has no memory to put off or forget: it can only be suspended. */
function isChangedBy(act: CardAct, state: CardState | null): boolean {
	if (act.kind === 'suspend') return (state?.suspended === true) !== act.suspended;
	return state !== null && state.reviews > 0 && !state.suspended;
}
