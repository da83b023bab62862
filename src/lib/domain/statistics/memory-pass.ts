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
	/** Stability and difficulty of each card after its last answer; 0 where no answer made a memory. */
	readonly stability: Float64Array;
	readonly difficulty: Float64Array;
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
	const stability = new Float64Array(answers.cards.length);
	const difficulty = new Float64Array(answers.cards.length);
	const lastDay = new Int32Array(answers.cards.length);
	const failedDay = new Int32Array(answers.cards.length).fill(NEVER);
	for (let i = 0; i < card.length; i += 1) {
		const c = card[i] ?? 0;
		const today = day[i] ?? 0;
		const s = stability[c] ?? 0;
		const answer = rating[i] ?? 0;
		const days = s === 0 ? -1 : Math.max(0, today - (lastDay[c] ?? 0));
		const r = days < 0 ? 0 : memory.recall(days, s);
		elapsed[i] = days;
		recall[i] = r;
		if (answer === QUIZ_RIGHT) {
			// What was never learnt, or was answered today already, a right choice does not change.
			if (days < 1 || (tookMs[i] ?? 0) < SHORTEST_HONEST_MS) continue;
			stability[c] = recognised(memory, s, difficulty[c] ?? 0, days, r);
		} else {
			const isMiss = answer === QUIZ_WRONG;
			// Memory pays for one quiz miss a day.
			if (isMiss && failedDay[c] === today) continue;
			const as = isMiss ? 1 : asRating(answer);
			const d = difficulty[c] ?? 0;
			stability[c] = days < 0 ? memory.firstStability(as) : memory.stabilityAfter(s, d, days, as, r);
			difficulty[c] = days < 0 ? memory.firstDifficulty(as) : memory.difficultyAfter(d, as);
			if (as === 1) failedDay[c] = today;
		}
		lastDay[c] = today;
	}
	return { recall, elapsed, stability, difficulty };
}

const NEVER = -(2 ** 31);

function recognised(memory: LeanMemory, stability: number, difficulty: number, days: number, recall: number): number {
	const known = recall / (recall + (1 - recall) * USUAL_GUESS);
	const share = known * RECOGNITION_SHARE;
	const good = memory.stabilityAfter(stability, difficulty, days, 3, recall);
	return stability ** (1 - share) * good ** share;
}

function asRating(value: number): Rating {
	return value === 1 || value === 2 || value === 4 ? value : 3;
}
