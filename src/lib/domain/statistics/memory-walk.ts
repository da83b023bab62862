import { QUIZ_RIGHT, QUIZ_WRONG } from '../answer-columns';
import type { Rating } from '../event';
import type { SchedulerParameters } from '../scheduler-parameters';
import type { DurationMs, StudyDay } from '../units';
import { LeanMemory } from './lean-memory';

/** The columns do not say how many options a quiz question had: four is the usual number. */
const USUAL_GUESS = 0.25;
/** As in `quiz-memory.ts`: a right choice counts for half, and none at all when it came too fast to have been read. */
const RECOGNITION_SHARE = 0.5;
const SHORTEST_HONEST_MS: DurationMs = 400;

/** What a card's state holds, in this order; stability is 0 before the first answer. */
const STABILITY = 0;
const DIFFICULTY = 1;
const LAST_DAY = 2;
const FAILED_DAY = 3;
const FIELDS = 4;
const NEVER = -Infinity;

/**
 * Walks a log and says of each answer what FSRS expected of it, with today's parameters throughout: of reviews exactly what
 * the scheduler does, of quiz answers by the rules of `quiz-memory.ts`, with four options assumed. It can stop anywhere
 * and go on from its states.
 */
export class MemoryWalk {
	/** Probability of recall that was expected of the last answer, 0 to 1; 0 for the first answer to a card. */
	recall = 0;
	/** Study days from the answer before to the last one, 0 or more; -1 for the first to a card. */
	elapsed = -1;
	readonly #memory: LeanMemory;
	#states: Float32Array;

	/** @param states what `states` said where the walk goes on */
	constructor(params: SchedulerParameters, states: Float32Array = new Float32Array(0)) {
		this.#memory = new LeanMemory(params);
		this.#states = states;
	}

	/**
	 * All that is known of the cards. What belongs to one stands together: cards come in no order, and each reach into memory
	 * costs as much as a formula. Numbers of 32 bits, since they must be kept: they tell days apart for 45,000 years.
	 */
	get states(): Float32Array {
		return this.#states;
	}

	/** Makes room for cards with the places 0 to `cards` - 1. */
	reserve(cards: number): void {
		if (this.#states.length >= cards * FIELDS) return;
		const larger = new Float32Array(cards * FIELDS);
		larger.set(this.#states);
		this.#states = larger;
	}

	/** Takes one answer. @param place of its card @param rating as in `AnswerColumns` */
	step(place: number, day: StudyDay, rating: number, tookMs: DurationMs): void {
		const at = place * FIELDS;
		const states = this.#states;
		const s = states[at + STABILITY] ?? 0;
		const d = states[at + DIFFICULTY] ?? 0;
		const days = s === 0 ? -1 : Math.max(0, day - (states[at + LAST_DAY] ?? 0));
		const r = days < 0 ? 0 : this.#memory.recall(days, s);
		this.elapsed = days;
		this.recall = Math.fround(r);
		if (rating === QUIZ_RIGHT) {
			// What was never learnt, or was answered today already, a right choice does not change.
			if (days < 1 || tookMs < SHORTEST_HONEST_MS) return;
			states[at + STABILITY] = recognised(this.#memory, s, d, days, r);
		} else {
			const isMiss = rating === QUIZ_WRONG;
			// Memory pays for one quiz miss a day.
			if (isMiss && days >= 0 && states[at + FAILED_DAY] === day) return;
			const as = isMiss ? 1 : asRating(rating);
			states[at + STABILITY] =
				days < 0 ? this.#memory.firstStability(as) : this.#memory.stabilityAfter(s, d, days, as, r);
			states[at + DIFFICULTY] = days < 0 ? this.#memory.firstDifficulty(as) : this.#memory.difficultyAfter(d, as);
			if (as === 1) states[at + FAILED_DAY] = day;
			else if (days < 0) states[at + FAILED_DAY] = NEVER;
		}
		states[at + LAST_DAY] = day;
	}
}

function recognised(memory: LeanMemory, stability: number, difficulty: number, days: number, recall: number): number {
	const known = recall / (recall + (1 - recall) * USUAL_GUESS);
	const share = known * RECOGNITION_SHARE;
	const good = memory.stabilityAfter(stability, difficulty, days, 3, recall);
	return stability ** (1 - share) * good ** share;
}

function asRating(value: number): Rating {
	return value === 1 || value === 2 || value === 4 ? value : 3;
}
