import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toProportion } from '$lib/domain/statistics/proportion';

describe('toProportion', () => {
	it("gives Wilson's interval: 9 of 10 lies between 0.596 and 0.982", () => {
		const nine = toProportion(9, 10, 10);
		expect(nine?.share).toBe(0.9);
		expect(nine?.low).toBeCloseTo(0.5958, 3);
		expect(nine?.high).toBeCloseTo(0.9821, 3);
	});

	it('says nothing below its sample', () => {
		expect(toProportion(19, 19)).toBeNull();
		expect(toProportion(20, 20)?.n).toBe(20);
		expect(toProportion(0, 0, 0)).toBeNull();
	});

	it('stays within 0 and 1 and around the share', () => {
		const trials = integer({ min: 1, max: 10_000 }).chain((n) =>
			integer({ min: 0, max: n }).map((hits) => ({ hits, n }))
		);
		assert(
			property(trials, ({ hits, n }) => {
				const { low, share, high } = toProportion(hits, n, 1) ?? { low: NaN, share: NaN, high: NaN };
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(share + 1e-12);
				expect(high).toBeGreaterThanOrEqual(share - 1e-12);
				expect(high).toBeLessThanOrEqual(1);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});
