import type { Rating } from '../event';
import { fuzzInterval } from '../fuzz';
import type { Rng } from '../rng';
import type { Days, StudyDay } from '../units';
import { dayAt, numberAt } from './column';
import type { Learner } from './learner';
import type { MemoryColumns } from './memory-columns';
import type { MemoryOutcomes } from './memory-outcomes';
import { memoryOutcomes } from './memory-outcomes';
import type { RecallTable } from './recall-table';
import { recallTable } from './recall-table';
import type { Seconds } from './review-cost';

/**
 * The cards of one run of a simulation. It answers them by chance: a review succeeds with the probability of recall, and
 * ratings follow the learner's habits. Intervals are those of the scheduler, with the fuzz drawn rather than hashed; the
 * day that keeps Hard, Good and Easy apart is left out, since it moves no forecast. The columns given are never changed.
 */
export class SimulatedCards {
	readonly #stability: Float64Array;
	readonly #difficulty: Float64Array;
	readonly #lastDay: Int32Array;
	readonly #dueDay: Int32Array;
	readonly #outcomes: MemoryOutcomes;
	readonly #table: RecallTable;
	#size: number;

	/** @param fresh the most cards that may yet be begun */
	constructor(
		cards: MemoryColumns,
		fresh: number,
		private readonly learner: Learner,
		private readonly rng: Rng
	) {
		this.#size = cards.stability.length;
		const room = this.#size + fresh;
		this.#stability = new Float64Array(room);
		this.#difficulty = new Float64Array(room);
		this.#lastDay = new Int32Array(room);
		this.#dueDay = new Int32Array(room);
		this.#stability.set(cards.stability);
		this.#difficulty.set(cards.difficulty);
		this.#lastDay.set(cards.lastDay);
		this.#dueDay.set(cards.dueDay);
		this.#outcomes = memoryOutcomes(learner.params);
		this.#table = recallTable(learner.params);
	}

	/** Number of cards begun; they have the indexes below it. */
	get size(): number {
		return this.#size;
	}

	stability(card: number): Days {
		return numberAt(this.#stability, card);
	}

	difficulty(card: number): number {
		return numberAt(this.#difficulty, card);
	}

	lastDay(card: number): StudyDay {
		return dayAt(this.#lastDay, card);
	}

	dueDay(card: number): StudyDay {
		return dayAt(this.#dueDay, card);
	}

	recall(card: number, day: StudyDay): number {
		const elapsed = Math.max(0, day - dayAt(this.#lastDay, card));
		return this.#outcomes.step.recall(elapsed, numberAt(this.#stability, card));
	}

	/** @returns the number of cards expected to be remembered: the sum of the probabilities of recall */
	remembered(day: StudyDay): number {
		let sum = 0;
		for (let card = 0; card < this.#size; card++) {
			const elapsed = Math.max(0, day - dayAt(this.#lastDay, card));
			sum += this.#table(elapsed, numberAt(this.#stability, card));
		}
		return sum;
	}

	/** Begins the next new card, which gets the index `size` had. */
	begin(day: StudyDay): Seconds {
		const card = this.#size;
		const { stability, difficulty, wait } = this.#outcomes.begun[this.#firstRating()];
		this.#size += 1;
		this.#stability[card] = stability;
		this.#difficulty[card] = difficulty;
		this.#schedule(card, day, wait);
		return this.learner.cost.fresh;
	}

	/** Answers a card begun earlier. */
	review(card: number, day: StudyDay): Seconds {
		const isPassed = this.rng() < this.recall(card, day);
		if (isPassed) this.#pass(card, day);
		else this.#fail(card, day);
		return isPassed ? this.learner.cost.passed : this.learner.cost.failed;
	}

	#pass(card: number, day: StudyDay): void {
		const rating = this.#passedRating();
		const { step } = this.#outcomes;
		const difficulty = numberAt(this.#difficulty, card);
		this.#stability[card] = step.stabilityAfter(this.stability(card), difficulty, this.#elapsed(card, day), rating);
		this.#difficulty[card] = step.difficultyAfter(difficulty, rating);
		this.#schedule(card, day, null);
	}

	#fail(card: number, day: StudyDay): void {
		const { stabilityAfterLapse, difficultyAfterLapse, relearning } = this.#outcomes;
		const difficulty = numberAt(this.#difficulty, card);
		this.#stability[card] = stabilityAfterLapse(this.stability(card), difficulty, this.#elapsed(card, day));
		this.#difficulty[card] = difficultyAfterLapse(difficulty);
		this.#schedule(card, day, relearning.wait);
	}

	#schedule(card: number, day: StudyDay, wait: Days | null): void {
		this.#lastDay[card] = day;
		this.#dueDay[card] = day + (wait ?? this.#interval(numberAt(this.#stability, card)));
	}

	#interval(stability: Days): Days {
		const exact = this.#outcomes.step.interval(stability);
		return fuzzInterval(exact, this.rng(), 1, this.learner.params.maximumInterval);
	}

	#elapsed(card: number, day: StudyDay): Days {
		return Math.max(0, day - dayAt(this.#lastDay, card));
	}

	#firstRating(): Rating {
		const [again, hard, good] = this.learner.habits.first;
		const drawn = this.rng();
		if (drawn < again) return 1;
		if (drawn < again + hard) return 2;
		return drawn < again + hard + good ? 3 : 4;
	}

	#passedRating(): 2 | 3 | 4 {
		const [hard, good] = this.learner.habits.passed;
		const drawn = this.rng();
		if (drawn < hard) return 2;
		return drawn < hard + good ? 3 : 4;
	}
}
