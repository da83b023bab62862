import type { CardState } from './card';
import type { BuryEvent, SetDueEvent } from './event';

/**
 * The card after it was put off to a later study day. Its memory and its due day stay.
 * @param state null for a card nobody has answered: there is nothing to put off, new cards come when there is room
 */
export function buryCard(state: CardState | null, event: Pick<BuryEvent, 'until'>): CardState | null {
	return state === null ? null : { ...state, buriedUntil: event.until };
}

/**
 * The card after the learner chose its due day. A card on learning steps leaves them: the chosen day stands for the step.
 * @param state null, or without any answer, for a card that has no memory to schedule: it stays as it is
 */
export function setCardDue(state: CardState | null, event: Pick<SetDueEvent, 'dueDay'>): CardState | null {
	if (state === null || state.reviews === 0) return state;
	return { ...state, phase: 'review', step: 0, dueDay: event.dueDay, dueAt: null, buriedUntil: null };
}
