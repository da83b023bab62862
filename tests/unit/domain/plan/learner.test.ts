import { describe, expect, it } from 'vitest';
import { parseLearner } from '$lib/domain/plan/learner';
import { AVERAGE } from './plan-learner';

const { habits, cost, params } = AVERAGE;

describe('parseLearner', () => {
	it('takes a learner', () => {
		expect(parseLearner({ ...AVERAGE, more: 1 })).toEqual({ ok: true, value: AVERAGE });
	});

	it.each([
		['nothing', null, { kind: 'not-a-learner' }],
		['weights out of range', { ...AVERAGE, params: { ...params, weights: [] } }, { kind: 'weight-count', count: 0 }],
		['no habits', { ...AVERAGE, habits: undefined }, { kind: 'habits-out-of-range' }],
		[
			'shares of more than 1',
			{ ...AVERAGE, habits: { ...habits, first: [1, 1, 0, 0] } },
			{ kind: 'habits-out-of-range' }
		],
		['a negative share', { ...AVERAGE, habits: { ...habits, passed: [-1, 1, 1] } }, { kind: 'habits-out-of-range' }],
		['three first shares', { ...AVERAGE, habits: { ...habits, first: [0, 1, 0] } }, { kind: 'habits-out-of-range' }],
		[
			'five first shares',
			{ ...AVERAGE, habits: { ...habits, first: [0, 1, 0, 0, 0] } },
			{ kind: 'habits-out-of-range' }
		],
		['words for shares', { ...AVERAGE, habits: { ...habits, passed: ['a', 1, 0] } }, { kind: 'habits-out-of-range' }],
		['no time at all', { ...AVERAGE, cost: { ...cost, passed: 0 } }, { kind: 'cost-out-of-range' }],
		['not a number', { ...AVERAGE, cost: { ...cost, fresh: NaN } }, { kind: 'cost-out-of-range' }]
	])('refuses %s', (_name, input, error) => {
		expect(parseLearner(input)).toEqual({ ok: false, error });
	});
});
