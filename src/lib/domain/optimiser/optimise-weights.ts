import type { Result } from '../result';
import { err, ok } from '../result';
import type { Rng } from '../rng';
import { countPredictions } from './batches';
import type { FitScope } from './fit-weights';
import { fitWeights } from './fit-weights';
import { predictRecall } from './predict-recall';
import type { PredictionError } from './prediction-error';
import { predictionErrorOf } from './prediction-error';
import type { TrainingReviews } from './training-reviews';
import { LEAST_PREDICTIONS, predictionsOf, reviewsBefore } from './training-reviews';
import type { Weights } from './weights';
import { toPerWeight } from './weights';

/** What came of looking for weights that suit a learner better. */
export type OptimisedWeights = {
	/** Whether weights fitted in the past would have predicted what came next better than the current ones do. */
	readonly accepted: boolean;
	/** To be used from now on: fitted to all answers, or the current ones when not accepted. */
	readonly weights: Weights;
	readonly scope: FitScope;
	/** Answers looked at. */
	readonly reviews: number;
	/** Those that could be predicted, and how many of these, the newest, the comparison was made on. */
	readonly predictions: number;
	readonly heldOut: number;
	/** On these: with the current weights, and with weights fitted to the answers before them. */
	readonly before: PredictionError;
	readonly after: PredictionError;
};

export type OptimiserError =
	| { readonly kind: 'too-few-predictions'; readonly predictions: number; readonly needed: number }
	/** Without a before and an after, nothing can be tested. */
	| { readonly kind: 'all-at-one-time' };

/** A stretch of predictions, and what was known before the first of them. */
type Fold = { readonly past: TrainingReviews; readonly tested: Uint32Array };

/** With fewer, fitting every weight predicts a learner worse than fitting the first stabilities only. */
const LEAST_FOR_ALL = 400;

/** Predictions are cut by time into this many parts, and the newest of them are tested. */
const PARTS = 5;
const TESTED_PARTS = 3;

/**
 * Looks for weights that suit a learner better than the current ones, and accepts them only when the same search, made
 * in the past, would have predicted better what came next: each of the newest three fifths of the answers is predicted
 * with weights fitted to what came before it. Yields the share done, 0 to 1; to stop, do not ask for more.
 * @param current weights in use, within the scheduler's ranges
 * @param rng decides the order of the cards: the same numbers give the same weights
 */
export function* optimiseWeights(
	reviews: TrainingReviews,
	current: readonly number[],
	rng: Rng
): Generator<number, Result<OptimisedWeights, OptimiserError>> {
	const predictions = predictionsOf(reviews);
	if (predictions.length < LEAST_PREDICTIONS) {
		return err({ kind: 'too-few-predictions', predictions: predictions.length, needed: LEAST_PREDICTIONS });
	}
	const folds = foldsByTime(reviews, predictions);
	if (folds.some(({ past }) => countPredictions(past).size === 0)) return err({ kind: 'all-at-one-time' });
	const scope = predictions.length < LEAST_FOR_ALL ? 'first-stabilities' : 'all';
	const parts = folds.length + 1;
	const foreseen = yield* inPart(foresee(reviews, folds, scope, rng), 0, folds.length / parts);
	const heldOut = predictions.subarray(predictions.indexOf(folds[0]?.tested[0] ?? 0));
	const before = predictionErrorOf(reviews, predictRecall(reviews, toPerWeight(current)), heldOut);
	const after = predictionErrorOf(reviews, foreseen, heldOut);
	const accepted = after.logLoss < before.logLoss;
	const weights = accepted
		? yield* inPart(fitWeights(reviews, scope, rng), folds.length / parts, 1 / parts)
		: toPerWeight(current);
	const counts = { reviews: reviews.rating.length, predictions: predictions.length, heldOut: heldOut.length };
	return ok({ accepted, weights, scope, ...counts, before, after });
}

/** Predicts each fold with weights fitted to its past. */
function* foresee(
	reviews: TrainingReviews,
	folds: readonly Fold[],
	scope: FitScope,
	rng: Rng
): Generator<number, Float64Array> {
	const foreseen = new Float64Array(reviews.rating.length);
	for (const [fold, { past, tested }] of folds.entries()) {
		const weights = yield* inPart(fitWeights(past, scope, rng), fold / folds.length, 1 / folds.length);
		const recall = predictRecall(reviews, weights);
		for (const i of tested) foreseen[i] = recall[i] ?? 0;
	}
	return foreseen;
}

/** @param predictions oldest first */
function foldsByTime(reviews: TrainingReviews, predictions: Uint32Array): Fold[] {
	const size = Math.floor(predictions.length / PARTS);
	return Array.from({ length: TESTED_PARTS }, (_, i) => {
		const start = predictions.length - (TESTED_PARTS - i) * size;
		const tested = predictions.slice(start, start + size);
		return { past: reviewsBefore(reviews, reviews.at[tested[0] ?? 0] ?? 0), tested };
	});
}

/** Runs a part of the work and places its progress within the whole. */
function* inPart<T>(work: Generator<number, T>, from: number, share: number): Generator<number, T> {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
		yield from + share * step.value;
	}
}
