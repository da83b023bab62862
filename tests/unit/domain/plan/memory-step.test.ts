import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '$lib/domain/event';
import { exactIntervalFor, nextMemory, retrievability } from '$lib/domain/fsrs-scheduler';
import { createMemoryStep } from '$lib/domain/plan/memory-step';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';

const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);

/** Weights up to a fifth away from the defaults, within the ranges that are let in. */
const parameters = fc
	.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), { minLength: 21, maxLength: 21 })
	.map((factors): SchedulerParameters => {
		const weights = DEFAULT_PARAMETERS.weights.map((weight, i) => (i === 7 ? weight : weight * (factors[i] ?? 1)));
		return { ...DEFAULT_PARAMETERS, weights: weights.with(16, Math.max(1, weights[16] ?? 1)) };
	});

function expectSame(actual: number, expected: number): void {
	expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

describe('createMemoryStep', () => {
	it('agrees with the scheduler over any history', () => {
		const history = fc.array(fc.tuple(ratings, fc.integer({ min: 0, max: 2000 })), { minLength: 1, maxLength: 25 });
		const property = fc.property(parameters, ratings, history, (params, first, answers) => {
			const step = createMemoryStep(params);
			let memory = nextMemory(null, 0, first, params);
			expectSame(step.firstStability(first), memory.stability);
			expectSame(step.firstDifficulty(first), memory.difficulty);
			for (const [rating, elapsed] of answers) {
				const { stability, difficulty } = memory;
				expectSame(step.recall(elapsed, stability), retrievability(elapsed, stability, params));
				expectSame(step.interval(stability), exactIntervalFor(stability, params.desiredRetention, params));
				memory = nextMemory(memory, elapsed, rating, params);
				expectSame(step.stabilityAfter(stability, difficulty, elapsed, rating), memory.stability);
				expectSame(step.difficultyAfter(difficulty, rating), memory.difficulty);
			}
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});

	it('refuses parameters without weights', () => {
		expect(() => createMemoryStep({ ...DEFAULT_PARAMETERS, weights: [] })).toThrow('parse them first');
	});
});
