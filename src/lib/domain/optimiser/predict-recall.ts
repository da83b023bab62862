import { createMemoryTrace, toMemoryModel, traceCard } from './memory-model';
import type { TrainingReviews } from './training-reviews';
import { cardCount } from './training-reviews';
import type { Weights } from './weights';

/** @returns for each answer the probability of recall before it; 1 where nothing is predicted */
export function predictRecall(reviews: TrainingReviews, weights: Weights): Float64Array {
	const model = toMemoryModel(weights);
	const trace = createMemoryTrace(longestHistory(reviews));
	const recall = new Float64Array(reviews.rating.length).fill(1);
	for (let card = 0; card < cardCount(reviews); card++) {
		const start = reviews.starts[card] ?? 0;
		const end = reviews.starts[card + 1] ?? 0;
		traceCard(model, reviews, card, trace);
		for (let i = start + 1; i < end; i++) recall[i] = trace.recall[i - start] ?? 1;
	}
	return recall;
}

/** @returns the most answers of one card */
export function longestHistory(reviews: TrainingReviews): number {
	let longest = 0;
	for (let card = 0; card < cardCount(reviews); card++) {
		longest = Math.max(longest, (reviews.starts[card + 1] ?? 0) - (reviews.starts[card] ?? 0));
	}
	return longest;
}
