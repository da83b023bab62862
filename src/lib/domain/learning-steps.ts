import type { Rating } from './event';

/** A length of time in minutes. */
export type Minutes = number;

const DAY_MINUTES: Minutes = 1440;

/** What an answer does to a card that is being learnt: it stays on a step, or moves on to review. */
export type StepOutcome =
	{ readonly kind: 'step'; readonly step: number; readonly delay: Minutes } | { readonly kind: 'graduate' };

/**
 * Moves a card through its learning or relearning steps. Again goes back to the first step, Hard stays, Good goes to the
 * next step or graduates, Easy graduates. Without steps every answer graduates.
 * @param steps delays in minutes, each above 0
 * @param step index of the step the card is on; 0 for a card never seen
 */
export function moveStep(steps: readonly Minutes[], step: number, rating: Rating): StepOutcome {
	if (rating === 1) return toStep(steps, 0);
	// Settings may have fewer steps by now than when the card was put on one.
	const current = Math.min(step, steps.length - 1);
	if (rating === 2) return stayOnStep(steps, current);
	return rating === 3 ? toStep(steps, current + 1) : { kind: 'graduate' };
}

function toStep(steps: readonly Minutes[], step: number): StepOutcome {
	const delay = steps[step];
	return delay === undefined ? { kind: 'graduate' } : { kind: 'step', step, delay };
}

/** Hard on the first step waits longer than Again and shorter than Good would; a later step is repeated as it is. */
function stayOnStep(steps: readonly Minutes[], step: number): StepOutcome {
	const [first, second] = steps;
	if (step !== 0 || first === undefined) return toStep(steps, step);
	const delay = second === undefined ? Math.min(first * 1.5, first + DAY_MINUTES) : (first + second) / 2;
	return { kind: 'step', step, delay };
}
