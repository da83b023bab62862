import {
	compareMarking,
	gatherLearners,
	sortLearners,
	tallyItems,
	type GradebookEntry,
	type GradebookLearner,
	type GradebookOrder,
	type ItemTally,
	type MarkingEffect
} from '$lib/domain/gradebook';
import type { Item } from '$lib/domain/item';
import { callRoll, parseClassList, type RollCall } from '$lib/domain/learner-names';
import { createMarker } from '$lib/domain/mark-result';
import type { Remark } from '$lib/domain/remark';
import type { Result } from '$lib/domain/result';
import { findOddities } from '$lib/domain/result-oddities';
import { LOCALE } from '$lib/i18n/locale';
import { changeGiven, type GivenChange } from '$lib/storage/given-changes';
import { readGiven } from '$lib/storage/given-store';
import { deleteGivenWithResults, deleteResult, deleteResultsOf, listResults } from '$lib/storage/results-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import type { GivenRow, ResultRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from '../database.svelte';
import { createBreather } from './breathe';

const compareNames = new Intl.Collator(LOCALE, { numeric: true, sensitivity: 'base' }).compare;

/** The results of one assignment, marked with its remarks. */
export class GradebookDesk {
	readonly #database: DatabaseAccess;
	#phase = $state<'loading' | 'ready' | 'missing' | 'deleted'>('loading');
	#given = $state.raw<GivenRow | null>(null);
	#rows = $state.raw<readonly ResultRow[]>([]);
	#entries = $state.raw<readonly GradebookEntry[]>([]);
	#problem = $state.raw<StorageError | null>(null);
	#effect = $state.raw<MarkingEffect | null>(null);
	#before = $state.raw<readonly Remark[] | null>(null);
	order = $state<GradebookOrder>('name');

	readonly items: ReadonlyMap<number, Item> = $derived(
		new Map(this.#given?.set.items.map((item) => [item.number, item]))
	);
	readonly #gathered: readonly GradebookLearner[] = $derived(
		gatherLearners(this.#entries, this.#given?.classList ?? [])
	);
	readonly learners: readonly GradebookLearner[] = $derived(sortLearners(this.#gathered, this.order, compareNames));
	readonly tallies: readonly ItemTally[] = $derived(tallyItems(this.#entries, [...this.items.keys()]));
	/** Null when no class list was pasted. */
	readonly roll: RollCall | null = $derived.by(() => {
		const { classList = [] } = this.#given ?? {};
		return classList.length === 0
			? null
			: callRoll(
					classList,
					this.#gathered.map(({ name }) => name)
				);
	});

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	/** `missing`: no such assignment was given here. */
	get phase() {
		return this.#phase;
	}
	get given(): GivenRow | null {
		return this.#given;
	}
	get entries(): readonly GradebookEntry[] {
		return this.#entries;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	/** What the last change of the marking did; null before any. */
	get effect(): MarkingEffect | null {
		return this.#effect;
	}
	get canUndo(): boolean {
		return this.#before !== null;
	}

	/** Reads the assignment and its results, for the first time or anew. */
	async load(id: string): Promise<void> {
		const given = await this.#with((db) => readGiven(db, id));
		if (given === undefined) return;
		this.#given = given;
		if (given === null) {
			this.#phase = 'missing';
			return;
		}
		const rows = await this.#with((db) => listResults(db, id));
		if (rows === undefined) return;
		this.#rows = rows;
		await this.#mark();
		this.#phase = 'ready';
	}

	/** @param text as pasted; empty takes the list away */
	async setClassList(text: string): Promise<void> {
		await this.#change(() => ({ classList: parseClassList(text) }));
	}

	/** Marks every result anew with one more remark. */
	addRemark(remark: Remark): Promise<void> {
		return this.#remark((remarks) => [...remarks.filter((other) => !isSame(other, remark)), remark]);
	}

	/** Marks every result anew without a remark. */
	removeRemark(remark: Remark): Promise<void> {
		return this.#remark((remarks) => remarks.filter((other) => !isSame(other, remark)));
	}

	/** Takes the last change of the remarks back. */
	async undoRemark(): Promise<void> {
		const before = this.#before;
		if (before === null) return;
		await this.#remark(() => before);
		this.#before = null;
	}

	async deleteResult(id: string): Promise<void> {
		const done = await this.#with((db) => deleteResult(db, id));
		if (done === undefined) return;
		this.#rows = this.#rows.filter((row) => row.id !== id);
		this.#entries = this.#entries.filter(({ received }) => received.id !== id);
	}

	async deleteAllResults(): Promise<void> {
		const id = this.#given?.id ?? '';
		if ((await this.#with((db) => deleteResultsOf(db, id))) === undefined) return;
		this.#rows = this.#entries = [];
	}

	/** Deletes the assignment with its results and its keys. */
	async deleteAssignment(): Promise<void> {
		const id = this.#given?.id ?? '';
		if ((await this.#with((db) => deleteGivenWithResults(db, id))) === undefined) return;
		this.#rows = this.#entries = [];
		this.#given = null;
		this.#phase = 'deleted';
	}

	async #remark(change: (remarks: readonly Remark[]) => readonly Remark[]): Promise<void> {
		const [remarks, entries] = [this.#given?.remarks ?? [], this.#entries];
		if (!(await this.#change((row) => ({ remarks: change(row.remarks) })))) return;
		await this.#mark();
		this.#before = remarks;
		this.#effect = compareMarking(entries, this.#entries);
	}

	async #change(change: (row: GivenRow) => GivenChange): Promise<boolean> {
		const id = this.#given?.id ?? '';
		const changed = await this.#with((db) => changeGiven(db, id, change));
		if (changed === undefined) return false;
		if (changed === null) this.#phase = 'missing';
		this.#given = changed;
		return changed !== null;
	}

	/** Ten thousand results take seconds, in which the page answers. */
	async #mark(): Promise<void> {
		const given = this.#given;
		if (given === null) return;
		const mark = createMarker(given);
		const breathe = createBreather();
		const entries: GradebookEntry[] = [];
		for (const received of this.#rows) {
			const marked = mark(received.result);
			const { result, receivedAt } = received;
			const oddities = findOddities(given.assignment, result, receivedAt, marked.isOtherEdition);
			entries.push({ received, marked, oddities });
			await breathe();
		}
		this.#entries = entries;
	}

	/** @returns undefined when it failed; `problem` then says why */
	async #with<T>(work: (db: BackstoryDatabase) => Promise<Result<T, StorageError>>): Promise<T | undefined> {
		const opened = await this.#database.open();
		const done = opened.ok ? await work(opened.value) : opened;
		this.#problem = done.ok ? null : done.error;
		return done.ok ? done.value : undefined;
	}
}

function isSame(a: Remark, b: Remark): boolean {
	if (a.item !== b.item || a.kind !== b.kind) return false;
	if (a.kind === 'option') return b.kind === 'option' && a.option === b.option;
	return a.kind !== 'words' || (b.kind === 'words' && a.words === b.words);
}
