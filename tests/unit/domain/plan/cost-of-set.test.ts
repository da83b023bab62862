import { describe, expect, it } from 'vitest';
import { costOfSet } from '$lib/domain/plan/cost-of-set';
import { AVERAGE } from './plan-learner';

describe('costOfSet', () => {
	it('is all at the beginning for a set that is known at once', () => {
		const weights = AVERAGE.params.weights.with(3, 100).with(20, 0.1);
		const habits = { ...AVERAGE.habits, first: [0, 0, 0, 1] as const };
		const sure = { ...AVERAGE, habits, params: { ...AVERAGE.params, weights } };
		const { beginning, months, peak, settles, hours } = costOfSet(70, 10, sure, 1);
		expect(beginning).toBe(7);
		expect(peak.median).toBeCloseTo((10 * AVERAGE.cost.fresh) / 60, 12);
		expect(months[0]!.median).toBeCloseTo((70 * AVERAGE.cost.fresh) / 60 / 30, 12);
		expect(months[1]!.high).toBe(0);
		// From the fifth day on, a week holds fewer than three of the seven days of beginning.
		expect(settles.median).toBe(5);
		expect(hours.median).toBeGreaterThan((70 * AVERAGE.cost.fresh) / 3600);
	});

	it('rises while cards are begun and falls afterwards', () => {
		const { months, peak, settles, beginning } = costOfSet(300, 10, AVERAGE, 1);
		expect(beginning).toBe(30);
		expect(months).toHaveLength(7);
		expect(months[0]!.median).toBeGreaterThan(months[1]!.median);
		expect(months.at(-1)!.median).toBeLessThan(months[1]!.median);
		expect(peak.median).toBeGreaterThan(months[0]!.median);
		expect(settles.median).toBeGreaterThan(beginning);
		for (const { low, median, high } of [...months, peak, settles]) expect(low <= median && median <= high).toBe(true);
	});

	it('costs more a day and is over sooner with more new cards a day', () => {
		const slow = costOfSet(200, 5, AVERAGE, 1);
		const fast = costOfSet(200, 20, AVERAGE, 1);
		expect(fast.peak.median).toBeGreaterThan(2 * slow.peak.median);
		expect(fast.settles.median).toBeLessThan(slow.settles.median);
	});

	it('does not say when it settles where that is later than two years', () => {
		const { settles, months } = costOfSet(800, 1, AVERAGE, 1);
		expect(months).toHaveLength(24);
		expect(settles.median).toBe(Infinity);
	});
});
