import type { CardState } from './card';
import type { AppliedEvent } from './effective-events';
import { effectiveEvents } from './effective-events';
import type { LearningEvent } from './event';
import { scheduleQuizAnswer } from './quiz-memory';
import { assertNever } from './result';
import { scheduleReview } from './schedule-card';
import type { SchedulerParameters } from './scheduler-parameters';
import { suspendCard, suspendedUnseen } from './suspend-card';

/**
 * The state of one card, folded from its events in any order, with any duplicates. Events that a void names are left
 * out; a void that names another void takes it back.
 * @param events all events of one card
 * @returns null when nobody has answered the card
 */
export function foldCard(events: readonly LearningEvent[], params: SchedulerParameters): CardState | null {
	return effectiveEvents(events).reduce<CardState | null>((state, event) => applyEvent(state, event, params), null);
}

/**
 * One step of the fold, for an event that comes after every other event of the card. For any other, fold again.
 * @throws when the event belongs to another card: that is a bug
 */
export function applyEvent(
	state: CardState | null,
	event: AppliedEvent,
	params: SchedulerParameters
): CardState | null {
	if (state !== null && state.card !== event.card) throw new Error(`Event of ${event.card} applied to ${state.card}`);
	switch (event.kind) {
		case 'review':
			return scheduleReview(state, event, params);
		case 'quiz-answer':
			return scheduleQuizAnswer(state, event, params);
		case 'suspend':
			return suspendCard(state, event);
		case 'reset':
			return state?.suspended === true ? suspendedUnseen(event) : null;
		default:
			return assertNever(event);
	}
}
