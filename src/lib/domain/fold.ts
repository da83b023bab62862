import type { CardState } from './card';
import { buryCard, setCardDue } from './defer-card';
import type { AppliedEvent } from './effective-events';
import { effectiveEvents } from './effective-events';
import { compareEvents, type EventPlace, type LearningEvent } from './event';
import type { ParameterHistory } from './parameter-history';
import { scheduleQuizAnswer } from './quiz-memory';
import { assertNever } from './result';
import { scheduleReview } from './schedule-card';
import type { SchedulerParameters } from './scheduler-parameters';
import { resetCard, suspendCard } from './suspend-card';

/**
 * The state of one card, folded from its events in any order, with any duplicates. Events that a void names are left
 * out; a void that names another void takes it back.
 *
 * Each event is scheduled with the parameters of its time. Where they change, the memory so far is worked out anew with
 * the new ones, and the card stays due when it was: nobody's cards move by themselves.
 * @param events all events of one card
 * @returns null when nobody has answered the card
 */
export function foldCard(events: readonly LearningEvent[], history: ParameterHistory): CardState | null {
	return foldOrdered(effectiveEvents(events), history);
}

/**
 * `foldCard` for events that are in order already, each once, none of them voided.
 * @param visit is told of each event and of the state that it met
 */
export function foldOrdered(
	log: readonly AppliedEvent[],
	history: ParameterHistory,
	visit?: (event: AppliedEvent, before: CardState | null) => void
): CardState | null {
	let state: CardState | null = null;
	let done = 0;
	for (const [index, { after, parameters }] of history.entries()) {
		const next = history[index + 1]?.after ?? null;
		if (after !== null) state = refoldMemory(state, log.slice(0, done), parameters);
		for (let event = log[done]; event !== undefined && isBefore(event, next); event = log[done]) {
			visit?.(event, state);
			state = applyEvent(state, event, parameters);
			done += 1;
		}
	}
	return state;
}

function isBefore(event: AppliedEvent, place: EventPlace | null): boolean {
	return place === null || compareEvents(event, place) < 0;
}

/** Stability and difficulty as other parameters see the same answers; due days stay. */
function refoldMemory(
	state: CardState | null,
	past: readonly AppliedEvent[],
	parameters: SchedulerParameters
): CardState | null {
	if (state === null || state.reviews === 0) return state;
	const seen = past.reduce<CardState | null>((before, event) => applyEvent(before, event, parameters), null);
	return seen === null ? state : { ...state, stability: seen.stability, difficulty: seen.difficulty };
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
			return resetCard(state, event);
		case 'bury':
			return buryCard(state, event);
		case 'set-due':
			return setCardDue(state, event);
		default:
			return assertNever(event);
	}
}
