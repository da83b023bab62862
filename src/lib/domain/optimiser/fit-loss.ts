import { DEFAULT_PARAMETERS } from '../scheduler-parameters';
import type { Batch } from './batches';
import { countPredictions } from './batches';
import { importanceOf } from './importance';
import { addCardGradient } from './memory-gradient';
import type { MemoryTrace } from './memory-model';
import { createMemoryTrace, toMemoryModel, traceCard } from './memory-model';
import { longestHistory, predictRecall } from './predict-recall';
import type { TrainingReviews } from './training-reviews';
import type { PerWeight, Weights } from './weights';
import { toPerWeight, zeroPerWeight } from './weights';

/**
 * How much each weight differs between learners (standard deviation). Weights are pulled towards the median learner's
 * against this scale, so what the answers say nothing about stays where it was.
 * @see PARAMS_STDDEV of fsrs-rs 6, https://github.com/open-spaced-repetition/fsrs-rs
 */
const SPREADS: Weights = [
	6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32,
	0.14, 0.27
];

/** Where every fit starts, and what it is pulled towards. */
export const MEDIAN_WEIGHTS: Weights = toPerWeight(DEFAULT_PARAMETERS.weights);

/** What is fitted to, worked out once. */
export type FitData = {
	readonly reviews: TrainingReviews;
	readonly importance: Float64Array;
	/** Predictions of each card that has any, and of all. */
	readonly counts: ReadonlyMap<number, number>;
	readonly predictions: number;
	readonly trace: MemoryTrace;
};

export function toFitData(reviews: TrainingReviews): FitData {
	const counts = countPredictions(reviews);
	return {
		reviews,
		importance: importanceOf(reviews),
		counts,
		predictions: [...counts.values()].reduce((sum, count) => sum + count, 0),
		trace: createMemoryTrace(longestHistory(reviews))
	};
}

/**
 * What a fit makes small: the surprise at the answers, recent ones counting more, and the distance from the median
 * learner. Together, up to a constant, -ln(probability of the weights given the answers).
 */
export function fitLoss({ reviews, importance }: FitData, weights: Weights): number {
	const recall = predictRecall(reviews, weights);
	let loss = 0;
	for (let i = 0; i < importance.length; i++) {
		if (importance[i] === 0) continue;
		const predicted = recall[i] ?? 1;
		loss -= (importance[i] ?? 0) * Math.log(reviews.rating[i] === 1 ? 1 - predicted : predicted);
	}
	for (const [i, distance] of distances(weights).entries()) loss += (distance / (SPREADS[i] ?? 1)) ** 2;
	return loss;
}

/** Gradient of a batch's part of `fitLoss`: the batches of all cards add up to the whole. */
export function batchGradient(data: FitData, weights: Weights, batch: Batch): PerWeight {
	const model = toMemoryModel(weights);
	const gradient = zeroPerWeight();
	for (const card of batch.cards) {
		traceCard(model, data.reviews, card, data.trace);
		addCardGradient(model, data.reviews, card, data.trace, data.importance, gradient);
	}
	const share = batch.predictions / data.predictions;
	for (const [i, distance] of distances(weights).entries()) {
		gradient[i] = (gradient[i] ?? 0) + (2 * share * distance) / (SPREADS[i] ?? 1) ** 2;
	}
	return gradient;
}

function distances(weights: Weights): number[] {
	return weights.map((weight, i) => weight - (MEDIAN_WEIGHTS[i] ?? 0));
}
