import type { Minutes } from './learning-steps';
import type { Result } from './result';
import { err, ok } from './result';
import type { Days } from './units';

/** What the scheduler needs to know about a learner. Changing the weights refolds memory. */
export type SchedulerParameters = {
	/** The 21 weights of FSRS-6, w0 to w20. */
	readonly weights: readonly number[];
	/** Probability of recall at which a card is due, 0.7 to 0.99. */
	readonly desiredRetention: number;
	readonly maximumInterval: Days;
	readonly learningSteps: readonly Minutes[];
	readonly relearningSteps: readonly Minutes[];
};

export type ParametersError =
	| { readonly kind: 'not-parameters' }
	| { readonly kind: 'weight-count'; readonly count: number }
	| { readonly kind: 'weight-out-of-range'; readonly index: number }
	| { readonly kind: 'retention-out-of-range' }
	| { readonly kind: 'maximum-interval-out-of-range' }
	| { readonly kind: 'step-out-of-range' };

/** Weights of FSRS-6 fitted to the median learner. Written out so that a library update cannot move anyone's cards. */
const DEFAULT_WEIGHTS = [
	0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
	0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
];

/** A hundred years: FSRS caps stability there. */
const LONGEST_INTERVAL: Days = 36500;
const LOWEST_RETENTION = 0.7;
const HIGHEST_RETENTION = 0.99;
const LONGEST_STEP: Minutes = 30 * 24 * 60;
const MOST_STEPS = 10;

export const DEFAULT_PARAMETERS: SchedulerParameters = {
	weights: DEFAULT_WEIGHTS,
	desiredRetention: 0.9,
	maximumInterval: LONGEST_INTERVAL,
	learningSteps: [1, 10],
	relearningSteps: [10]
};

/** @returns whether both schedule every card alike */
export function isSameParameters(a: SchedulerParameters, b: SchedulerParameters): boolean {
	return a === b || inOneLine(a) === inOneLine(b);
}

function inOneLine(parameters: SchedulerParameters): string {
	const { weights, desiredRetention, maximumInterval, learningSteps, relearningSteps } = parameters;
	return [weights, desiredRetention, maximumInterval, learningSteps, relearningSteps].join(';');
}

/** Range of each weight. The library clips to the same ranges without a word; here a weight outside is refused. */
export const WEIGHT_RANGES: readonly (readonly [number, number])[] = [
	[0.001, 100],
	[0.001, 100],
	[0.001, 100],
	[0.001, 100],
	[1, 10],
	[0.001, 4],
	[0.001, 4],
	[0.001, 0.75],
	[0, 4.5],
	[0, 0.8],
	[0.001, 3.5],
	[0.001, 5],
	[0.001, 0.25],
	[0.001, 0.9],
	[0, 4],
	[0, 1],
	[1, 6],
	[0, 2],
	[0, 2],
	[0.01, 0.8],
	[0.1, 0.8]
];

/**
 * Reads parameters from storage, a file or an optimiser. Nothing is repaired: NaN, a missing weight, a retention of 0 or
 * a step of 0 minutes is an error, where the library would silently put a default in its place.
 */
export function parseParameters(input: unknown): Result<SchedulerParameters, ParametersError> {
	if (typeof input !== 'object' || input === null) return err({ kind: 'not-parameters' });
	const { weights, desiredRetention, maximumInterval, learningSteps, relearningSteps } = input as Record<
		string,
		unknown
	>;
	if (!isNumbers(weights) || !isNumbers(learningSteps) || !isNumbers(relearningSteps)) {
		return err({ kind: 'not-parameters' });
	}
	const error = findWeightError(weights);
	if (error !== null) return err(error);
	if (!isWithin(desiredRetention, LOWEST_RETENTION, HIGHEST_RETENTION)) return err({ kind: 'retention-out-of-range' });
	if (!isWithin(maximumInterval, 1, LONGEST_INTERVAL) || !Number.isInteger(maximumInterval)) {
		return err({ kind: 'maximum-interval-out-of-range' });
	}
	if (!areSteps(learningSteps) || !areSteps(relearningSteps)) return err({ kind: 'step-out-of-range' });
	return ok({ weights, desiredRetention, maximumInterval, learningSteps, relearningSteps });
}

function findWeightError(weights: readonly number[]): ParametersError | null {
	if (weights.length !== WEIGHT_RANGES.length) return { kind: 'weight-count', count: weights.length };
	const index = WEIGHT_RANGES.findIndex(([low, high], i) => !isWithin(weights[i], low, high));
	return index === -1 ? null : { kind: 'weight-out-of-range', index };
}

function areSteps(steps: readonly number[]): boolean {
	return steps.length <= MOST_STEPS && steps.every((step) => step > 0 && step <= LONGEST_STEP);
}

function isNumbers(value: unknown): value is number[] {
	return Array.isArray(value) && value.every((entry) => typeof entry === 'number');
}

/** False for NaN: no comparison with it holds. */
function isWithin(value: unknown, low: number, high: number): value is number {
	return typeof value === 'number' && value >= low && value <= high;
}
