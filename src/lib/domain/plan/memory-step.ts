import type { Rating } from '../event';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { Days } from '../units';

/** The formulas of FSRS-6 for one set of weights, on bare numbers. */
export type MemoryStep = {
	/** Probability of recall, 0 to 1, for whole days since the last answer. */
	readonly recall: (elapsed: Days, stability: Days) => number;
	readonly firstStability: (rating: Rating) => Days;
	readonly firstDifficulty: (rating: Rating) => number;
	/**
	 * Stability after an answer `elapsed` whole days, 0 or more, after the last one.
	 * @param r the probability of recall then, where it is known already
	 */
	readonly stabilityAfter: (stability: Days, difficulty: number, elapsed: Days, rating: Rating, r?: number) => Days;
	readonly difficultyAfter: (difficulty: number, rating: Rating) => number;
	/** The interval for the desired retention, not rounded and not limited. */
	readonly interval: (stability: Days) => Days;
};

const LOWEST_STABILITY: Days = 0.001;
const HIGHEST_STABILITY: Days = 36500;

/**
 * The scheduler's formulas once more, without an object for each answer and without its guards: a plan takes millions of
 * steps, an answer takes one. A test holds both to the same numbers, rounding included.
 * @param params checked by `parseParameters`
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
export function createMemoryStep(params: SchedulerParameters): MemoryStep {
	const weight = (index: number): number => weightOf(params, index);
	const decay = -weight(20);
	const factor = rounded(Math.exp(Math.log(0.9) / decay) - 1);
	const modifier = rounded((params.desiredRetention ** (1 / decay) - 1) / factor);
	const startingDifficulty = (rating: Rating): number => rounded(weight(4) - Math.exp((rating - 1) * weight(5)) + 1);
	const easiest = startingDifficulty(4);
	const [w6, w7, w9, w10] = [weight(6), weight(7), weight(9), weight(10)];
	const [w11, w12, w13, w14] = [weight(11), weight(12), weight(13), weight(14)];
	const [w17, w18, w19] = [weight(17), weight(18), weight(19)];
	const growth = Math.exp(weight(8));
	const lapseDivisor = Math.exp(w17 * w18);
	const bonuses = { 2: weight(15), 3: 1, 4: weight(16) };

	function recall(elapsed: Days, stability: Days): number {
		return rounded((1 + (factor * elapsed) / stability) ** decay);
	}

	function afterLapse(stability: Days, difficulty: number, r: number): Days {
		const scale = w11 * difficulty ** -w12;
		const lapsed = limited(scale * ((stability + 1) ** w13 - 1) * Math.exp((1 - r) * w14));
		return Math.min(Math.max(rounded(stability / lapseDivisor), LOWEST_STABILITY), lapsed);
	}

	function afterRecall(stability: Days, difficulty: number, r: number, rating: 2 | 3 | 4): Days {
		const gain = growth * (11 - difficulty) * stability ** -w9 * (Math.exp((1 - r) * w10) - 1);
		// Rating by rating as the library multiplies, so that the last bit agrees too.
		return limited(stability * (1 + (rating === 3 ? gain : gain * bonuses[rating])));
	}

	function sameDay(stability: Days, rating: Rating): Days {
		const change = stability ** -w19 * Math.exp(w17 * (rating - 3 + w18));
		return limited(stability * (rating === 1 ? change : Math.max(change, 1)));
	}

	return {
		recall,
		firstStability: (rating) => Math.max(LOWEST_STABILITY, weight(rating - 1)),
		firstDifficulty: (rating) => Math.min(Math.max(startingDifficulty(rating), 1), 10),
		stabilityAfter: (stability, difficulty, elapsed, rating, r = recall(elapsed, stability)) => {
			if (elapsed === 0) return sameDay(stability, rating);
			if (rating === 1) return afterLapse(stability, difficulty, r);
			return afterRecall(stability, difficulty, r, rating);
		},
		difficultyAfter: (difficulty, rating) => {
			const moved = difficulty + rounded((-w6 * (rating - 3) * (10 - difficulty)) / 9);
			return Math.min(Math.max(rounded(w7 * easiest + (1 - w7) * moved), 1), 10);
		},
		interval: (stability) => stability * modifier
	};
}

function weightOf(params: SchedulerParameters, index: number): number {
	const weight = params.weights[index];
	if (weight === undefined) throw new Error('Scheduler parameters without weights: parse them first.');
	return weight;
}

function limited(stability: Days): Days {
	return rounded(Math.min(Math.max(stability, LOWEST_STABILITY), HIGHEST_STABILITY));
}

/** The library rounds every result to eight decimals. */
function rounded(value: number): number {
	return Math.round(value * 1e8) / 1e8;
}
