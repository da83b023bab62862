import { describe, expect, it } from 'vitest';
import { runsFor, toEstimate } from '$lib/domain/plan/estimate';

describe('toEstimate', () => {
	it('gives the 10th, 50th and 90th percentile', () => {
		const values = Array.from({ length: 101 }, (_, i) => 100 - i);
		expect(toEstimate(values)).toEqual({ low: 10, median: 50, high: 90 });
		expect(toEstimate([3, 1])).toEqual({ low: 1.2, median: 2, high: 2.8 });
		expect(toEstimate([4])).toEqual({ low: 4, median: 4, high: 4 });
	});

	it('says that what never happens in most runs never happens', () => {
		expect(toEstimate([5, Infinity, Infinity]).median).toBe(Infinity);
		expect(toEstimate([5, 5, Infinity])).toEqual({ low: 5, median: 5, high: Infinity });
	});

	it('needs a run', () => {
		expect(() => toEstimate([])).toThrow('needs a run');
	});
});

describe('runsFor', () => {
	it('runs small simulations often and large ones a few times', () => {
		expect(runsFor(0, 30)).toBe(40);
		expect(runsFor(10_000, 365)).toBe(10);
		expect(runsFor(100_000, 365)).toBe(4);
	});
});
