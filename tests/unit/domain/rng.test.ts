import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng, shuffle } from '../../../src/lib/domain/rng';

describe('createRng', () => {
	it('gives the published numbers, so that papers stay the same for ever', () => {
		const rng = createRng(0);
		expect([rng(), rng(), rng()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
	});

	it('stays from 0 up to but not 1, whatever the seed', () => {
		fc.assert(
			fc.property(fc.double(), (seed) => {
				const rng = createRng(seed);
				for (let i = 0; i < 20; i += 1) {
					const value = rng();
					expect(value >= 0 && value < 1).toBe(true);
				}
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});

describe('shuffle', () => {
	it('keeps all values, changes nothing in place, and is decided by the seed', () => {
		fc.assert(
			fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), fc.nat(), (values, seed) => {
				const before = [...values];
				const shuffled = shuffle(values, createRng(seed));
				expect(values).toEqual(before);
				expect([...shuffled].sort()).toEqual([...values].sort());
				expect(shuffle(values, createRng(seed))).toEqual(shuffled);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});

	it('gives every order of three about equally often', () => {
		const rng = createRng(1);
		const counts = new Map<string, number>();
		for (let i = 0; i < 6_000; i += 1) {
			const key = shuffle(['a', 'b', 'c'], rng).join('');
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		// 1,000 expected; 5 standard deviations are 145.
		for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(145);
	});
});
