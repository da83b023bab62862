import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzFactor, fuzzInterval, fuzzRange } from '$lib/domain/fuzz';
import vectors from '../../fixtures/upstream-vectors.json';

describe('fuzzInterval', () => {
	it('agrees with the reference bounds', () => {
		const rows = vectors.anki.fuzz_lower_mid_upper as [number, number, number, number, number, number][];
		expect(rows).toHaveLength(11);
		for (const [interval, minimum, maximum, low, middle, high] of rows) {
			const fuzzed = [0, 0.5, 0.99].map((factor) => fuzzInterval(interval, factor, minimum, maximum));
			expect(fuzzed).toEqual([low, middle, high]);
		}
	});

	it('leaves intervals below two and a half days where they are', () => {
		expect([0, 0.999].map((factor) => fuzzInterval(2.49, factor, 1, 36500))).toEqual([2, 2]);
	});

	it('adds 15, 10 and 5 percent of the stretches of the interval', () => {
		// 1 + 0.15 x 4.5 + 0.1 x 13 + 0.05 x 80 = 6.975
		expect(fuzzRange(100, 1, 36500)).toEqual([93, 107]);
	});

	it('always gives a whole number of days within its limits', () => {
		const property = fc.property(
			fc.double({ min: 0, max: 1e9, noNaN: true }),
			fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
			fc.integer({ min: 1, max: 36500 }),
			fc.integer({ min: 1, max: 36500 }),
			(interval, factor, a, b) => {
				const [minimum, maximum] = [Math.min(a, b), Math.max(a, b)];
				const days = fuzzInterval(interval, factor, minimum, maximum);
				expect(Number.isInteger(days) && days >= minimum && days <= maximum).toBe(true);
			}
		);
		fc.assert(property, { seed: 42, numRuns: 1000 });
	});
});

describe('fuzzFactor', () => {
	it('depends on the card and on its number of reviews and on nothing else', () => {
		expect(fuzzFactor('a.1.1', 3)).toBe(fuzzFactor('a.1.1', 3));
		expect(fuzzFactor('a.1.1', 3)).not.toBe(fuzzFactor('a.1.1', 4));
		expect(fuzzFactor('a.1.1', 3)).not.toBe(fuzzFactor('a.1.2', 3));
	});
});
