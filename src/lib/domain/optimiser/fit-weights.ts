import type { Rng } from '../rng';
import { createAdam, stepAdam } from './adam';
import { batchesOf } from './batches';
import { MEDIAN_WEIGHTS, batchGradient, fitLoss, toFitData } from './fit-loss';
import type { TrainingReviews } from './training-reviews';
import { cardCount } from './training-reviews';
import { limitWeights } from './weight-limits';
import type { PerWeight, Weights } from './weights';
import { FIRST_STABILITY_COUNT, toPerWeight } from './weights';

/** Which weights are fitted. Few answers can only say how long a first answer lasts. */
export type FitScope = 'first-stabilities' | 'all';

/** How far a weight moves in one step at the start; a first stability by this share of itself. */
const STEP_SIZE = 0.04;

/** Times through all cards. A short log needs more of them until there were enough steps, a long one fewer. */
const MOST_EPOCHS = 100;
const FEWEST_EPOCHS = 5;
/** Looked at in all epochs together. Twice as many change the loss on answers not seen by less than 0.0002. */
const ENOUGH_PREDICTIONS = 150_000;

/** More than these weights are ever known to. */
const DECIMALS = 1e4;

/**
 * Fits weights to a learner's answers: the most probable ones, given the answers and given how learners differ. Yields
 * the share done, 0 to 1, after each batch, so that the caller may show it, pause or stop.
 * @param reviews with at least one prediction
 * @param rng decides the order of the cards: the same numbers give the same weights
 * @returns weights within the scheduler's ranges, to four decimals
 */
export function* fitWeights(reviews: TrainingReviews, scope: FitScope, rng: Rng): Generator<number, Weights> {
	const data = toFitData(reviews);
	const firstRatings = countFirstRatings(reviews);
	const epochs = epochsFor(data.predictions);
	const weights = toPerWeight(MEDIAN_WEIGHTS);
	const adam = createAdam();
	let best = MEDIAN_WEIGHTS;
	let lowest = fitLoss(data, best);
	let seen = 0;
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (const batch of batchesOf(data.counts, rng)) {
			const gradient = batchGradient(data, weights, batch);
			const done = seen / (epochs * data.predictions);
			descend(
				weights,
				stepAdam(adam, toSlopes(gradient, weights, scope)),
				(STEP_SIZE * (1 + Math.cos(Math.PI * done))) / 2
			);
			limitWeights(weights, firstRatings);
			seen += batch.predictions;
			yield seen / (epochs * data.predictions);
		}
		const loss = fitLoss(data, weights);
		if (loss < lowest) [lowest, best] = [loss, toPerWeight(weights)];
	}
	return toPerWeight(best.map((weight) => Math.round(weight * DECIMALS) / DECIMALS));
}

/** First stabilities span powers of ten, so they are moved by ratios: by their logarithm. */
function toSlopes(gradient: PerWeight, weights: Weights, scope: FitScope): PerWeight {
	const slopes = toPerWeight(gradient);
	for (let i = 0; i < FIRST_STABILITY_COUNT; i++) slopes[i] = (gradient[i] ?? 0) * (weights[i] ?? 0);
	if (scope === 'first-stabilities') slopes.fill(0, FIRST_STABILITY_COUNT);
	return slopes;
}

function descend(weights: PerWeight, step: Weights, size: number): void {
	for (const [i, weight] of weights.entries()) {
		const move = size * (step[i] ?? 0);
		weights[i] = i < FIRST_STABILITY_COUNT ? weight * Math.exp(move) : weight + move;
	}
}

function epochsFor(predictions: number): number {
	return Math.min(MOST_EPOCHS, Math.max(FEWEST_EPOCHS, Math.ceil(ENOUGH_PREDICTIONS / predictions)));
}

function countFirstRatings(reviews: TrainingReviews): number[] {
	const counts = new Array<number>(FIRST_STABILITY_COUNT).fill(0);
	for (let card = 0; card < cardCount(reviews); card++) {
		const place = (reviews.rating[reviews.starts[card] ?? 0] ?? 0) - 1;
		counts[place] = (counts[place] ?? 0) + 1;
	}
	return counts;
}
