import { describe, expect, it } from 'vitest';
import { layOutCurve } from '$lib/components/plan/minutes-curve';
import type { ExamOption, ExamPlan } from '$lib/domain/plan/plan-exam';

function option(minutes: number, recall: number): ExamOption {
	return {
		minutes,
		minutesUsed: minutes,
		recall,
		low: recall - 0.05,
		high: recall + 0.05,
		notBegun: 0,
		givenUp: 0,
		freshPerDay: 0
	};
}

/** Where the drawing's axis is. */
const FOOT = 196;

const plan: ExamPlan = {
	days: 10,
	without: option(0, 0.2),
	chosen: option(15, 0.7),
	others: [option(60, 0.9), option(15, 0.7), option(30, 0.8)]
};

describe('layOutCurve', () => {
	it('stands each choice at its minutes, from none to the most', () => {
		const { points } = layOutCurve(plan);
		expect(points.map(({ minutes }) => minutes)).toEqual([0, 15, 30, 60]);
		const [none, some, half, most] = points.map(({ x }) => x);
		expect((half ?? 0) - (none ?? 0)).toBeCloseTo(((most ?? 0) - (none ?? 0)) / 2);
		expect((some ?? 0) - (none ?? 0)).toBeCloseTo(((most ?? 0) - (none ?? 0)) / 4);
	});

	it('draws more recall higher, each within its bar, and every bar on the scale', () => {
		const { points } = layOutCurve(plan);
		const heights = points.map(({ y }) => y);
		expect(heights).toEqual(heights.toSorted((a, b) => b - a));
		for (const { y, low, high } of points) {
			expect(high).toBeLessThan(y);
			expect(low).toBeGreaterThan(y);
			expect(low).toBeLessThanOrEqual(FOOT);
		}
	});
});
