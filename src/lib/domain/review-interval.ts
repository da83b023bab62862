import type { CardState } from './card';
import type { Rating } from './event';
import type { Memory } from './fsrs-scheduler';
import { exactIntervalFor, nextMemory } from './fsrs-scheduler';
import { fuzzFactor, fuzzInterval, fuzzRange } from './fuzz';
import { daysSinceAnswer, memoryOf } from './memory-of';
import type { SchedulerParameters } from './scheduler-parameters';
import type { Days, StudyDay } from './units';

type Answered = { readonly card: string; readonly rating: Rating; readonly day: StudyDay };

/**
 * The scheduled interval of a card in review that was remembered. Each rating has its own by FSRS; fuzz then keeps Hard
 * shorter than Good shorter than Easy, by a day at least, up to the maximum interval.
 * @param answer rated Hard, Good or Easy
 * @returns whole days
 */
export function reviewInterval(state: CardState, answer: Answered, params: SchedulerParameters): Days {
	const previous = state.dueDay - state.lastDay;
	let interval: Days = 0;
	for (const rating of [2, 3, 4] as const) {
		const memory = nextMemory(memoryOf(state), daysSinceAnswer(state, answer.day), rating, params);
		const exact = exactIntervalFor(memory.stability, params.desiredRetention, params);
		const minimum = Math.max(interval + 1, leastInterval(exact, previous, params.maximumInterval));
		interval = fuzzed(exact, minimum, answer.card, state.reviews, params);
		if (rating === answer.rating) break;
	}
	return interval;
}

/**
 * The scheduled interval of a card that leaves its learning or relearning steps. Easy is a day longer than Good at least.
 * @param state before the answer, null for a card nobody has answered
 * @param memory after the answer
 * @returns whole days
 */
export function graduationInterval(
	state: CardState | null,
	memory: Memory,
	answer: Answered,
	params: SchedulerParameters
): Days {
	const reviews = state?.reviews ?? 0;
	const exact = exactIntervalFor(memory.stability, params.desiredRetention, params);
	if (answer.rating !== 4) return fuzzed(exact, 1, answer.card, reviews, params);
	const good = nextMemory(memoryOf(state), daysSinceAnswer(state, answer.day), 3, params);
	const minimum = graduationInterval(state, good, { ...answer, rating: 3 }, params) + 1;
	return fuzzed(exact, minimum, answer.card, reviews, params);
}

/**
 * The scheduled interval for a stability that came about otherwise, such as by a quiz.
 * @returns whole days
 */
export function freeInterval(state: CardState, stability: Days, params: SchedulerParameters): Days {
	const exact = exactIntervalFor(stability, params.desiredRetention, params);
	return fuzzed(exact, 1, state.card, state.reviews, params);
}

/** Fuzz must not shorten an interval that grew, nor one that stayed about the same. */
function leastInterval(exact: Days, previous: Days, maximum: Days): Days {
	if (Math.round(exact) > previous) return previous + 1;
	const [, longest] = fuzzRange(exact, 1, maximum);
	return previous <= longest ? previous : 1;
}

function fuzzed(exact: Days, minimum: Days, card: string, reviews: number, params: SchedulerParameters): Days {
	const maximum = params.maximumInterval;
	return fuzzInterval(exact, fuzzFactor(card, reviews), Math.min(Math.max(1, minimum), maximum), maximum);
}
