import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Memory } from '$lib/domain/fsrs-scheduler';
import { nextMemory, retrievability } from '$lib/domain/fsrs-scheduler';
import { createMemoryTrace, toMemoryModel, traceCard } from '$lib/domain/optimiser/memory-model';
import { predictRecall } from '$lib/domain/optimiser/predict-recall';
import type { TrainingReview } from '$lib/domain/optimiser/training-reviews';
import { toTrainingReviews } from '$lib/domain/optimiser/training-reviews';
import type { Weights } from '$lib/domain/optimiser/weights';
import { toPerWeight } from '$lib/domain/optimiser/weights';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { DEFAULT_WEIGHTS, anyHistory, anyWeights, likelyWeights, toHistory } from './histories';

/** The scheduler's library rounds every result to eight decimals: much, where stability is a thousandth of a day. */
const ROUNDING = 5e-8;

type Step = { readonly memory: Memory; readonly recall: number };

/** Memory before each answer but the first, as the scheduler has it. */
function schedulerSteps(history: readonly TrainingReview[], weights: Weights): Step[] {
	const params = { ...DEFAULT_PARAMETERS, weights };
	const steps: Step[] = [];
	let memory: Memory | null = null;
	for (const [i, { day, rating }] of history.entries()) {
		const elapsed = Math.max(0, day - (history[i - 1]?.day ?? day));
		if (memory !== null) {
			steps.push({ memory, recall: elapsed === 0 ? 1 : retrievability(elapsed, memory.stability, params) });
		}
		memory = nextMemory(memory, elapsed, rating, params);
	}
	return steps;
}

function expectSame(history: readonly TrainingReview[], weights: Weights, relative: number): void {
	const trace = createMemoryTrace(history.length);
	traceCard(toMemoryModel(weights), toTrainingReviews([history]), 0, trace);
	for (const [i, { memory, recall }] of schedulerSteps(history, weights).entries()) {
		for (const [actual, expected] of [
			[trace.stability[i + 1], memory.stability],
			[trace.difficulty[i + 1], memory.difficulty],
			[trace.recall[i + 1], recall]
		] as const) {
			expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(relative * expected + ROUNDING);
		}
	}
}

describe('the optimiser’s model of memory', () => {
	it('is the scheduler’s, for weights such as learners have', () => {
		fc.assert(
			fc.property(anyHistory, likelyWeights, (history, weights) => expectSame(history, weights, 1e-6)),
			{ seed: 42, numRuns: 500 }
		);
	});

	it('is the scheduler’s at the limits of stability and difficulty', () => {
		fc.assert(
			fc.property(anyHistory, anyWeights, (history, weights) => expectSame(history, weights, 1e-5)),
			{ seed: 42, numRuns: 500 }
		);
	});

	it('lets a first stability be as low as the scheduler does', () => {
		const weights = [0.02, ...DEFAULT_WEIGHTS.slice(1)];
		const history = toHistory([
			[1, 0],
			[3, 2]
		]);
		const recall = predictRecall(toTrainingReviews([history]), toPerWeight(weights));
		const params = { ...DEFAULT_PARAMETERS, weights };
		expect(recall[1]).toBeCloseTo(retrievability(2, 0.02, params), 7);
	});

	it('takes a day before the last one for the same day', () => {
		const history = [
			{ rating: 3, day: 20, at: 1 },
			{ rating: 3, day: 18, at: 2 },
			{ rating: 3, day: 21, at: 3 }
		] as const;
		expectSame(history, DEFAULT_WEIGHTS, 1e-6);
		expect(predictRecall(toTrainingReviews([history]), DEFAULT_WEIGHTS)[1]).toBe(1);
	});
});
