import type { CardState } from './card';

/** Anki's default: a card forgotten this often is more likely a bad card than bad luck. */
export const LEECH_LAPSES = 8;

/** @returns whether the card has lapsed so often that it should be rewritten, put off or left out */
export function isLeech(state: CardState, threshold = LEECH_LAPSES): boolean {
	return state.lapses >= threshold;
}

/**
 * Whether a lapse is the moment to say so: at the threshold, then each time half the threshold (rounded up) is added, at
 * 8, 12, 16 and so on. Ask only after an answer that raised the number of lapses.
 * @param lapses after the answer
 */
export function isLeechWarningDue(lapses: number, threshold = LEECH_LAPSES): boolean {
	if (threshold < 1 || lapses < threshold) return false;
	return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
