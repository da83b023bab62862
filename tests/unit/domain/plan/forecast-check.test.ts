import { describe, expect, it } from 'vitest';
import type { BackTestPoint } from '$lib/domain/plan/back-test';
import { checkForecasts } from '$lib/domain/plan/forecast-check';

const point = (actual: number): BackTestPoint => ({ day: 1, predicted: 40, low: 30, high: 50, actual });
const share = (actual: number, reviews: number) => ({ ...point(actual), reviews });

describe('checkForecasts', () => {
	it('counts what happened within the interval, its bounds included', () => {
		const { load } = checkForecasts({ recall: [], load: [29, 30, 50, 51].map(point) });
		expect(load?.held).toBe(2);
		expect(load?.points).toHaveLength(4);
	});

	it('leaves out stretches with fewer than twenty reviews', () => {
		const { recall, load } = checkForecasts({
			recall: [share(0.4, 19), share(40, 20)],
			load: [{ ...point(19), predicted: 19.5 }, point(0)]
		});
		expect(recall).toEqual({ points: [share(40, 20)], held: 1 });
		expect(load).toEqual({ points: [point(0)], held: 0 });
	});

	it('says nothing where no stretch is left', () => {
		expect(checkForecasts({ recall: [share(1, 5)], load: [] })).toEqual({ recall: null, load: null });
	});
});
