import type { CardState } from './card';
import { toCardAddress } from './card';
import type { ResetEvent, SuspendEvent } from './event';

type Moment = Pick<SuspendEvent | ResetEvent, 'card' | 'at' | 'day'>;

/**
 * The card after it was set aside, or taken back.
 * @param state null when the card has none yet
 * @returns null when nobody has answered the card, and it is not set aside
 */
export function suspendCard(
	state: CardState | null,
	event: Moment & Pick<SuspendEvent, 'suspended'>
): CardState | null {
	if (event.suspended) return state === null ? suspendedUnseen(event) : { ...state, suspended: true };
	return state === null || state.reviews === 0 ? null : { ...state, suspended: false };
}

/** @returns the card without its memory; null, as a new card, unless it is set aside */
export function resetCard(state: CardState | null, event: Moment): CardState | null {
	return state?.suspended === true ? suspendedUnseen(event) : null;
}

/** A card set aside before anyone answered it needs a state all the same, or it would be offered as new. */
function suspendedUnseen({ card, at, day }: Moment): CardState {
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
		suspended: true,
		buriedUntil: null
	};
}
