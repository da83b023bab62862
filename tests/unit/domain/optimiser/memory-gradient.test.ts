import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCardGradient } from '$lib/domain/optimiser/memory-gradient';
import { createMemoryTrace, toMemoryModel, traceCard } from '$lib/domain/optimiser/memory-model';
import { longestHistory, predictRecall } from '$lib/domain/optimiser/predict-recall';
import type { TrainingReview, TrainingReviews } from '$lib/domain/optimiser/training-reviews';
import { cardCount, predictionsOf, toTrainingReviews } from '$lib/domain/optimiser/training-reviews';
import type { PerWeight, Weights } from '$lib/domain/optimiser/weights';
import { toPerWeight, zeroPerWeight } from '$lib/domain/optimiser/weights';
import { anyHistory, innerWeights, likelyWeights } from './histories';

const STEP = 1e-5;

/** Later answers count more, so that a mix-up of places shows. */
function importanceFor(reviews: TrainingReviews): Float64Array {
	const importance = new Float64Array(reviews.rating.length);
	for (const i of predictionsOf(reviews)) importance[i] = 0.5 + i / 10;
	return importance;
}

function lossOf(reviews: TrainingReviews, importance: Float64Array, weights: Weights): number {
	const recall = predictRecall(reviews, weights);
	return importance.reduce((sum, share, i) => {
		const predicted = recall[i] ?? 1;
		return share === 0 ? sum : sum - share * Math.log(reviews.rating[i] === 1 ? 1 - predicted : predicted);
	}, 0);
}

function gradientOf(reviews: TrainingReviews, importance: Float64Array, weights: Weights): PerWeight {
	const model = toMemoryModel(weights);
	const trace = createMemoryTrace(longestHistory(reviews));
	const gradient = zeroPerWeight();
	for (let card = 0; card < cardCount(reviews); card++) {
		traceCard(model, reviews, card, trace);
		addCardGradient(model, reviews, card, trace, importance, gradient);
	}
	return gradient;
}

function centralDifference(loss: (weights: Weights) => number, weights: Weights, i: number): number {
	const step = STEP * Math.max(0.01, Math.abs(weights[i] ?? 0));
	const moved = (by: number): Weights => toPerWeight(weights.map((weight, j) => (j === i ? weight + by : weight)));
	return (loss(moved(step)) - loss(moved(-step))) / (2 * step);
}

function worstError(histories: readonly (readonly TrainingReview[])[], weights: Weights): number {
	const reviews = toTrainingReviews(histories);
	const importance = importanceFor(reviews);
	const gradient = gradientOf(reviews, importance, weights);
	const errors = gradient.map((slope, i) => {
		const expected = centralDifference((moved) => lossOf(reviews, importance, moved), weights, i);
		return Math.abs(slope - expected) / Math.max(1, Math.abs(expected));
	});
	return Math.max(...errors);
}

describe('the gradient', () => {
	it('is the slope of the loss by every weight', () => {
		fc.assert(
			fc.property(fc.array(anyHistory, { minLength: 1, maxLength: 4 }), likelyWeights, (histories, weights) => {
				expect(worstError(histories, weights)).toBeLessThan(1e-4);
			}),
			{ seed: 42, numRuns: 150 }
		);
	});

	it('is the slope of the loss where limits hold', () => {
		fc.assert(
			fc.property(fc.array(anyHistory, { minLength: 1, maxLength: 2 }), innerWeights, (histories, weights) => {
				expect(worstError(histories, weights)).toBeLessThan(1e-4);
			}),
			{ seed: 42, numRuns: 150 }
		);
	});
});
