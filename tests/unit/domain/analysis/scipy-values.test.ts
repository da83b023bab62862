import { describe, expect, it } from 'vitest';
import { analyseTest, type TestAnalysis } from '$lib/domain/analysis/analyse-test';
import { betaBelow } from '$lib/domain/analysis/beta-distribution';
import type { Estimate } from '$lib/domain/analysis/estimate';
import { fQuantile, tWidth } from '$lib/domain/analysis/quantiles';
import stored from '../../../fixtures/analysis/scipy-values.json';
import { anItem, sittingsOf } from './sittings';

/** As read from the file: every number is there but a discrimination of what does not vary. */
type Interval = { value: number; low: number; high: number };

function expectEstimate(estimate: Estimate | null, expected: Interval | null): void {
	expect(estimate === null).toBe(expected === null);
	for (const part of ['value', 'low', 'high'] as const) {
		expect(estimate?.[part] ?? 0, part).toBeCloseTo(expected?.[part] ?? 0, 7);
	}
}

function analyse(credits: readonly (readonly number[])[], tookMs: readonly (readonly number[])[]): TestAnalysis {
	const items = (credits[0] ?? []).map((_, index) => anItem(index + 1));
	const work = analyseTest(sittingsOf(credits, tookMs), items);
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

describe('numbers as scipy computes them', () => {
	it.each(stored.cases)('$name', ({ credits, tookMs, expected }) => {
		const { test, items } = analyse(credits, tookMs);
		expect(items).toHaveLength(expected.items.length);
		for (const { item, facility, discrimination, time } of items) {
			const [wanted, times] = [expected.items[item - 1], expected.times[item - 1]];
			expectEstimate(facility, wanted?.facility ?? null);
			expectEstimate(discrimination, wanted?.discrimination ?? null);
			expect([time?.low, time?.median, time?.high]).toEqual(times);
		}
		expectEstimate(test.reliability?.alpha ?? null, expected.alpha);
		expect(test.reliability?.error).toBeCloseTo(expected.alpha.error, 9);
		expectEstimate(test.score, expected.score);
		expect(test.deviation).toBeCloseTo(expected.deviation, 9);
		expect(test.skewness).toBeCloseTo(expected.skewness, 9);
		[test.scores?.low, test.scores?.median, test.scores?.high].forEach((value, index) => {
			expect(value).toBeCloseTo(expected.scores[index] ?? NaN, 9);
		});
	});

	it('have the same distributions behind them', () => {
		for (const [x = 0, a = 0, b = 0, below = 0] of stored.quantiles.beta)
			expect(betaBelow(x, a, b)).toBeCloseTo(below, 8);
		for (const [df = 0, width = 0] of stored.quantiles.t) expect(tWidth(df) / width).toBeCloseTo(1, 7);
		for (const [p = 0, a = 0, b = 0, value = 0] of stored.quantiles.f) expect(fQuantile(p, a, b)).toBeCloseTo(value, 8);
	});
});
