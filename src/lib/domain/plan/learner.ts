import type { Result } from '../result';
import { err, ok } from '../result';
import type { ParametersError, SchedulerParameters } from '../scheduler-parameters';
import { parseParameters } from '../scheduler-parameters';
import type { AnswerHabits } from './answer-habits';
import type { ReviewCost } from './review-cost';

/** Whose plan it is: how they forget, how they rate, and how long they take. */
export type Learner = {
	readonly params: SchedulerParameters;
	readonly habits: AnswerHabits;
	readonly cost: ReviewCost;
};

export type LearnerError =
	| ParametersError
	| { readonly kind: 'not-a-learner' }
	| { readonly kind: 'habits-out-of-range' }
	| { readonly kind: 'cost-out-of-range' };

/** Ten minutes for one card on one day is not a measurement. */
const HIGHEST_COST = 600;
const LOWEST_COST = 0.1;

/** Reads a learner that arrives from elsewhere, such as a message to a worker. Nothing is repaired. */
export function parseLearner(input: unknown): Result<Learner, LearnerError> {
	if (!isRecord(input)) return err({ kind: 'not-a-learner' });
	const params = parseParameters(input.params);
	if (!params.ok) return params;
	const habits = toHabits(input.habits);
	if (habits === null) return err({ kind: 'habits-out-of-range' });
	const cost = toCost(input.cost);
	return cost === null ? err({ kind: 'cost-out-of-range' }) : ok({ params: params.value, habits, cost });
}

function toHabits(input: unknown): AnswerHabits | null {
	if (!isRecord(input) || !isShares(input.first) || !isShares(input.passed)) return null;
	const [again, hard, good, easy, ...moreFirst] = input.first;
	const [passedHard, passedGood, passedEasy, ...morePassed] = input.passed;
	if (again === undefined || hard === undefined || good === undefined || easy === undefined) return null;
	if (passedHard === undefined || passedGood === undefined || passedEasy === undefined) return null;
	if (moreFirst.length + morePassed.length > 0) return null;
	return { first: [again, hard, good, easy], passed: [passedHard, passedGood, passedEasy] };
}

function toCost(input: unknown): ReviewCost | null {
	if (!isRecord(input)) return null;
	const { passed, failed, fresh } = input;
	return isSeconds(passed) && isSeconds(failed) && isSeconds(fresh) ? { passed, failed, fresh } : null;
}

function isShares(value: unknown): value is number[] {
	if (!Array.isArray(value)) return false;
	const shares: unknown[] = value;
	let sum = 0;
	for (const share of shares) {
		if (typeof share !== 'number' || !(share >= 0)) return false;
		sum += share;
	}
	return Math.abs(sum - 1) < 1e-6;
}

function isSeconds(value: unknown): value is number {
	return typeof value === 'number' && value >= LOWEST_COST && value <= HIGHEST_COST;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
