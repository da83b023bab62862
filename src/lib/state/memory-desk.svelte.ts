import type { OptimisedWeights, OptimiserError } from '$lib/domain/optimiser/optimise-weights';
import { LEAST_PREDICTIONS, predictionsOf } from '$lib/domain/optimiser/training-reviews';
import { currentParameters, type ParameterHistory } from '$lib/domain/parameter-history';
import { ok, type Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { loadParameterHistory } from '$lib/storage/parameter-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { changeParameters } from './change-parameters';
import { openLog } from './learning-log';
import { readReviews } from './review-source';
import { fitWeightsTo, type WeightFit } from './weight-fit';

/** What the screen shows of a fit. */
export type FitStep =
	| { readonly kind: 'idle' }
	| { readonly kind: 'running'; readonly share: number }
	| { readonly kind: 'found'; readonly fit: OptimisedWeights }
	| { readonly kind: 'refused'; readonly error: OptimiserError }
	| { readonly kind: 'failed' }
	| { readonly kind: 'done'; readonly what: 'used' | 'kept' | 'undone' };

/** How many answers there are, and how many of them a fit can learn from. */
type AnswerCounts = { readonly answers: number; readonly predictions: number; readonly missing: number };

/** The learner's own parameters: fitted to their answers, taken or left, and taken back. */
export class MemoryDesk {
	readonly #app: App;
	#fit: WeightFit | null = null;
	#isReady = $state(false);
	#problem = $state.raw<StorageError | null>(null);
	#history = $state.raw<ParameterHistory>([]);
	#counts = $state.raw<AnswerCounts>({ answers: 0, predictions: 0, missing: LEAST_PREDICTIONS });
	#step = $state.raw<FitStep>({ kind: 'idle' });
	#busy = $state(false);
	#share = $state(0);

	/** What holds now. */
	readonly parameters = $derived(currentParameters(this.#history));
	/** What held before; null when nothing was ever changed. */
	readonly former = $derived(this.#history.length > 1 ? (this.#history.at(-2)?.parameters ?? null) : null);

	constructor(app: App) {
		this.#app = app;
	}

	get isReady(): boolean {
		return this.#isReady;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	get counts(): AnswerCounts {
		return this.#counts;
	}
	get step(): FitStep {
		return this.#step;
	}
	/** While a change is being stored. */
	get busy(): boolean {
		return this.#busy;
	}
	/** How much of that is done, 0 to 1; 0 as long as it is too early to tell. */
	get share(): number {
		return this.#share;
	}

	/** Counts the answers and reads what holds. */
	async start(): Promise<void> {
		const read = (await this.#app.database.mayHoldData()) ? await this.#read() : ok(null);
		if (!read.ok) this.#problem = read.error;
		this.#isReady = read.ok;
	}

	/** Looks for weights that suit the learner better. Nothing changes by it. */
	async fit(): Promise<void> {
		const opened = await this.#app.database.open();
		const reviews = opened.ok ? await readReviews() : opened;
		if (!reviews.ok) {
			this.#problem = reviews.error;
			return;
		}
		this.#step = { kind: 'running', share: 0 };
		try {
			this.#fit = fitWeightsTo(
				reviews.value,
				this.parameters.weights,
				(share) => (this.#step = { kind: 'running', share })
			);
			this.#step = toStep(await this.#fit.result);
		} catch {
			// A fault in the search: the screen says that nothing was changed.
			this.#step = { kind: 'failed' };
		}
		this.#fit = null;
	}

	cancel(): void {
		this.#fit?.cancel();
	}

	/** Has cards scheduled with the fitted weights from now on. */
	async use({ weights }: OptimisedWeights): Promise<void> {
		if (await this.change({ ...this.parameters, weights })) this.#step = { kind: 'done', what: 'used' };
	}

	keep(): void {
		this.#step = { kind: 'done', what: 'kept' };
	}

	/** Goes back to what held before the last change. A second time it takes that back. */
	async undo(): Promise<void> {
		const { former } = this;
		if (former !== null && (await this.change(former))) this.#step = { kind: 'done', what: 'undone' };
	}

	/** Stores other parameters. @returns whether they hold now */
	async change(parameters: SchedulerParameters): Promise<boolean> {
		if (this.#busy) return false;
		this.#busy = true;
		const stored = await changeParameters(this.#app.database, parameters, (share) => (this.#share = share));
		const read = stored.ok ? await this.#readHistory() : stored;
		[this.#busy, this.#share] = [false, 0];
		this.#problem = read.ok ? null : read.error;
		return read.ok;
	}

	async #read(): Promise<Result<null, StorageError>> {
		// Answers that a dying tab left in the journal count too.
		const log = await openLog(this.#app.database);
		if (!log.ok) return log;
		const reviews = await readReviews();
		if (!reviews.ok) return reviews;
		const predictions = predictionsOf(reviews.value).length;
		const missing = Math.max(0, LEAST_PREDICTIONS - predictions);
		this.#counts = { answers: reviews.value.rating.length, predictions, missing };
		return this.#readHistory();
	}

	async #readHistory(): Promise<Result<null, StorageError>> {
		const opened = await this.#app.database.open();
		const history = opened.ok ? await loadParameterHistory(opened.value) : opened;
		if (!history.ok) return history;
		this.#history = history.value;
		return ok(null);
	}
}

function toStep(result: Result<OptimisedWeights, OptimiserError> | null): FitStep {
	if (result === null) return { kind: 'idle' };
	return result.ok ? { kind: 'found', fit: result.value } : { kind: 'refused', error: result.error };
}
