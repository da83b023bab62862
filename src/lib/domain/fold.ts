import type { CardState } from './card';
import { toCardAddress } from './card';
import type { LearningEvent, ResetEvent, SuspendEvent, VoidEvent } from './event';
import { compareEvents } from './event';
import { scheduleQuizAnswer } from './quiz-memory';
import { assertNever } from './result';
import { scheduleReview } from './schedule-card';
import type { SchedulerParameters } from './scheduler-parameters';

/** Every event that can be applied by itself. A void cannot: what it names lies in the past. */
export type AppliedEvent = Exclude<LearningEvent, VoidEvent>;

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

/** @returns the events that count, each once, in the order of the log */
export function effectiveEvents(events: readonly LearningEvent[]): AppliedEvent[] {
	const log = new Map<string, LearningEvent>();
	for (const event of [...events].sort(compareEvents)) if (!log.has(event.id)) log.set(event.id, event);
	const voided = voidedIds([...log.values()].filter(isVoid));
	return [...log.values()].filter((event) => event.kind !== 'void').filter((event) => !voided.has(event.id));
}

/**
 * Settles which events are voided, starting from the voids that no other void names. By names and not by time, since an
 * undo may carry an earlier time than what it undoes. Voids that name one another in a circle have no effect.
 */
function voidedIds(voids: readonly VoidEvent[]): Set<string> {
	const byId = new Map(voids.map((event) => [event.id, event]));
	const unsettled = new Map<string, number>();
	for (const { voids: target } of voids) unsettled.set(target, (unsettled.get(target) ?? 0) + 1);
	const settled = voids.filter((event) => !unsettled.has(event.id));
	const voided = new Set<string>();
	for (const event of settled) {
		if (!voided.has(event.id)) voided.add(event.voids);
		const left = (unsettled.get(event.voids) ?? 0) - 1;
		unsettled.set(event.voids, left);
		const target = byId.get(event.voids);
		// Grows the list being walked: a void is settled once every void that names it is.
		if (left === 0 && target !== undefined) settled.push(target);
	}
	return voided;
}

function isVoid(event: LearningEvent): event is VoidEvent {
	return event.kind === 'void';
}

function suspendCard(state: CardState | null, event: SuspendEvent): CardState | null {
	if (event.suspended) return state === null ? suspendedUnseen(event) : { ...state, suspended: true };
	return state === null || state.reviews === 0 ? null : { ...state, suspended: false };
}

/** A card set aside before anyone answered it needs a state all the same, or it would be offered as new. */
function suspendedUnseen({ card, at, day }: SuspendEvent | ResetEvent): CardState {
	return {
		card,
		setId: toCardAddress(card).setId,
		phase: 'learning',
		stability: 0,
		difficulty: 0,
		step: 0,
		dueDay: day,
		dueAt: null,
		lastDay: day,
		lastAt: at,
		reviews: 0,
		lapses: 0,
		failedDay: null,
		suspended: true
	};
}
