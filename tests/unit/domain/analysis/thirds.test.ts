import { assert, double, array, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thirdsOf } from '$lib/domain/analysis/thirds';

describe('thirdsOf', () => {
	it('takes the best and the weakest third', () => {
		const thirds = thirdsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		expect(thirds?.isTop.indexOf(true)).toBe(8);
		expect(thirds?.isBottom.lastIndexOf(true)).toBe(3);
	});

	it('takes in whoever stands level with the last of a third', () => {
		expect(thirdsOf([1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6])).toMatchObject({ top: 4, bottom: 5 });
	});

	it('says nothing of fewer than 12, or where too many stand level', () => {
		expect(thirdsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toBeNull();
		expect(thirdsOf([1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9])).toBeNull();
	});

	it('never has a learner in both, and at least a third in each', () => {
		const standings = array(double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 60 });
		assert(
			property(standings, (standing) => {
				const thirds = thirdsOf(standing);
				if (thirds === null) return;
				expect(thirds.isTop.some((isTop, i) => isTop && thirds.isBottom[i] === true)).toBe(false);
				expect(Math.min(thirds.top, thirds.bottom)).toBeGreaterThanOrEqual(Math.floor(standing.length / 3));
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});
