import type { CardState } from './card';
import type { Rating } from './event';
import type { Memory } from './fsrs-scheduler';
import { exactIntervalFor, nextMemory, nextStability } from './fsrs-scheduler';
import { fuzzFactor, fuzzInterval, fuzzRange } from './fuzz';
import type { Load } from './load-balance';
import { balanceInterval } from './load-balance';
import { daysSinceAnswer, memoryOf } from './memory-of';
import type { SchedulerParameters } from './scheduler-parameters';
import type { Days, StudyDay } from './units';

const REMEMBERED = [2, 3, 4] as const;

type Answered = { readonly card: string; readonly rating: Rating; readonly day: StudyDay };

/**
 * The scheduled interval of a card in review that was remembered. Each rating has its own by FSRS; fuzz then keeps Hard
 * shorter than Good shorter than Easy, by a day at least, up to the maximum interval.
 * @param answer rated Hard, Good or Easy
 * @param load the cards of other days, for a choice within the fuzz range that looks at them; null when events are folded
 * @returns whole days
 */
export function reviewInterval(
	state: CardState,
	answer: Answered,
	params: SchedulerParameters,
	load: Load | null = null
): Days {
	const previous = state.dueDay - state.lastDay;
	const factor = fuzzFactor(answer.card, state.reviews);
	const elapsed = daysSinceAnswer(state, answer.day);
	let interval: Days = 0;
	for (const rating of REMEMBERED) {
		const exact = exactIntervalFor(nextStability(state, elapsed, rating, params), params.desiredRetention, params);
		const minimum = Math.max(interval + 1, leastInterval(exact, previous, params.maximumInterval));
		interval = fuzzed(exact, minimum, answer.day, factor, params, load);
		if (rating === answer.rating) break;
	}
	return interval;
}

/**
 * The scheduled interval of a card that leaves its learning or relearning steps. Easy is a day longer than Good at least.
 * @param state before the answer, null for a card nobody has answered
 * @param memory after the answer
 * @param load the cards of other days, for a choice within the fuzz range that looks at them; null when events are folded
 * @returns whole days
 */
export function graduationInterval(
	state: CardState | null,
	memory: Memory,
	answer: Answered,
	params: SchedulerParameters,
	load: Load | null = null
): Days {
	const factor = fuzzFactor(answer.card, state?.reviews ?? 0);
	const exact = exactIntervalFor(memory.stability, params.desiredRetention, params);
	if (answer.rating !== 4) return fuzzed(exact, 1, answer.day, factor, params, load);
	const good = nextMemory(memoryOf(state), daysSinceAnswer(state, answer.day), 3, params);
	const minimum = graduationInterval(state, good, { ...answer, rating: 3 }, params, load) + 1;
	return fuzzed(exact, minimum, answer.day, factor, params, load);
}

/**
 * The scheduled interval for a stability that came about otherwise, such as by a quiz.
 * @returns whole days
 */
export function freeInterval(state: CardState, stability: Days, params: SchedulerParameters): Days {
	const exact = exactIntervalFor(stability, params.desiredRetention, params);
	return fuzzed(exact, 1, state.lastDay, fuzzFactor(state.card, state.reviews), params, null);
}

/** Fuzz must not shorten an interval that grew, nor one that stayed about the same. */
function leastInterval(exact: Days, previous: Days, maximum: Days): Days {
	if (Math.round(exact) > previous) return previous + 1;
	const [, longest] = fuzzRange(exact, 1, maximum);
	return previous <= longest ? previous : 1;
}

function fuzzed(
	exact: Days,
	least: Days,
	day: StudyDay,
	factor: number,
	params: SchedulerParameters,
	load: Load | null
): Days {
	const maximum = params.maximumInterval;
	const minimum = Math.min(Math.max(1, least), maximum);
	const balanced = load === null ? null : balanceInterval(fuzzRange(exact, minimum, maximum), exact, day, factor, load);
	return balanced ?? fuzzInterval(exact, factor, minimum, maximum);
}
