import { labelOfKind, type ClassifyLabel } from '$lib/domain/item';
import { createRng } from '$lib/domain/rng';
import { countSorted, drawSortRound, markSeen, type Sorted, type SortStatement } from '$lib/domain/sort-practice';
import { newSeed } from './clock';
import { localStore } from './local-store';
import { readSeen, writeSeen } from './sort-progress';

const ROUND = 10;

/** Sorting statements by their kind, ten a round. Practice only: it writes nothing to the learning log. */
export class SortPractice {
	readonly #statements: readonly SortStatement[];
	#seen: ReadonlySet<string> = new Set();
	#round = $state.raw<readonly SortStatement[]>([]);
	#sorted = $state.raw<readonly Sorted[]>([]);
	#place = $state(0);

	/** The statement on the screen; null before the first round is drawn, and after the last statement of a round. */
	readonly statement = $derived(this.#round[this.#place] ?? null);
	/** What the statement on the screen was taken for; null until it is sorted. */
	readonly chosen = $derived(this.#sorted[this.#place]?.chosen ?? null);
	readonly isFinished = $derived(this.#round.length > 0 && this.#place >= this.#round.length);
	readonly right = $derived(this.#sorted.filter(({ kind, chosen }) => labelOfKind(kind) === chosen).length);
	readonly counts = $derived(countSorted(this.#sorted));

	constructor(statements: readonly SortStatement[]) {
		this.#statements = statements;
	}

	/** Place of the statement on the screen, from 1 on. */
	get position(): number {
		return this.#place + 1;
	}
	/** How many statements the round has. */
	get count(): number {
		return this.#round.length;
	}
	/** How many of the round are sorted. */
	get done(): number {
		return this.#sorted.length;
	}

	/** Draws the next round, at first one that goes on where the last visit ended. */
	start(): void {
		if (this.#round.length === 0) this.#seen = readSeen(localStore());
		this.#round = drawSortRound(this.#statements, this.#seen, ROUND, createRng(newSeed()));
		this.#sorted = [];
		this.#place = 0;
	}

	/** Takes the statement on the screen for something; the first answer stands. */
	sort(chosen: ClassifyLabel): void {
		const statement = this.statement;
		if (statement === null || this.chosen !== null) return;
		this.#sorted = [...this.#sorted, { kind: statement.kind, chosen }];
		this.#seen = markSeen(this.#seen, statement.id, this.#statements);
		writeSeen(localStore(), this.#seen);
	}

	/** Goes on to the next statement, or to the end of the round. */
	next(): void {
		if (this.chosen !== null) this.#place += 1;
	}
}
