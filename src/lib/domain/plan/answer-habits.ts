import type { ReviewHistory } from './review-history';
import { cardDays } from './review-history';

/** How a learner rates. Whether a card is remembered is FSRS's to say; how easy it felt is a habit. */
export type AnswerHabits = {
	/** Shares of Again, Hard, Good and Easy among first answers; they add up to 1. */
	readonly first: readonly [number, number, number, number];
	/** Shares of Hard, Good and Easy among reviews that were remembered; they add up to 1. */
	readonly passed: readonly [number, number, number];
};

/**
 * The habits of the average learner, as the simulator of fsrs-rs assumes them.
 * @see https://github.com/open-spaced-repetition/fsrs-rs/blob/main/src/simulation.rs `first_rating_prob`, `review_rating_prob`
 */
export const DEFAULT_HABITS: AnswerHabits = {
	first: [0.24, 0.094, 0.495, 0.171],
	passed: [0.224, 0.631, 0.145]
};

/** As many answers as this of the average learner stand beside the learner's own, so that the first ten decide little. */
const PRIOR_ANSWERS = 30;

/** @returns the learner's own habits, close to the average learner's while there is little history */
export function measureHabits(history: ReviewHistory): AnswerHabits {
	const first = DEFAULT_HABITS.first.map((share) => share * PRIOR_ANSWERS);
	const passed = DEFAULT_HABITS.passed.map((share) => share * PRIOR_ANSWERS);
	for (const { from, isFirst } of cardDays(history)) {
		const rating = history.rating[from] ?? 0;
		if (isFirst) count(first, rating - 1);
		else if (rating > 1) count(passed, rating - 2);
	}
	const [again = 0, hard = 0, good = 0, easy = 0] = toShares(first);
	const [passedHard = 0, passedGood = 0, passedEasy = 0] = toShares(passed);
	return { first: [again, hard, good, easy], passed: [passedHard, passedGood, passedEasy] };
}

function count(counts: number[], index: number): void {
	counts[index] = (counts[index] ?? 0) + 1;
}

function toShares(counts: readonly number[]): number[] {
	const total = counts.reduce((sum, part) => sum + part, 0);
	return counts.map((part) => part / total);
}
