import type { Rating } from '../event';
import type { Minutes } from '../learning-steps';
import { moveStep } from '../learning-steps';
import type { Days } from '../units';

/** How the day of an answer ends for a card on learning or relearning steps. */
export type FirstDay = {
	/** How often it is answered Good, the same day, after the answer that began it. */
	readonly goods: number;
	/** Days until it comes back; null when it left its steps and its interval decides. */
	readonly wait: Days | null;
};

const DAY_MINUTES: Minutes = 1440;

/**
 * Plays the rest of a study day for a card on steps. Later answers of a day are taken to be Good: FSRS says nothing true
 * about recall within a day, and a card not yet known then is one the first answer rated lower.
 * @param steps delays in minutes
 * @param rating of the answer that put the card on its steps, at the first of them
 */
export function playFirstDay(steps: readonly Minutes[], rating: Rating): FirstDay {
	let outcome = moveStep(steps, 0, rating);
	let goods = 0;
	while (outcome.kind === 'step' && outcome.delay < DAY_MINUTES) {
		outcome = moveStep(steps, outcome.step, 3);
		goods += 1;
	}
	return { goods, wait: outcome.kind === 'step' ? Math.round(outcome.delay / DAY_MINUTES) : null };
}
