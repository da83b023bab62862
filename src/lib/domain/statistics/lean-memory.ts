import type { Rating } from '../event';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { Days } from '../units';

const LOWEST_STABILITY: Days = 0.001;
const HIGHEST_STABILITY: Days = 36500;

/**
 * FSRS-6 on bare numbers, for passes over a whole log: powers as `exp(y ln x)`, which browsers work out twice as fast as
 * `x ** y`, and without the rounding to eight decimals. A test holds it to the scheduler's numbers within a millionth;
 * what is stored is always the scheduler's.
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
export class LeanMemory {
	readonly #w: Float64Array;
	readonly #decay: number;
	readonly #factor: number;
	readonly #easiest: number;
	readonly #lapseDivisor: number;

	/** @param params checked by `parseParameters` */
	constructor({ weights }: SchedulerParameters) {
		this.#w = Float64Array.from(weights);
		this.#decay = -this.#weight(20);
		this.#factor = Math.exp(Math.log(0.9) / this.#decay) - 1;
		this.#easiest = this.#startingDifficulty(4);
		this.#lapseDivisor = Math.exp(this.#weight(17) * this.#weight(18));
	}

	/** Probability of recall, 0 to 1. @param elapsed days since the last answer, 0 or more */
	recall(elapsed: Days, stability: Days): number {
		return Math.exp(this.#decay * Math.log(1 + (this.#factor * elapsed) / stability));
	}

	firstStability(rating: Rating): Days {
		return Math.max(LOWEST_STABILITY, this.#weight(rating - 1));
	}

	firstDifficulty(rating: Rating): number {
		return Math.min(Math.max(this.#startingDifficulty(rating), 1), 10);
	}

	/** @param recall the probability of recall at this answer */
	stabilityAfter(stability: Days, difficulty: number, elapsed: Days, rating: Rating, recall: number): Days {
		if (elapsed === 0) return this.#sameDay(stability, rating);
		if (rating === 1) return this.#afterLapse(stability, difficulty, recall);
		const bonus = rating === 3 ? 1 : this.#weight(rating === 2 ? 15 : 16);
		const base = Math.exp(this.#weight(8) - this.#weight(9) * Math.log(stability));
		const gain = base * (11 - difficulty) * (Math.exp((1 - recall) * this.#weight(10)) - 1) * bonus;
		return limited(stability * (1 + gain));
	}

	difficultyAfter(difficulty: number, rating: Rating): number {
		const moved = difficulty - (this.#weight(6) * (rating - 3) * (10 - difficulty)) / 9;
		const reverting = this.#weight(7);
		return Math.min(Math.max(reverting * this.#easiest + (1 - reverting) * moved, 1), 10);
	}

	#afterLapse(stability: Days, difficulty: number, recall: number): Days {
		const scale = Math.exp((1 - recall) * this.#weight(14) - this.#weight(12) * Math.log(difficulty));
		const growth = Math.exp(this.#weight(13) * Math.log(stability + 1)) - 1;
		const most = Math.max(stability / this.#lapseDivisor, LOWEST_STABILITY);
		return Math.min(most, limited(this.#weight(11) * scale * growth));
	}

	#sameDay(stability: Days, rating: Rating): Days {
		const shift = this.#weight(17) * (rating - 3 + this.#weight(18));
		const change = Math.exp(shift - this.#weight(19) * Math.log(stability));
		return limited(stability * (rating === 1 ? change : Math.max(change, 1)));
	}

	#startingDifficulty(rating: Rating): number {
		return this.#weight(4) - Math.exp((rating - 1) * this.#weight(5)) + 1;
	}

	#weight(index: number): number {
		return this.#w[index] ?? 0;
	}
}

function limited(stability: Days): Days {
	return Math.min(Math.max(stability, LOWEST_STABILITY), HIGHEST_STABILITY);
}
