import type { CardState } from './card';
import type { Memory } from './fsrs-scheduler';
import type { Days, StudyDay } from './units';

/** @returns the card's memory, or null when nobody has answered it: also a suspended card may be unseen */
export function memoryOf(state: CardState | null): Memory | null {
	return state === null || state.reviews === 0 ? null : state;
}

/** @returns whole study days since the last answer; 0 before the first, and when travel or a clock set back made it negative */
export function daysSinceAnswer(state: CardState | null, day: StudyDay): Days {
	return state === null ? 0 : Math.max(0, day - state.lastDay);
}
