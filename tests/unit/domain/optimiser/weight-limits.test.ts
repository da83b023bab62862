import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitWeights } from '$lib/domain/optimiser/weight-limits';
import { toPerWeight } from '$lib/domain/optimiser/weights';
import { DEFAULT_PARAMETERS, parseParameters } from '$lib/domain/scheduler-parameters';
import { DEFAULT_WEIGHTS } from './histories';

function limited(firstStabilities: readonly number[], firstRatings: readonly number[]): number[] {
	const weights = toPerWeight([...firstStabilities, ...DEFAULT_WEIGHTS.slice(4)]);
	limitWeights(weights, firstRatings);
	return weights.slice(0, 4);
}

describe('limitWeights', () => {
	it('leaves good weights alone', () => {
		const weights = toPerWeight(DEFAULT_WEIGHTS);
		limitWeights(weights, [1, 2, 3, 4]);
		expect(weights).toEqual(DEFAULT_WEIGHTS);
	});

	it('moves the first stability that nobody gave, not the one with the evidence', () => {
		const [again = 0, hard = 0, good = 0, easy = 0] = limited([0.2, 1.3, 0.5, 8], [100, 0, 300, 0]);
		expect(good).toBeCloseTo(0.5, 6);
		expect(hard).toBe(good);
		expect([again, easy]).toEqual([0.2, 8]);
	});

	it('gives two that contradict each other their mean by cards', () => {
		const [again, hard] = limited([4, 1, 5, 8], [30, 10, 300, 0]);
		expect(again).toBeCloseTo(3.25, 4);
		expect(hard).toBe(again);
	});

	it('gives weights that the scheduler accepts, with first stabilities in order, whatever it is given', () => {
		const anything = fc.array(
			fc.integer({ min: -500, max: 2000 }).map((tenths) => tenths / 10),
			{ minLength: 21, maxLength: 21 }
		);
		const counts = fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(anything, counts, (values, firstRatings) => {
				const weights = toPerWeight(values);
				limitWeights(weights, firstRatings);
				expect(parseParameters({ ...DEFAULT_PARAMETERS, weights }).ok).toBe(true);
				expect(weights.slice(0, 4)).toEqual(weights.slice(0, 4).sort((a, b) => a - b));
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});
