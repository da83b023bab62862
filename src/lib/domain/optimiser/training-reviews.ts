import type { Rating } from '../event';
import type { Days, EpochMs, StudyDay } from '../units';

/**
 * The answers that weights are fitted to, as columns that a worker can be handed without copying. The answers of a card
 * stand together and in order; where a card was reset, a new card begins. Quiz answers and voided events are left out.
 */
export type TrainingReviews = {
	/** Where each card's answers begin, and at the end the number of all answers. */
	readonly starts: Uint32Array;
	/** Study day of each answer. */
	readonly day: Int32Array;
	/** 1 to 4. */
	readonly rating: Uint8Array;
	/** `EpochMs` of each answer. */
	readonly at: Float64Array;
};

/** With fewer answers that can be predicted, chance decides whether weights look better. */
export const LEAST_PREDICTIONS = 100;

export type TrainingReview = { readonly day: StudyDay; readonly rating: Rating; readonly at: EpochMs };

/** @param histories for each card its answers in order */
export function toTrainingReviews(histories: readonly (readonly TrainingReview[])[]): TrainingReviews {
	const reviews = histories.flat();
	const starts = new Uint32Array(histories.length + 1);
	let next = 0;
	for (const [card, history] of histories.entries()) {
		next += history.length;
		starts[card + 1] = next;
	}
	return {
		starts,
		day: Int32Array.from(reviews, ({ day }) => day),
		rating: Uint8Array.from(reviews, ({ rating }) => rating),
		at: Float64Array.from(reviews, ({ at }) => at)
	};
}

/** @returns the part of each card's history that lies before an instant: what was known then */
export function reviewsBefore(reviews: TrainingReviews, until: EpochMs): TrainingReviews {
	const starts = new Uint32Array(reviews.starts.length);
	for (let card = 0; card < cardCount(reviews); card++) {
		const end = reviews.starts[card + 1] ?? 0;
		let next = reviews.starts[card] ?? 0;
		while (next < end && (reviews.at[next] ?? 0) < until) next++;
		starts[card + 1] = (starts[card] ?? 0) + next - (reviews.starts[card] ?? 0);
	}
	const length = starts.at(-1) ?? 0;
	const before = {
		starts,
		day: new Int32Array(length),
		rating: new Uint8Array(length),
		at: new Float64Array(length)
	};
	for (let card = 0; card < cardCount(reviews); card++) copyCard(reviews, card, before);
	return before;
}

export function cardCount(reviews: TrainingReviews): number {
	return Math.max(0, reviews.starts.length - 1);
}

/**
 * Study days since the answer before, for an answer that is not a card's first. A negative number, from travel or from a
 * clock set back, counts as 0.
 */
export function elapsedBefore(reviews: TrainingReviews, i: number): Days {
	return Math.max(0, (reviews.day[i] ?? 0) - (reviews.day[i - 1] ?? 0));
}

/**
 * The answers that can be predicted, oldest first: all but a card's first and those on the same study day as the one
 * before, for FSRS says nothing true about differences within a day.
 * @returns positions in the columns
 */
export function predictionsOf(reviews: TrainingReviews): Uint32Array {
	const found: number[] = [];
	for (let card = 0; card < cardCount(reviews); card++) {
		const end = reviews.starts[card + 1] ?? 0;
		for (let i = (reviews.starts[card] ?? 0) + 1; i < end; i++) if (elapsedBefore(reviews, i) > 0) found.push(i);
	}
	return Uint32Array.from(found).sort((a, b) => (reviews.at[a] ?? 0) - (reviews.at[b] ?? 0) || a - b);
}

/** Copies as many of a card's answers as there is room for. */
function copyCard(from: TrainingReviews, card: number, to: TrainingReviews): void {
	const target = to.starts[card] ?? 0;
	const start = from.starts[card] ?? 0;
	const end = start + (to.starts[card + 1] ?? 0) - target;
	to.day.set(from.day.subarray(start, end), target);
	to.rating.set(from.rating.subarray(start, end), target);
	to.at.set(from.at.subarray(start, end), target);
}
