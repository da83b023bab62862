import { describe, expect, it } from 'vitest';
import { calibrate, CALIBRATION_COUNTS, countExpected } from '$lib/domain/statistics/calibration';

/** Answers of which this recall was expected. */
function calibrated(...expected: readonly (readonly [recall: number, rating: number, elapsed?: number])[]) {
	const counts = new Float64Array(CALIBRATION_COUNTS);
	for (const [recall, rating, elapsed = 5] of expected) countExpected(counts, rating, elapsed, recall);
	return calibrate(counts);
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('calibrate', () => {
	it('sets what was expected beside what came of it, bin by bin and in all', () => {
		const { overall, bins } = calibrated(...times(20, [0.92, 3] as const), ...times(20, [0.6, 1] as const), [0.6, 2]);
		expect(overall?.expected).toBeCloseTo((20 * 0.92 + 21 * 0.6) / 41, 6);
		expect(overall?.actual).toMatchObject({ n: 41, hits: 21 });
		const filled = bins.filter(({ n }) => n > 0);
		expect(filled.map(({ from, to, n }) => [from, to, n])).toEqual([
			[0.6, 0.7, 21],
			[0.9, 0.95, 20]
		]);
		expect(filled[0]?.actual).toMatchObject({ hits: 1 });
		expect(filled[1]?.expected).toBeCloseTo(0.92, 6);
		expect(filled[1]?.actual?.share).toBe(1);
	});

	it('has bins that meet from 0 to 1, and puts certainty in the last', () => {
		const { bins } = calibrated([1, 3], [0, 1]);
		expect(bins.map(({ n }) => n)).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
		expect(bins.slice(1).map(({ from }) => from)).toEqual(bins.slice(0, -1).map(({ to }) => to));
		expect([bins[0]?.from, bins.at(-1)?.to]).toEqual([0, 1]);
	});

	it('leaves out first answers, later answers of a day and quiz answers', () => {
		expect(calibrated([0, 3, -1], [1, 3, 0], [0.9, 6]).bins.every(({ n }) => n === 0)).toBe(true);
	});

	it('is silent while there are few', () => {
		const { overall, bins } = calibrated(...times(19, [0.92, 3] as const));
		expect(overall).toBeNull();
		expect(bins.every(({ actual }) => actual === null)).toBe(true);
	});
});
