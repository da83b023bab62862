import type { OptimisedWeights, OptimiserError } from '$lib/domain/optimiser/optimise-weights';
import type { TrainingReviews } from '$lib/domain/optimiser/training-reviews';
import type { Result } from '$lib/domain/result';
import workerAddress from '$lib/workers/optimise.worker.ts?worker&url';
import { parseOptimiseReply } from '$lib/workers/parse-optimise-reply';
import { startWorker } from './trusted-script';

/** A search for weights that is under way. */
export type WeightFit = {
	/** Null when it was cancelled. Rejects when the worker throws. */
	readonly result: Promise<Result<OptimisedWeights, OptimiserError> | null>;
	readonly cancel: () => void;
};

/** The same answers give the same weights each time. */
const SEED = 1;

/**
 * Looks in a worker for weights that suit a learner better.
 * @param reviews are handed over and empty afterwards
 * @param weights in use now
 * @param onprogress is told the share that is done, 0 to 1
 */
export function fitWeightsTo(
	{ starts, day, rating, at }: TrainingReviews,
	weights: readonly number[],
	onprogress: (share: number) => void
): WeightFit {
	const worker = startWorker(workerAddress);
	let cancel = (): void => undefined;
	const result = new Promise<Result<OptimisedWeights, OptimiserError> | null>((resolve, reject) => {
		cancel = () => resolve(null);
		worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			const reply = parseOptimiseReply(data);
			if (reply?.kind === 'progress') onprogress(reply.done);
			else if (reply?.kind === 'finished') resolve(reply.result);
			else reject(new TypeError('The optimiser refused the answers.'));
		});
		worker.addEventListener('error', ({ message }) => reject(new Error(`The optimiser failed: ${message}`)));
		worker.postMessage(
			{ kind: 'optimise', id: 1, reviews: { starts, day, rating, at }, weights: [...weights], seed: SEED },
			[starts.buffer, day.buffer, rating.buffer, at.buffer]
		);
	}).finally(() => worker.terminate());
	return { result, cancel: () => cancel() };
}
