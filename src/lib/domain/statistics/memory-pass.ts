import type { AnswerColumns } from '../answer-columns';
import { QUIZ_RIGHT, QUIZ_WRONG } from '../answer-columns';
import type { Rating } from '../event';
import type { SchedulerParameters } from '../scheduler-parameters';
import { LeanMemory } from './lean-memory';

/** What memory was just before each answer. */
export type MemoryPass = {
	/** Probability of recall that was expected, 0 to 1; 0 for the first answer to a card. */
	readonly recall: Float32Array;
	/** Study days since the card's last answer, 0 or more; -1 for its first. */
	readonly elapsed: Int32Array;
};

/** The columns do not say how many options a quiz question had: four is the usual number. */
const USUAL_GUESS = 0.25;
/** As in `quiz-memory.ts`: a right choice counts for half, and none at all when it came too fast to have been read. */
const RECOGNITION_SHARE = 0.5;
const SHORTEST_HONEST_MS = 400;

/**
 * Walks the log once and works out what FSRS expected of each answer, with today's parameters: the reviews exactly as the
 * scheduler does, quiz answers by the rules of `quiz-memory.ts`, with four options assumed.
 */
export function passMemory(answers: AnswerColumns, params: SchedulerParameters): MemoryPass {
	const { card, day, rating, tookMs } = answers;
	const memory = new LeanMemory(params);
	const recall = new Float32Array(card.length);
	const elapsed = new Int32Array(card.length);
	// All that is known of a card stands together: cards come in no order, and each reach into memory costs as much as a formula.
	const states = new Float64Array(answers.cards.length * FIELDS);
	for (let i = 0; i < card.length; i += 1) {
		const at = (card[i] ?? 0) * FIELDS;
		const today = day[i] ?? 0;
		const answer = rating[i] ?? 0;
		const s = states[at + STABILITY] ?? 0;
		const d = states[at + DIFFICULTY] ?? 0;
		const days = s === 0 ? -1 : Math.max(0, today - (states[at + LAST_DAY] ?? 0));
		const r = days < 0 ? 0 : memory.recall(days, s);
		elapsed[i] = days;
		recall[i] = r;
		if (answer === QUIZ_RIGHT) {
			// What was never learnt, or was answered today already, a right choice does not change.
			if (days < 1 || (tookMs[i] ?? 0) < SHORTEST_HONEST_MS) continue;
			states[at + STABILITY] = recognised(memory, s, d, days, r);
		} else {
			const isMiss = answer === QUIZ_WRONG;
			// Memory pays for one quiz miss a day.
			if (isMiss && days >= 0 && states[at + FAILED_DAY] === today) continue;
			const as = isMiss ? 1 : asRating(answer);
			states[at + STABILITY] = days < 0 ? memory.firstStability(as) : memory.stabilityAfter(s, d, days, as, r);
			states[at + DIFFICULTY] = days < 0 ? memory.firstDifficulty(as) : memory.difficultyAfter(d, as);
			if (as === 1) states[at + FAILED_DAY] = today;
			else if (days < 0) states[at + FAILED_DAY] = NEVER;
		}
		states[at + LAST_DAY] = today;
	}
	return { recall, elapsed };
}

/** What a card's state holds, in this order; stability is 0 before the first answer. */
const STABILITY = 0;
const DIFFICULTY = 1;
const LAST_DAY = 2;
const FAILED_DAY = 3;
const FIELDS = 4;
const NEVER = -Infinity;

function recognised(memory: LeanMemory, stability: number, difficulty: number, days: number, recall: number): number {
	const known = recall / (recall + (1 - recall) * USUAL_GUESS);
	const share = known * RECOGNITION_SHARE;
	const good = memory.stabilityAfter(stability, difficulty, days, 3, recall);
	return stability ** (1 - share) * good ** share;
}

function asRating(value: number): Rating {
	return value === 1 || value === 2 || value === 4 ? value : 3;
}
