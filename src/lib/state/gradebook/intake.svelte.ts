import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from '../database.svelte';
import type { Returned, ReturnProblem } from './open-returns';

/** What one paste, one choice of files or one sweep brought. */
export type IntakeSummary = {
	readonly added: number;
	readonly replaced: number;
	/** Here already, word for word, or in a later form. */
	readonly known: number;
	readonly problems: readonly { readonly problem: ReturnProblem; readonly start: string }[];
	/** Names of files in which nothing could be read. */
	readonly unread: readonly string[];
	/** The assignments that results were for, with how many. */
	readonly assignments: readonly { readonly id: string; readonly title: string; readonly count: number }[];
};

/** What is shown of a text that is of no use: enough to find it again. */
const START_LETTERS = 28;

/** Takes in results of any assignment, however they come back. */
export class Intake {
	readonly #database: DatabaseAccess;
	readonly #ontaken: () => void;
	#summary = $state.raw<IntakeSummary | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#progress = $state.raw<{ readonly done: number; readonly of: number } | null>(null);

	/** @param ontaken called when the gradebook may have changed */
	constructor(database: DatabaseAccess, ontaken: () => void) {
		this.#database = database;
		this.#ontaken = ontaken;
	}

	/** Null until something was taken in. */
	get summary(): IntakeSummary | null {
		return this.#summary;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	/** Null when nothing is being read. */
	get progress(): { readonly done: number; readonly of: number } | null {
		return this.#progress;
	}

	/** Finds every result in a text of any size, and takes it in. */
	takeText(text: string): Promise<void> {
		return this.#take(() => Promise.resolve({ texts: [text], unread: [] }));
	}

	/** Takes in files: texts with any number of results, and pictures of codes. */
	takeFiles(files: readonly File[]): Promise<void> {
		return this.#take(async () => (await import('./read-returns')).readReturnFiles(files));
	}

	/** Takes in the text of one code. @returns what became of it, or null when nothing could be stored */
	async takeCode(text: string): Promise<Returned | null> {
		const opened = await this.#database.open();
		const { openReturns } = await import('./open-returns');
		const returned = opened.ok ? await openReturns(opened.value, [text]) : opened;
		this.#problem = returned.ok ? null : returned.error;
		this.#ontaken();
		return returned.ok ? (returned.value[0] ?? null) : null;
	}

	/** @returns who of an assignment's class list has not handed in; null without a list */
	async missingOf(assignment: string): Promise<readonly string[] | null> {
		const opened = await this.#database.open();
		return opened.ok ? (await import('./read-missing')).readMissing(opened.value, assignment) : null;
	}

	async #take(
		read: () => Promise<{ readonly texts: readonly string[]; readonly unread: readonly string[] }>
	): Promise<void> {
		if (this.#progress !== null) return;
		this.#summary = this.#problem = null;
		this.#progress = { done: 0, of: 0 };
		try {
			const [{ texts, unread }, { findReturns }, { openReturns }] = await Promise.all([
				read(),
				import('$lib/share/find-returns'),
				import('./open-returns')
			]);
			const found = texts.flatMap(findReturns);
			const opened = await this.#database.open();
			const returned = opened.ok
				? await openReturns(opened.value, found, (done) => (this.#progress = { done, of: found.length }))
				: opened;
			if (returned.ok) this.#summary = summarise(returned.value, unread);
			else this.#problem = returned.error;
			this.#ontaken();
		} finally {
			this.#progress = null;
		}
	}
}

function summarise(returned: readonly Returned[], unread: readonly string[]): IntakeSummary {
	const taken = returned.filter((one) => one.kind === 'taken');
	const count = (...outcomes: readonly string[]): number =>
		taken.filter(({ outcome }) => outcomes.includes(outcome)).length;
	const titles = new Map(taken.map(({ assignment, title }) => [assignment, title]));
	return {
		added: count('added'),
		replaced: count('replaced'),
		known: count('same', 'older'),
		problems: returned.flatMap((one) =>
			one.kind === 'problem' ? [{ problem: one.problem, start: one.text.slice(0, START_LETTERS) }] : []
		),
		unread,
		assignments: [...titles].map(([id, title]) => ({
			id,
			title,
			count: taken.filter(({ assignment }) => assignment === id).length
		}))
	};
}
