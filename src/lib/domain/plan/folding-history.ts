import type { Rating } from '../event';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { StudyDay } from '../units';
import { dayAt, numberAt } from './column';
import type { MemoryColumns } from './memory-columns';
import type { MemoryStep } from './memory-step';
import { createMemoryStep } from './memory-step';
import type { ReviewHistory } from './review-history';

/** What happened over a stretch of days, and what the memories of the day before each answer said of it. */
export type Stretch = {
	/** First answers of a day by cards known before. */
	readonly reviews: number;
	readonly passed: number;
	/** Sum of the probabilities of recall of those reviews, and the variance of the number passed if they are true. */
	readonly expected: number;
	readonly variance: number;
	/** Cards begun. */
	readonly fresh: number;
};

/** A history folded forward bit by bit: the memories as they were on a day, then what came next. */
export class FoldingHistory {
	readonly #stability: Float64Array;
	readonly #difficulty: Float64Array;
	readonly #lastDay: Int32Array;
	/** Each card's next answer. */
	readonly #next: Uint32Array;
	readonly #step: MemoryStep;

	constructor(
		private readonly history: ReviewHistory,
		private readonly params: SchedulerParameters
	) {
		const cards = Math.max(0, history.starts.length - 1);
		this.#stability = new Float64Array(cards);
		this.#difficulty = new Float64Array(cards);
		this.#lastDay = new Int32Array(cards);
		this.#next = history.starts.slice(0, cards);
		this.#step = createMemoryStep(params);
	}

	/** The cards begun so far, due when their stability says: what the schedule really was, history does not tell. */
	memories(): MemoryColumns {
		const begun = Array.from(this.#stability.keys()).filter((card) => numberAt(this.#stability, card) > 0);
		return {
			stability: Float64Array.from(begun, (card) => numberAt(this.#stability, card)),
			difficulty: Float64Array.from(begun, (card) => numberAt(this.#difficulty, card)),
			lastDay: Int32Array.from(begun, (card) => dayAt(this.#lastDay, card)),
			dueDay: Int32Array.from(begun, (card) => this.#dueDay(card))
		};
	}

	/** Folds the answers given before a day. */
	advance(before: StudyDay): Stretch {
		const seen = { reviews: 0, passed: 0, expected: 0, variance: 0, fresh: 0 };
		const { starts, day } = this.history;
		for (let card = 0; card < this.#next.length; card++) {
			let next = this.#next[card] ?? 0;
			for (; next < (starts[card + 1] ?? 0) && dayAt(day, next) < before; next++) {
				if (next === starts[card]) seen.fresh += 1;
				else this.#note(seen, card, next);
				this.#answer(card, next);
			}
			this.#next[card] = next;
		}
		return seen;
	}

	#note(seen: { -readonly [Key in keyof Stretch]: number }, card: number, index: number): void {
		const elapsed = dayAt(this.history.day, index) - dayAt(this.#lastDay, card);
		if (elapsed <= 0) return;
		const recall = this.#step.recall(elapsed, numberAt(this.#stability, card));
		seen.reviews += 1;
		seen.passed += this.history.rating[index] === 1 ? 0 : 1;
		seen.expected += recall;
		seen.variance += recall * (1 - recall);
	}

	#answer(card: number, index: number): void {
		const day = dayAt(this.history.day, index);
		const rating = toRating(this.history.rating[index]);
		const known = numberAt(this.#stability, card);
		const difficulty = numberAt(this.#difficulty, card);
		const elapsed = Math.max(0, day - dayAt(this.#lastDay, card));
		this.#stability[card] =
			known === 0 ? this.#step.firstStability(rating) : this.#step.stabilityAfter(known, difficulty, elapsed, rating);
		this.#difficulty[card] =
			known === 0 ? this.#step.firstDifficulty(rating) : this.#step.difficultyAfter(difficulty, rating);
		this.#lastDay[card] = day;
	}

	#dueDay(card: number): StudyDay {
		const interval = Math.round(this.#step.interval(numberAt(this.#stability, card)));
		return dayAt(this.#lastDay, card) + Math.min(Math.max(1, interval), this.params.maximumInterval);
	}
}

function toRating(value: number | undefined): Rating {
	if (value === 1 || value === 2 || value === 3 || value === 4) return value;
	throw new RangeError(`Not a rating: ${String(value)}`);
}
