import type { Item } from '$lib/domain/item';
import { cleanName } from '$lib/domain/clean-text';
import { foldName } from '$lib/domain/learner-names';
import { createMarker } from '$lib/domain/mark-result';
import { isFromPaper, toPaperResult, toPaperSender } from '$lib/domain/paper-result';
import {
	drawTwin,
	findTwin,
	seedOfLearner,
	sharedSeeds,
	type PaperCodeProblem,
	type PaperTwin
} from '$lib/domain/paper-twin';
import { readAnswerLine, type ReadAnswerLine } from '$lib/domain/read-answer-line';
import { writeAnswerLine } from '$lib/domain/write-answer-line';
import { readGiven } from '$lib/storage/given-store';
import { addResults, listResults } from '$lib/storage/results-store';
import type { GivenRow, ResultRow } from '$lib/storage/rows';
import { isFields } from '$lib/storage/shape';
import type { StorageError } from '$lib/storage/storage-error';
import { now } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { KeptWork } from './kept-work';
import { itemsByNumber } from './library.svelte';

/** What is typed of a paper. */
type Typed = Readonly<Record<'name' | 'code' | 'line', string>>;

/** A paper that is in the gradebook. */
export type EnteredPaper = { readonly name: string; readonly points: number; readonly total: number };

/** What keeps a paper from being saved. */
export type EntryHurdle = 'name' | 'code' | 'nothing' | 'problems' | 'surplus';

const EMPTY: ReadAnswerLine = { answers: [], reached: 0, surplus: '' };

/** Answers on paper on their way into the gradebook, one learner after another. */
export class PaperEntry {
	readonly #database: DatabaseAccess;
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#given = $state.raw<GivenRow | null>(null);
	#rows = $state.raw<readonly ResultRow[]>([]);
	#problem = $state.raw<StorageError | null>(null);
	#saved = $state.raw<EnteredPaper | null>(null);
	#work: KeptWork<Typed> | null = null;
	#isResumed = $state(false);
	/** While a paper is being saved: pressed twice, it would be in twice. */
	#busy = false;
	name = $state('');
	code = $state('');
	line = $state('');

	readonly items: ReadonlyMap<number, Item> = $derived(
		this.#given === null ? new Map() : itemsByNumber(this.#given.set)
	);
	/** The papers that all share; their codes need no typing. */
	readonly shared: readonly PaperTwin[] = $derived.by(() => {
		const given = this.#given;
		return given === null ? [] : sharedSeeds(given.assignment).map((seed) => drawTwin(given, seed));
	});
	readonly #found = $derived(this.#given === null ? null : findTwin(this.#given, this.code));
	/** The paper whose code is typed. */
	readonly twin: PaperTwin | null = $derived(this.#found?.ok === true ? this.#found.value : null);
	readonly codeProblem: PaperCodeProblem | null = $derived(
		this.#found === null || this.#found.ok || this.code.trim() === '' ? null : this.#found.error.kind
	);
	readonly read: ReadAnswerLine = $derived(
		this.twin === null ? EMPTY : readAnswerLine(this.line, this.twin.paper, this.items)
	);
	readonly hurdle: EntryHurdle | null = $derived.by(() => {
		if (this.twin === null) return 'code';
		if (cleanName(this.name) === '') return 'name';
		if (this.read.answers.some(({ kind }) => kind === 'problem')) return 'problems';
		if (this.read.surplus !== '') return 'surplus';
		return this.line.trim() === '' ? 'nothing' : null;
	});
	/** Papers of this assignment that are in the gradebook, latest first. */
	readonly entered: readonly EnteredPaper[] = $derived.by(() => {
		if (this.#given === null) return [];
		const mark = createMarker(this.#given);
		return [...this.#rows]
			.sort((a, b) => b.receivedAt - a.receivedAt)
			.map(({ result }) => {
				const { points, total } = mark(result).score;
				return { name: result.name, points, total };
			});
	});
	/** Names on the class list of whom no paper is in yet. */
	readonly waiting: readonly string[] = $derived.by(() => {
		const here = new Set(this.entered.map(({ name }) => foldName(name)));
		return (this.#given?.classList ?? []).filter((name) => !here.has(foldName(name)));
	});
	/** A paper under this name is in: saving takes its place. */
	readonly replaces: boolean = $derived(this.#rowOf(this.name) !== undefined);

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
	get problem(): StorageError | null {
		return this.#problem;
	}
	/** Whether this is what was begun on an earlier visit. */
	get isResumed(): boolean {
		return this.#isResumed;
	}
	/** The paper saved last. */
	get saved(): EnteredPaper | null {
		return this.#saved;
	}

	async load(id: string): Promise<void> {
		const opened = await this.#database.open();
		const given = opened.ok ? await readGiven(opened.value, id) : opened;
		const rows = opened.ok ? await listResults(opened.value, id) : opened;
		this.#problem = given.ok ? (rows.ok ? null : rows.error) : given.error;
		if (!given.ok || !rows.ok) return;
		this.#work = given.value === null ? null : new KeptWork(this.#database, `entry.${given.value.id}`, parseTyped);
		const kept = (await this.#work?.resume()) ?? null;
		this.#given = given.value;
		this.#rows = rows.value.filter(({ sender }) => isFromPaper(sender));
		this.#phase = given.value === null ? 'missing' : 'ready';
		const [only, ...others] = this.shared;
		if (only !== undefined && others.length === 0) this.code = only.code;
		if (kept !== null) ({ name: this.name, code: this.code, line: this.line } = kept);
		this.#isResumed = kept !== null;
	}

	/** Keeps what is typed and not saved, for coming back to. */
	keep(): void {
		const { name, code, line } = this;
		if (this.#given !== null) this.#work?.keep(name === '' && line === '' ? null : { name, code, line });
	}

	/** Forgets what was begun. */
	startAfresh(): void {
		this.#clear();
	}

	/** The screen is left. */
	leave(): void {
		this.#work?.leave();
	}

	/** Takes a code as it is typed. The paper of one learner says whose it is. */
	typeCode(code: string): void {
		this.code = code;
		const [given, twin] = [this.#given, this.twin];
		if (given === null || twin === null || this.name !== '' || this.shared.length > 0) return;
		this.name = given.classList.find((name) => seedOfLearner(given.assignment, name) === twin.seed) ?? '';
	}

	/** Takes a learner up: what is in the gradebook of them is shown to be changed. */
	choose(name: string): void {
		this.name = name;
		const given = this.#given;
		if (given === null) return;
		const row = this.#rowOf(name);
		const [own] = this.shared;
		if (row !== undefined) {
			const twin = drawTwin(given, row.result.seed);
			const responses = row.result.answers.map((answer) => answer?.response ?? null);
			this.code = twin.code;
			this.line = writeAnswerLine(responses, twin.paper, this.items);
		} else if (own === undefined && this.#isListed(name)) {
			// The paper that was printed with this name on it.
			this.code = drawTwin(given, seedOfLearner(given.assignment, name)).code;
		}
	}

	/** Puts the paper into the gradebook and makes room for the next. @returns false when it can't be saved as it stands */
	async save(): Promise<boolean> {
		const [given, twin] = [this.#given, this.twin];
		if (given === null || twin === null || this.hurdle !== null || this.#busy) return false;
		this.#busy = true;
		try {
			return await this.#store(given, twin);
		} finally {
			this.#busy = false;
		}
	}

	async #store(given: GivenRow, twin: PaperTwin): Promise<boolean> {
		const responses = this.read.answers.map((answer) => (answer.kind === 'answered' ? answer.response : null));
		const at = now();
		const result = toPaperResult(given.assignment, twin, { name: this.name, responses, at });
		const sender = this.#rowOf(this.name)?.sender ?? toPaperSender(at);
		const opened = await this.#database.open();
		const incoming = { assignment: given.id, sender, receivedAt: at, result };
		const added = opened.ok ? await addResults(opened.value, [incoming]) : opened;
		const rows = opened.ok && added.ok ? await listResults(opened.value, given.id) : null;
		this.#problem = added.ok ? (rows === null || rows.ok ? null : rows.error) : added.error;
		if (rows === null || !rows.ok) return false;
		this.#rows = rows.value.filter((row) => isFromPaper(row.sender));
		const { points, total } = createMarker(given)(result).score;
		this.#saved = { name: result.name, points, total };
		this.#clear();
		await this.#work?.stored();
		return true;
	}

	#clear(): void {
		this.name = this.line = '';
		this.#isResumed = false;
		if (this.shared.length === 0) this.code = '';
		this.keep();
	}

	#rowOf(name: string): ResultRow | undefined {
		const folded = foldName(name);
		return folded === '' ? undefined : this.#rows.find(({ result }) => foldName(result.name) === folded);
	}

	#isListed(name: string): boolean {
		const folded = foldName(name);
		return (this.#given?.classList ?? []).some((listed) => foldName(listed) === folded);
	}
}

function parseTyped(value: unknown): Typed | null {
	if (!isFields(value)) return null;
	const { name, code, line } = value;
	return typeof name === 'string' && typeof code === 'string' && typeof line === 'string' ? { name, code, line } : null;
}
