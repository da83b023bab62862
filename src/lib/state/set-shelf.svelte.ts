import type { SetOrigin } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { DraftSummary } from './set-draft-store';

/** A set as the shelf shows it. */
export type ShelfSet = {
	readonly id: string;
	readonly title: string;
	readonly lang: string;
	readonly origin: SetOrigin;
	readonly revision: number;
	readonly addedAt: EpochMs;
	readonly items: number;
	readonly cards: number;
	/** Changes that are not finished yet. */
	readonly hasDraft: boolean;
	/** Whether cards of it were begun; null until that is read. */
	readonly begun: boolean | null;
};

/** All sets on this device: the bundled banks first, then own and received ones, latest first, and drafts of new ones. */
export class SetShelf {
	readonly #app: App;
	#phase = $state<'loading' | 'ready'>('loading');
	#problem = $state.raw<StorageError | null>(null);
	#stored = $state.raw<readonly ShelfSet[]>([]);
	#newDrafts = $state.raw<readonly DraftSummary[]>([]);
	#introduced = $state.raw<ReadonlyMap<string, number> | null>(null);

	constructor(app: App) {
		this.#app = app;
	}

	get phase() {
		return this.#phase;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	/** Drafts of sets that were never finished. */
	get newDrafts(): readonly DraftSummary[] {
		return this.#newDrafts;
	}
	get stored(): readonly ShelfSet[] {
		return this.#stored;
	}
	get bundled(): readonly ShelfSet[] {
		return this.#app.library.banks.map((bank) => toBundled(bank, isBegun(this.#introduced, bank.id)));
	}

	async load(): Promise<void> {
		const opened = await this.#app.database.open();
		if (opened.ok) {
			const [{ listSets }, { listDrafts }, { introducedCounts }] = await Promise.all([
				import('$lib/storage/set-store'),
				import('./set-draft-store'),
				import('$lib/storage/due-store')
			]);
			const [sets, drafts] = await Promise.all([listSets(opened.value), listDrafts(opened.value)]);
			this.#problem = sets.ok ? null : sets.error;
			const known = drafts.ok ? drafts.value : [];
			const rows = sets.ok ? sets.value : [];
			const ids = [...this.#app.library.banks, ...rows].map(({ id }) => id);
			const introduced = await introducedCounts(opened.value, ids);
			this.#introduced = introduced.ok ? introduced.value : null;
			this.#stored = rows.map(({ itemCount, cardCount, ...set }) => ({
				...set,
				items: itemCount,
				cards: cardCount,
				hasDraft: known.some((draft) => draft.setId === set.id),
				begun: isBegun(this.#introduced, set.id)
			}));
			this.#newDrafts = known.filter((draft) => !rows.some((row) => row.id === draft.setId));
		} else {
			this.#problem = opened.error;
		}
		this.#phase = 'ready';
	}

	/** Deletes a stored set, or the draft of one. What was learned with it stays in the log. @returns whether it is gone */
	async remove(id: string): Promise<boolean> {
		const opened = await this.#app.database.open();
		if (!opened.ok) {
			this.#problem = opened.error;
			return false;
		}
		const [{ deleteSet }, { readDraft, dropDraft }] = await Promise.all([
			import('$lib/storage/set-store'),
			import('./set-draft-store')
		]);
		const deleted = await deleteSet(opened.value, id);
		const draft = await readDraft(opened.value, id);
		if (deleted.ok && draft.ok && draft.value !== null) await dropDraft(opened.value, draft.value);
		this.#app.library.forget(id);
		await Promise.all([this.load(), this.#app.home.refresh()]);
		if (!deleted.ok) this.#problem = deleted.error;
		return deleted.ok;
	}
}

function isBegun(introduced: ReadonlyMap<string, number> | null, id: string): boolean | null {
	return introduced === null ? null : (introduced.get(id) ?? 0) > 0;
}

function toBundled(bank: App['library']['banks'][number], begun: boolean | null): ShelfSet {
	const { id, title, lang, revision, count, cards } = bank;
	return { id, title, lang, origin: 'bundled', revision, addedAt: 0, items: count, cards, hasDraft: false, begun };
}
