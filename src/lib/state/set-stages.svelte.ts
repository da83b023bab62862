import { cardsOfItem, type CardId, type CardState } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import { ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import { stageOfItem, type Stage } from '$lib/domain/stage';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { CardShelf, ShelvedCard, Suspension } from './card-shelf';

/** What was done last, and can be undone. */
export type SuspensionDone = { readonly suspended: boolean; readonly items: readonly number[] };

/** How far the learner has come with each item of a set; items are set aside and taken back here. */
export class SetStages {
	readonly #app: App;
	#set: StudySet | null = null;
	#opening: Promise<Result<CardShelf, StorageError>> | null = null;
	/** Null when nothing is stored. */
	#prepared: Promise<Result<CardShelf, StorageError> | null> | null = null;
	#undoable: Suspension | null = null;
	#busy = false;

	/** Null until it is known. */
	#states = $state.raw<ReadonlyMap<CardId, CardState> | null>(null);
	#isUnreadable = $state(false);
	#problem = $state.raw<StorageError | null>(null);
	#done = $state.raw<SuspensionDone | null>(null);

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
	get done(): SuspensionDone | null {
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
		return states === null ? null : stageOfItem(this.#cardsOf(item, states).map(({ state }) => state));
	}

	/**
	 * Sets items aside, so that they no longer come up in study, or takes them back; those that are so already stay as they are.
	 * @returns whether it is stored; if not, nothing has changed and `problem` says why
	 */
	async suspend(items: readonly Item[], suspended: boolean): Promise<boolean> {
		const states = this.#states;
		const changing = items.filter((item) => (this.stageOf(item) === 'suspended') !== suspended);
		if (states === null || changing.length === 0 || this.#busy) return false;
		this.#busy = true;
		const cards = changing
			.flatMap((item) => this.#cardsOf(item, states))
			.filter(({ state }) => (state?.suspended === true) !== suspended);
		const opened = await this.#open();
		const stored = opened.ok ? await opened.value.suspend(cards, suspended) : opened;
		this.#busy = false;
		if (!stored.ok) return this.#fail(stored.error);
		this.forget();
		this.#undoable = stored.value;
		this.#take(stored.value.cards);
		this.#done = { suspended, items: changing.map(({ number }) => number) };
		return true;
	}

	/** Takes the last change back. @returns whether that is stored */
	async undo(): Promise<boolean> {
		const [suspension, opened] = [this.#undoable, await this.#opening];
		if (suspension === null || opened?.ok !== true || this.#busy) return false;
		this.#busy = true;
		const stored = await opened.value.undo(suspension);
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
