import type { Bank } from '$lib/content/bank';
import { bankToStudySet, type BankQuestions } from '$lib/content/bank-questions';
import type { Item } from '$lib/domain/item';
import type { StudySet } from '$lib/domain/set';
import banks from 'virtual:banks';
import type { DatabaseAccess } from './database.svelte';
import { fetchQuestions } from './fetch-questions';

/** A source as an answer's note names it. */
export type SourceName = {
	readonly key: string;
	readonly title: string;
	readonly publisher: string;
	readonly url: string;
};

/** Every set on this device: the bundled banks, fetched from the precache, and own and received ones, from storage. */
export class Library {
	readonly #database: DatabaseAccess;
	readonly #questions = new Map<string, Promise<BankQuestions>>();
	readonly #banks = new Map<string, Promise<Bank>>();
	readonly #sets = new Map<string, Promise<StudySet | null>>();

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	/** The bundled banks in short; known without loading anything. */
	get banks(): typeof banks {
		return banks;
	}

	/**
	 * Loads a bundled bank whole: twice as much as its questions.
	 * @throws when a file cannot be read: it is part of the build, so that is a fault of the site or of the connection
	 */
	bank(id: string): Promise<Bank> {
		return remember(this.#banks, id, async () => {
			const { fetchBank } = await import('./fetch-bank');
			return fetchBank(id, this.#questionsOf(id));
		});
	}

	/** @returns the set with its items, or null when this device has none of that id */
	set(id: string): Promise<StudySet | null> {
		return remember(this.#sets, id, async () => {
			if (isBundled(id)) return bankToStudySet(await this.#questionsOf(id));
			const opened = await this.#database.open();
			if (!opened.ok) return null;
			const { loadSet } = await import('$lib/storage/set-store');
			const loaded = await loadSet(opened.value, id);
			return loaded.ok ? loaded.value : null;
		});
	}

	/** Starts to fetch the bundled questions that a session will need, without waiting for them. */
	prefetch(setId: string | null): void {
		for (const { id } of banks) if (setId === null || setId === id) this.#questionsOf(id).catch(ignoreUntilNeeded);
	}

	/** Forgets what was read of a set, after it was changed or deleted. */
	forget(id: string): void {
		this.#sets.delete(id);
	}

	/** @returns the sources that the given keys name in a set's register; empty for sets without one */
	async sources(setId: string): Promise<ReadonlyMap<string, SourceName>> {
		if (!isBundled(setId)) return new Map();
		const bank = await this.bank(setId);
		return new Map(bank.sources.map((source) => [source.key, source]));
	}

	#questionsOf(id: string): Promise<BankQuestions> {
		return remember(this.#questions, id, () => fetchQuestions(id));
	}
}

/** @returns whether the set ships with the app */
export function isBundled(id: string): boolean {
	return banks.some((bank) => bank.id === id);
}

/** @returns a set's items by number */
export function itemsByNumber(set: StudySet): ReadonlyMap<number, Item> {
	return new Map(set.items.map((item) => [item.number, item]));
}

/** Whoever needs the questions asks again, and meets the error there. */
function ignoreUntilNeeded(): void {
	return;
}

/** Keeps a promise for the next caller, unless it fails: then the next caller tries again. */
function remember<T>(cache: Map<string, Promise<T>>, id: string, load: () => Promise<T>): Promise<T> {
	const known = cache.get(id);
	if (known) return known;
	const loading = load();
	cache.set(id, loading);
	loading.catch(() => cache.delete(id));
	return loading;
}
