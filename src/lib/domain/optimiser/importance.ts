import type { TrainingReviews } from './training-reviews';
import { predictionsOf } from './training-reviews';

/** What the oldest prediction counts; the newest counts 1. */
const OLDEST = 0.25;

/**
 * How much each answer counts in a fit: recent ones more, because a learner and a collection change.
 * @returns for each answer 0 when it is not predicted, else 0.25 + 0.75 x³, where x goes evenly from 0 for the oldest
 * prediction to 1 for the newest
 * @see recency_weighted_fsrs_items of fsrs-rs 6, https://github.com/open-spaced-repetition/fsrs-rs
 */
export function importanceOf(reviews: TrainingReviews): Float64Array {
	const importance = new Float64Array(reviews.rating.length);
	const predictions = predictionsOf(reviews);
	const steps = Math.max(1, predictions.length - 1);
	for (const [rank, i] of predictions.entries()) importance[i] = OLDEST + (1 - OLDEST) * (rank / steps) ** 3;
	return importance;
}
