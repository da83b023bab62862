import type { CardState } from './card';
import { retrievability } from './fsrs-scheduler';
import { hashText } from './hash';
import { daysSinceAnswer, memoryOf } from './memory-of';
import type { ReviewOrder } from './queue-options';
import { assertNever } from './result';
import type { SchedulerParameters } from './scheduler-parameters';
import type { StudyDay } from './units';

/** @returns the due cards in the order in which they come; equals by a hash of card and day, the same all day and no other day */
export function orderReviews(
	states: readonly CardState[],
	order: ReviewOrder,
	day: StudyDay,
	params: SchedulerParameters
): CardState[] {
	return states
		.map((state) => ({ state, rank: rankOf(state, order, day, params), tie: hashText(`${state.card}:${String(day)}`) }))
		.sort((a, b) => a.rank - b.rank || a.tie - b.tie)
		.map(({ state }) => state);
}

/**
 * How overdue a card is by the measure of its own interval: 1 on the day on which recall falls to the desired retention.
 * With `R` the retrievability, `D` the desired retention and `w20` the decay: `(R^(-1/w20) - 1) / (D^(-1/w20) - 1)`.
 * @returns 0 for a card answered today
 */
export function relativeOverdueness(state: CardState, day: StudyDay, params: SchedulerParameters): number {
	const decay = params.weights[20];
	if (decay === undefined) throw new Error('Scheduler parameters without weights: parse them first.');
	const odds = (recall: number): number => recall ** (-1 / decay) - 1;
	return odds(recallOf(state, day, params)) / odds(params.desiredRetention);
}

/** The smallest comes first. */
function rankOf(state: CardState, order: ReviewOrder, day: StudyDay, params: SchedulerParameters): number {
	switch (order) {
		case 'due':
			return state.dueDay;
		case 'retrievability':
			return -recallOf(state, day, params);
		case 'relative-overdueness':
			return -relativeOverdueness(state, day, params);
		case 'random':
			return 0;
		default:
			return assertNever(order);
	}
}

function recallOf(state: CardState, day: StudyDay, params: SchedulerParameters): number {
	const memory = memoryOf(state);
	return memory === null ? 1 : retrievability(daysSinceAnswer(state, day), memory.stability, params);
}
