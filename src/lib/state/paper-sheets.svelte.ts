import type { Item } from '$lib/domain/item';
import { drawTwin, seedOfCopy, seedOfLearner, sharedSeeds, type PaperTwin } from '$lib/domain/paper-twin';
import { readGiven } from '$lib/storage/given-store';
import type { GivenRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { itemsByNumber, type SourceName } from './library.svelte';
import type { PrintedQuestion } from './print-draft.svelte';

/** One paper to be printed. */
export type PaperSheet = {
	readonly code: string;
	readonly form: 'A' | 'B' | null;
	/** Null where the learner writes it. */
	readonly name: string | null;
	readonly questions: readonly PrintedQuestion[];
};

/** Papers of their own that are printed at once where no class list says how many. */
export const MOST_COPIES = 60;
const USUAL_COPIES = 10;

/** The papers of an assignment given here, to be printed. */
export class PaperSheets {
	readonly #app: App;
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#row = $state.raw<GivenRow | null>(null);
	#sources = $state.raw<ReadonlyMap<string, SourceName>>(new Map());
	#copies = $state(USUAL_COPIES);
	#problem = $state.raw<StorageError | null>(null);

	/** One or two that are copied for all, or one for each learner. */
	readonly sheets: readonly PaperSheet[] = $derived.by(() => {
		const row = this.#row;
		if (row === null) return [];
		const items = itemsByNumber(row.set);
		const { assignment, classList } = row;
		const shared = sharedSeeds(assignment);
		if (shared.length > 0) return shared.map((seed) => toSheet(drawTwin(row, seed), null, items));
		if (classList.length > 0) {
			return classList.map((name) => toSheet(drawTwin(row, seedOfLearner(assignment, name)), name, items));
		}
		return Array.from({ length: this.#copies }, (_, index) =>
			toSheet(drawTwin(row, seedOfCopy(assignment, index + 1)), null, items)
		);
	});

	constructor(app: App) {
		this.#app = app;
	}

	/** `missing`: no such assignment was given here. */
	get phase() {
		return this.#phase;
	}
	get row(): GivenRow | null {
		return this.#row;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	/** How many papers of their own are printed without a class list. */
	get copies(): number {
		return this.#copies;
	}
	sourceOf(key: string): SourceName | undefined {
		return this.#sources.get(key);
	}

	async load(id: string): Promise<void> {
		const opened = await this.#app.database.open();
		const read = opened.ok ? await readGiven(opened.value, id) : opened;
		this.#problem = read.ok ? null : read.error;
		if (!read.ok) return;
		if (read.value !== null) this.#sources = await this.#app.library.sources(read.value.set.id);
		this.#row = read.value;
		this.#phase = read.value === null ? 'missing' : 'ready';
	}

	setCopies(copies: number): void {
		this.#copies = Math.min(MOST_COPIES, Math.max(1, Math.round(copies)));
	}
}

/** @returns the questions of a paper as they are printed */
export function toPrinted(twin: PaperTwin, items: ReadonlyMap<number, Item>): PrintedQuestion[] {
	return twin.paper.flatMap(({ item: number, order }, index) => {
		const item = items.get(number);
		return item === undefined ? [] : [{ number: index + 1, item, order }];
	});
}

function toSheet(twin: PaperTwin, name: string | null, items: ReadonlyMap<number, Item>): PaperSheet {
	return { code: twin.code, form: twin.form, name, questions: toPrinted(twin, items) };
}
