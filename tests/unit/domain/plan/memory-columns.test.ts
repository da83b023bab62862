import { describe, expect, it } from 'vitest';
import { parseMemoryColumns, toMemoryColumns } from '$lib/domain/plan/memory-columns';
import { reviewCard } from '../learning-log';
import { drawColumns } from './plan-learner';

describe('toMemoryColumns', () => {
	it('keeps the memory of each card, and leaves out suspended and unseen ones', () => {
		const states = [
			reviewCard(),
			reviewCard({ suspended: true }),
			reviewCard({ reviews: 0 }),
			reviewCard({ stability: 2, difficulty: 8, lastDay: 90, dueDay: 92 })
		];
		const { stability, difficulty, lastDay, dueDay } = toMemoryColumns(states);
		expect([...stability]).toEqual([10, 2]);
		expect([...difficulty]).toEqual([5, 8]);
		expect([...lastDay]).toEqual([100, 90]);
		expect([...dueDay]).toEqual([110, 92]);
	});
});

describe('parseMemoryColumns', () => {
	it('takes columns of 64 and of 32 bits', () => {
		const columns = drawColumns(5);
		expect(parseMemoryColumns(columns)).toEqual({ ok: true, value: columns });
		const lowest = { ...columns, stability: new Float32Array(5).fill(0.001) };
		expect(parseMemoryColumns(lowest).ok).toBe(true);
	});

	it.each([
		['nothing', null, { kind: 'not-columns' }],
		['lists', { ...drawColumns(2), stability: [1, 2] }, { kind: 'not-columns' }],
		['days with fractions', { ...drawColumns(2), dueDay: new Float64Array(2) }, { kind: 'not-columns' }],
		['a missing column', { ...drawColumns(2), lastDay: undefined }, { kind: 'not-columns' }],
		['a short column', { ...drawColumns(2), lastDay: new Int32Array(1) }, { kind: 'uneven-columns' }],
		['no stability', { ...drawColumns(2), stability: Float64Array.of(5, 0) }, { kind: 'memory-out-of-range', card: 1 }],
		['no number', { ...drawColumns(2), stability: Float64Array.of(NaN, 5) }, { kind: 'memory-out-of-range', card: 0 }],
		[
			'a difficulty of 11',
			{ ...drawColumns(1), difficulty: Float64Array.of(11) },
			{ kind: 'memory-out-of-range', card: 0 }
		]
	])('refuses %s', (_name, input, error) => {
		expect(parseMemoryColumns(input)).toEqual({ ok: false, error });
	});
});
