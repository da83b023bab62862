import type { StorageError } from '$lib/storage/storage-error';
import { isFields } from '$lib/storage/shape';
import type { DatabaseAccess } from '../database.svelte';
import { KeptWork } from '../kept-work';
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

/** A text field with thousands of lines takes browsers minutes: a text of more letters is read without being shown. */
export const LONG = 20_000;

/** Texts that were pasted and are not taken in: what stands in the field, and one that is too long for it. */
type Pasted = { readonly text: string; readonly long: string };

/** What is shown of a text that is of no use: enough to find it again. */
const START_LETTERS = 28;

/** Takes in results of any assignment, however they come back. */
export class Intake {
	readonly #database: DatabaseAccess;
	readonly #ontaken: () => void;
	readonly #work: KeptWork<Pasted>;
	#isLoaded = $state(false);
	#isResumed = $state(false);
	#long = $state.raw('');
	/** What stands in the field. */
	text = $state('');
	#summary = $state.raw<IntakeSummary | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#progress = $state.raw<{ readonly done: number; readonly of: number } | null>(null);

	/** @param ontaken called when the gradebook may have changed */
	constructor(database: DatabaseAccess, ontaken: () => void) {
		this.#database = database;
		this.#ontaken = ontaken;
		this.#work = new KeptWork(database, 'intake', parsePasted);
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

	/** Whether the text in the field is what was begun on an earlier visit. */
	get isResumed(): boolean {
		return this.#isResumed && this.text !== '';
	}
	/** Letters of a long text that was pasted and is not taken in; 0 for none. */
	get waiting(): number {
		return this.#progress === null ? this.#long.length : 0;
	}

	/** Takes up what was pasted on an earlier visit and not taken in. */
	async load(): Promise<void> {
		const kept = await this.#work.resume();
		// Something may have been pasted meanwhile.
		this.text = [kept?.text ?? '', this.text].filter((part) => part !== '').join('\n');
		this.#long ||= kept?.long ?? '';
		this.#isResumed = kept !== null;
		this.#isLoaded = true;
	}

	/** Keeps what was pasted, for coming back to. */
	keep(): void {
		const [text, long] = [this.text, this.#long];
		if (this.#isLoaded) this.#work.keep(text === '' && long === '' ? null : { text, long });
	}

	/** Forgets what was pasted. */
	startAfresh(): void {
		this.text = this.#long = '';
		this.#isResumed = false;
	}

	/** The screen is left. */
	leave(): void {
		this.#work.leave();
	}

	/** Finds every result in what stands in the field, and takes it in. */
	async takeText(): Promise<void> {
		const { text } = this;
		if (await this.#take(() => Promise.resolve({ texts: [text], unread: [] }))) this.text = '';
	}

	/** The same of a text of any size; none for the one that waits. It is kept until it is in. */
	async takeLong(text = this.#long): Promise<void> {
		if (this.#progress !== null) return;
		this.#long = text;
		this.keep();
		await this.#work.stored();
		if (await this.#take(() => Promise.resolve({ texts: [text], unread: [] }))) this.#long = '';
	}

	/** Takes in files: texts with any number of results, and pictures of codes. */
	async takeFiles(files: readonly File[]): Promise<void> {
		await this.#take(async () => (await import('./read-returns')).readReturnFiles(files));
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

	/** @returns whether all is stored that was of use */
	async #take(
		read: () => Promise<{ readonly texts: readonly string[]; readonly unread: readonly string[] }>
	): Promise<boolean> {
		if (this.#progress !== null) return false;
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
			return returned.ok;
		} finally {
			this.#progress = null;
		}
	}
}

function parsePasted(value: unknown): Pasted | null {
	if (!isFields(value)) return null;
	const { text, long } = value;
	return typeof text === 'string' && typeof long === 'string' ? { text, long } : null;
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
