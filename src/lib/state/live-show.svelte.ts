import { drawTwin } from '$lib/domain/paper-twin';
import { seedOfForm } from '$lib/domain/assigned-paper';
import type { DurationMs, EpochMs } from '$lib/domain/units';
import type { GivenRow } from '$lib/storage/rows';
import { now } from './clock';
import { itemsByNumber } from './library.svelte';
import { toPrinted } from './paper-sheets.svelte';
import type { PrintedQuestion } from './print-draft.svelte';

/** What is on the wall: the way in, a question, or the way home. */
export type LiveStage = 'start' | 'question' | 'end';

/** A paper as it is projected, question by question: form A, which is everyone's where all have the same. */
export class LiveShow {
	readonly questions: readonly PrintedQuestion[];
	#index = $state(-1);
	#isShown = $state(false);
	#endsAt = $state<EpochMs | null>(null);
	#now = $state(0);
	/** Time for each question; 0 for none. */
	countdownMs = $state<DurationMs>(0);
	/** Whether going on leads by the answer. */
	withAnswers = $state(true);

	readonly stage: LiveStage = $derived.by(() =>
		this.#index < 0 ? 'start' : this.#index < this.questions.length ? 'question' : 'end'
	);
	readonly question: PrintedQuestion | null = $derived.by(() => this.questions[this.#index] ?? null);
	/** Null when nothing counts down: no limit was set, or the answer is there to be read. */
	readonly leftMs: DurationMs | null = $derived(
		this.#endsAt === null || this.#isShown ? null : Math.max(0, this.#endsAt - this.#now)
	);

	constructor(row: GivenRow) {
		this.questions = toPrinted(drawTwin(row, seedOfForm(row.assignment, 'A')), itemsByNumber(row.set));
	}

	/** 1 for the first; 0 before it. */
	get number(): number {
		return this.#index + 1;
	}
	/** Whether the answer is on the wall. */
	get isShown(): boolean {
		return this.#isShown;
	}

	next(): void {
		if (this.stage === 'question' && this.withAnswers && !this.#isShown) this.#isShown = true;
		else if (this.stage !== 'end') this.#turnTo(this.#index + 1);
	}

	/** Leads back to the question alone, or to the one before it. */
	back(): void {
		if (this.#isShown) this.#isShown = false;
		else if (this.stage !== 'start') this.#turnTo(this.#index - 1);
	}

	toggleAnswer(): void {
		if (this.stage === 'question') this.#isShown = !this.#isShown;
	}

	/** Looks at the clock; the end is an instant, so a late look loses no time. */
	tick(): void {
		this.#now = now();
	}

	#turnTo(index: number): void {
		this.#index = index;
		this.#isShown = false;
		this.tick();
		this.#endsAt = this.stage === 'question' && this.countdownMs > 0 ? this.#now + this.countdownMs : null;
	}
}
