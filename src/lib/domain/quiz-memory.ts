import type { CardState } from './card';
import type { QuizAnswerEvent, Rating } from './event';
import type { Memory } from './fsrs-scheduler';
import { nextMemory, retrievability } from './fsrs-scheduler';
import { daysSinceAnswer, memoryOf } from './memory-of';
import { freeInterval } from './review-interval';
import { scheduleReview } from './schedule-card';
import type { SchedulerParameters } from './scheduler-parameters';
import type { DurationMs } from './units';

/** Nobody reads a question and picks an answer in less: a right one was luck. */
const SHORTEST_HONEST_MS: DurationMs = 400;

/** Recognising an answer among options is easier than recalling it, so it counts for half. A judgement, not a fit. */
const RECOGNITION_SHARE = 0.5;

/**
 * The card after a quiz question. A miss counts as Again, in memory once a day, and makes the card due. A right answer
 * that was typed or recalled counts as Good; a right choice moves stability part of the way there and the due day only
 * outwards. Time running out, a right choice on a card nobody has learnt, and a right answer on a day on which the card
 * was already answered change nothing.
 * @param state null for a card nobody has answered
 */
export function scheduleQuizAnswer(
	state: CardState | null,
	event: QuizAnswerEvent,
	params: SchedulerParameters
): CardState | null {
	if (!event.answered) return state;
	if (!event.correct) return missCard(state, event, params);
	const memory = memoryOf(state);
	if (event.tookMs < SHORTEST_HONEST_MS) return state;
	if (memory !== null && daysSinceAnswer(state, event.day) === 0) return state;
	if (event.guess === 0) return scheduleReview(state, rate(event, 3), params);
	return state === null || memory === null ? state : recogniseCard(state, memory, event, params);
}

/** A second miss on the day brings the card back to its first step, but its memory has paid for that day. */
function missCard(state: CardState | null, event: QuizAnswerEvent, params: SchedulerParameters): CardState {
	const again = scheduleReview(state, rate(event, 1), params);
	if (state?.failedDay !== event.day) return again;
	const { phase, step, dueDay, dueAt, lastAt } = again;
	return { ...state, phase, step, dueDay, dueAt, lastAt };
}

/**
 * With `p` the probability that a right answer was known and not guessed (Bayes on retrievability and the chance of a
 * lucky guess), stability moves to `S^(1 - p/2) * good^(p/2)`. Difficulty says how hard recall is, which no choice tells.
 */
function recogniseCard(
	state: CardState,
	memory: Memory,
	event: QuizAnswerEvent,
	params: SchedulerParameters
): CardState {
	const elapsed = daysSinceAnswer(state, event.day);
	const recall = retrievability(elapsed, memory.stability, params);
	const known = recall / (recall + (1 - recall) * event.guess);
	const good = nextMemory(memory, elapsed, 3, params).stability;
	const share = known * RECOGNITION_SHARE;
	const stability = roundStability(memory.stability ** (1 - share) * good ** share);
	const outwards = state.phase === 'review' ? event.day + freeInterval(state, stability, params) : event.day;
	return {
		...state,
		stability,
		dueDay: Math.max(state.dueDay, outwards),
		lastDay: event.day,
		lastAt: event.at,
		reviews: state.reviews + 1
	};
}

function rate(event: QuizAnswerEvent, rating: Rating): Parameters<typeof scheduleReview>[1] {
	return { card: event.card, at: event.at, day: event.day, rating };
}

/** Powers differ in their last digits between JavaScript engines; two devices must agree. FSRS rounds the same way. */
function roundStability(stability: number): number {
	return Math.round(stability * 1e8) / 1e8;
}
