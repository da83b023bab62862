import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredOfCounts, chiSquaredSurvival } from '../../../scripts/bank/chi-squared';

describe('chiSquaredSurvival', () => {
	// Upper percentage points as statistical tables print them.
	it.each([
		[3.841, 1, 0.05],
		[6.635, 1, 0.01],
		[5.991, 2, 0.05],
		[9.21, 2, 0.01],
		[11.345, 3, 0.01],
		[13.277, 4, 0.01],
		[15.086, 5, 0.01],
		[16.812, 6, 0.01],
		[0.7107, 4, 0.95],
		[18.307, 10, 0.05]
	])('gives the tabled probability of %d or more with %d degrees of freedom', (statistic, freedom, expected) => {
		expect(chiSquaredSurvival(statistic, freedom)).toBeCloseTo(expected, 4);
	});

	it('agrees with the closed forms for two and four degrees of freedom, however far out', () => {
		const statistic = fc.double({ min: 0, max: 1200, noNaN: true });
		fc.assert(
			fc.property(statistic, (x) => {
				expect(chiSquaredSurvival(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12);
				expect(chiSquaredSurvival(x, 4)).toBeCloseTo(Math.exp(-x / 2) * (1 + x / 2), 12);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});

	it('falls from 1 as the statistic grows', () => {
		const points = [0, 0.5, 1, 3, 4, 5, 20, 2000].map((x) => chiSquaredSurvival(x, 5));
		expect(points[0]).toBe(1);
		expect(points.at(-1)).toBe(0);
		expect([...points].sort((a, b) => b - a)).toEqual(points);
		expect(new Set(points).size).toBe(points.length);
	});
});

describe('chiSquaredOfCounts', () => {
	it('is 0 for equal counts and grows with their distance', () => {
		expect(chiSquaredOfCounts([4, 4, 4])).toBe(0);
		// Expected 5 each: (9 + 1 + 4) / 5.
		expect(chiSquaredOfCounts([8, 4, 3])).toBeCloseTo(2.8, 12);
	});
});
