import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanCredit } from '$lib/domain/analysis/mean-estimate';

describe('meanCredit', () => {
	it("gives right and wrong Wilson's interval: 9 of 10 lies between 0.596 and 0.982", () => {
		const nine = meanCredit([1, 1, 1, 1, 1, 1, 1, 1, 1, 0], 5);
		expect(nine?.value).toBe(0.9);
		expect(nine?.low).toBeCloseTo(0.5958, 3);
		expect(nine?.high).toBeCloseTo(0.9821, 3);
	});

	it("gives partial credit Student's interval: 0, 0.5, 0.5, 0.5, 1 lies 2.776 standard errors around 0.5", () => {
		const half = meanCredit([0, 0.5, 0.5, 0.5, 1], 5);
		expect((half?.high ?? 0) - 0.5).toBeCloseTo(2.7764 * Math.sqrt(0.125 / 5), 4);
	});

	it('does not claim certainty where all have the same part', () => {
		const alike = meanCredit([0.5, 0.5, 0.5, 0.5, 0.5], 5);
		expect((alike?.high ?? 0) - (alike?.low ?? 0)).toBeGreaterThan(0.5);
	});

	it('says nothing below its sample', () => {
		expect(meanCredit([1, 1, 0, 1], 5)).toBeNull();
		expect(meanCredit([], 0)).toBeNull();
	});

	it('stays within 0 and 1 and around the mean', () => {
		assert(
			property(array(double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 60 }), (credits) => {
				const { low, value, high } = meanCredit(credits, 5) ?? { low: NaN, value: NaN, high: NaN };
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(value);
				expect(high).toBeGreaterThanOrEqual(value);
				expect(high).toBeLessThanOrEqual(1 + 1e-12);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});
