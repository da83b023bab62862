import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retrievability } from '$lib/domain/fsrs-scheduler';
import { recallTable } from '$lib/domain/plan/recall-table';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';

describe('recallTable', () => {
	it('gives the forgetting curve to within 2e-6, for every decay and age', () => {
		const property = fc.property(
			fc.double({ min: 0.1, max: 0.8, noNaN: true }),
			fc.double({ min: 0.001, max: 36500, noNaN: true }),
			fc.integer({ min: 0, max: 40_000 }),
			(decay, stability, elapsed) => {
				const params = { ...DEFAULT_PARAMETERS, weights: DEFAULT_PARAMETERS.weights.with(20, decay) };
				const read = recallTable(params)(elapsed, stability);
				expect(Math.abs(read - retrievability(elapsed, stability, params))).toBeLessThan(2e-6);
			}
		);
		fc.assert(property, { seed: 42, numRuns: 500 });
	});

	it('is certain on the day itself', () => {
		expect(recallTable(DEFAULT_PARAMETERS)(0, 3)).toBe(1);
	});
});
