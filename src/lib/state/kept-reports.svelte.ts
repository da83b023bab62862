import { isFields } from '$lib/storage/shape';
import type { DatabaseAccess } from './database.svelte';
import { KeptWork } from './kept-work';

/** By index of the question. */
type Drafts = Readonly<Record<string, string>>;

/** What a learner has typed of reports on the questions of one attempt and not kept yet, for coming back to. */
export class KeptReports {
	readonly #database: DatabaseAccess;
	#work: KeptWork<Drafts> | null = null;
	#isLoaded = false;
	#drafts = $state.raw<Drafts>({});

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	/** Takes up what was typed before on the attempt of that id. */
	async load(attempt: string): Promise<void> {
		this.#work = new KeptWork(this.#database, `report.${attempt}`, parseDrafts);
		const kept = await this.#work.resume();
		this.#isLoaded = true;
		// Somebody may have begun to type meanwhile: that holds.
		this.#drafts = { ...kept, ...this.#drafts };
		this.#keep();
	}

	/** Indices of the questions with a report begun and not kept. */
	get begun(): readonly number[] {
		return Object.entries(this.#drafts).flatMap(([index, words]) => (words.trim() === '' ? [] : [Number(index)]));
	}

	/** @returns the draft on a question; null where there is none */
	on(index: number): string | null {
		return this.#drafts[index] ?? null;
	}

	/** Into the database with every letter: a browser that is killed says no word before. */
	draft(index: number, words: string): void {
		this.#drafts = { ...this.#drafts, [index]: words };
		this.#keep();
	}

	/** Those words on a question are with the attempt now; what was typed since then is not. */
	drop(index: number, words: string): void {
		if (this.#drafts[index] !== words) return;
		this.#drafts = Object.fromEntries(Object.entries(this.#drafts).filter(([key]) => key !== String(index)));
		this.#keep();
	}

	/** The screen is left. */
	leave(): void {
		this.#work?.leave();
	}

	#keep(): void {
		if (this.#isLoaded) this.#work?.keep(Object.keys(this.#drafts).length === 0 ? null : this.#drafts);
	}
}

function parseDrafts(value: unknown): Drafts | null {
	if (!isFields(value)) return null;
	const entries = Object.entries(value).flatMap(([index, words]) =>
		/^\d{1,5}$/.test(index) && typeof words === 'string' ? [[index, words] as const] : []
	);
	return entries.length === 0 ? null : Object.fromEntries(entries);
}
