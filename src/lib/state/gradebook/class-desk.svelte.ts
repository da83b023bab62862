import { ok, type Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { listGiven } from '$lib/storage/given-store';
import { countResults } from '$lib/storage/results-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from '../database.svelte';

/** An assignment given here, in short. */
export type GivenInShort = {
	readonly id: string;
	readonly title: string;
	readonly givenAt: EpochMs;
	readonly closesAt: EpochMs | null;
	readonly results: number;
	/** Length of the class list; 0 when none was pasted. */
	readonly learners: number;
};

/** The assignments that were given on this device. */
export class ClassDesk {
	readonly #database: DatabaseAccess;
	#given = $state.raw<readonly GivenInShort[] | null>(null);
	#problem = $state.raw<StorageError | null>(null);

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	/** Latest first; null until they are read. */
	get given(): readonly GivenInShort[] | null {
		return this.#given;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	async refresh(): Promise<void> {
		const read = await this.#read();
		this.#problem = read.ok ? null : read.error;
		if (read.ok) this.#given = read.value;
	}

	async #read(): Promise<Result<GivenInShort[], StorageError>> {
		const opened = await this.#database.open();
		if (!opened.ok) return opened;
		const listed = await listGiven(opened.value);
		if (!listed.ok) return listed;
		const ids = listed.value.map(({ id }) => id);
		const counts = await countResults(opened.value, ids);
		if (!counts.ok) return counts;
		const inShort = listed.value.map(({ id, assignment, givenAt, classList }) => ({
			id,
			title: assignment.title,
			givenAt,
			closesAt: assignment.quiz.rules.closesAt,
			results: counts.value.get(id) ?? 0,
			learners: classList.length
		}));
		return ok(inShort);
	}
}
