import type { Rng } from '../rng';
import { shuffle } from '../rng';
import type { TrainingReviews } from './training-reviews';
import { cardCount, elapsedBefore } from './training-reviews';

/** The cards whose gradient makes one step. */
export type Batch = { readonly cards: readonly number[]; readonly predictions: number };

/** Whole cards are taken until a batch has this many predictions. */
const BATCH_PREDICTIONS = 512;

/** @returns how many predictions each card's answers allow, for the cards with at least one */
export function countPredictions(reviews: TrainingReviews): Map<number, number> {
	const counts = new Map<number, number>();
	for (let card = 0; card < cardCount(reviews); card++) {
		const end = reviews.starts[card + 1] ?? 0;
		let count = 0;
		for (let i = (reviews.starts[card] ?? 0) + 1; i < end; i++) if (elapsedBefore(reviews, i) > 0) count++;
		if (count > 0) counts.set(card, count);
	}
	return counts;
}

/** All the cards once, in an order decided by `rng`. */
export function* batchesOf(counts: ReadonlyMap<number, number>, rng: Rng): Generator<Batch> {
	let cards: number[] = [];
	let predictions = 0;
	for (const [card, count] of shuffle([...counts], rng)) {
		cards.push(card);
		predictions += count;
		if (predictions < BATCH_PREDICTIONS) continue;
		yield { cards, predictions };
		cards = [];
		predictions = 0;
	}
	if (predictions > 0) yield { cards, predictions };
}
