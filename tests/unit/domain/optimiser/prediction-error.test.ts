import { describe, expect, it } from 'vitest';
import { predictionErrorOf } from '$lib/domain/optimiser/prediction-error';
import { predictionsOf, toTrainingReviews } from '$lib/domain/optimiser/training-reviews';
import { toHistory } from './histories';

const kept = toHistory([
	[3, 0],
	[3, 2]
]);
const forgotten = toHistory([
	[3, 0],
	[1, 2]
]);
const keptForLong = toHistory([
	[3, 0],
	[3, 30]
]);

describe('predictionErrorOf', () => {
	it('has the log loss of a coin where it says half', () => {
		const reviews = toTrainingReviews([kept, forgotten]);
		const recall = new Float64Array(4).fill(0.5);
		expect(predictionErrorOf(reviews, recall, predictionsOf(reviews)).logLoss).toBeCloseTo(Math.LN2, 12);
	});

	it('is honest in bins when a kind of card is recalled as often as predicted', () => {
		const reviews = toTrainingReviews([kept, forgotten]);
		const recall = new Float64Array(4).fill(0.5);
		expect(predictionErrorOf(reviews, recall, predictionsOf(reviews)).rmseBins).toBe(0);
	});

	it('does not set off one kind of card against another', () => {
		// Half recalled in all, but all of those after a month and none of those after two days.
		const reviews = toTrainingReviews([forgotten, keptForLong]);
		const recall = new Float64Array(4).fill(0.5);
		expect(predictionErrorOf(reviews, recall, predictionsOf(reviews)).rmseBins).toBeCloseTo(0.5, 12);
	});

	it('tells cards apart by their lapses, and same-day lapses are none', () => {
		const lapsed = toHistory([
			[3, 0],
			[1, 2],
			[3, 2]
		]);
		const learnt = toHistory([
			[3, 0],
			[3, 2],
			[1, 0],
			[1, 2]
		]);
		const reviews = toTrainingReviews([lapsed, learnt]);
		const recall = new Float64Array(7).fill(0.5);
		// The two third predictions would share a bin, and cancel, if lapses were counted alike.
		expect(predictionErrorOf(reviews, recall, Uint32Array.of(2, 6)).rmseBins).toBeCloseTo(0.5, 12);
	});

	it('counts only the predictions it is asked about', () => {
		const reviews = toTrainingReviews([kept, forgotten]);
		const recall = Float64Array.of(1, 0.9, 1, 0.9);
		expect(predictionErrorOf(reviews, recall, Uint32Array.of(1)).logLoss).toBeCloseTo(-Math.log(0.9), 12);
	});
});
