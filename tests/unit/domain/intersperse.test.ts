import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersperse } from '$lib/domain/intersperse';

describe('intersperse', () => {
	it('spreads the shorter list through the longer', () => {
		expect(intersperse<string | number>([1, 2, 3, 4, 5], ['a', 'b']).join('')).toBe('12a34b5');
		expect(intersperse<string | number>([1], ['a', 'b', 'c']).join('')).toBe('a1bc');
	});

	it('gives the other list when one is empty', () => {
		expect(intersperse([1, 2], [])).toEqual([1, 2]);
		expect(intersperse([], [3, 4])).toEqual([3, 4]);
	});

	it('loses nothing and keeps the order of each list', () => {
		const property = fc.property(fc.nat(200), fc.nat(200), (n, m) => {
			const first = Array.from({ length: n }, (_, i) => i);
			const second = Array.from({ length: m }, (_, i) => 1000 + i);
			const mixed = intersperse(first, second);
			expect(mixed.filter((value) => value < 1000)).toEqual(first);
			expect(mixed.filter((value) => value >= 1000)).toEqual(second);
		});
		fc.assert(property, { seed: 42, numRuns: 200 });
	});
});
