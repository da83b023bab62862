import { describe, expect, it } from 'vitest';
import type { TrainingReview } from '$lib/domain/optimiser/training-reviews';
import { elapsedBefore, predictionsOf, reviewsBefore, toTrainingReviews } from '$lib/domain/optimiser/training-reviews';

const first: TrainingReview[] = [
	{ day: 10, rating: 1, at: 100 },
	{ day: 10, rating: 3, at: 110 },
	{ day: 12, rating: 4, at: 300 }
];
const second: TrainingReview[] = [
	{ day: 11, rating: 3, at: 200 },
	{ day: 9, rating: 2, at: 210 },
	{ day: 11, rating: 3, at: 220 }
];
const reviews = toTrainingReviews([first, [], second]);

describe('training reviews', () => {
	it('hold each card’s answers together, also when a card has none', () => {
		expect([...reviews.starts]).toEqual([0, 3, 3, 6]);
		expect([...reviews.rating]).toEqual([1, 3, 4, 3, 2, 3]);
	});

	it('can be predicted on a later study day only, and stand in order of time', () => {
		expect([...predictionsOf(reviews)]).toEqual([5, 2]);
	});

	it('have no negative elapsed days', () => {
		expect([1, 2, 4, 5].map((i) => elapsedBefore(reviews, i))).toEqual([0, 2, 0, 2]);
	});

	it('can be cut where they were at an instant', () => {
		const before = reviewsBefore(reviews, 210);
		expect(before).toEqual(toTrainingReviews([first.slice(0, 2), [], second.slice(0, 1)]));
		expect(reviewsBefore(reviews, 301)).toEqual(reviews);
	});
});
