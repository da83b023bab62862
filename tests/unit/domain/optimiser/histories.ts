import fc from 'fast-check';
import type { Rating } from '$lib/domain/event';
import { nextMemory, retrievability } from '$lib/domain/fsrs-scheduler';
import type { Memory } from '$lib/domain/fsrs-scheduler';
import type { TrainingReview } from '$lib/domain/optimiser/training-reviews';
import type { Weights } from '$lib/domain/optimiser/weights';
import { toPerWeight } from '$lib/domain/optimiser/weights';
import type { Rng } from '$lib/domain/rng';
import { DEFAULT_PARAMETERS, WEIGHT_RANGES } from '$lib/domain/scheduler-parameters';
import { DAY_MS } from '$lib/domain/units';

export const DEFAULT_WEIGHTS = toPerWeight(DEFAULT_PARAMETERS.weights);

/** Someone who remembers for long and forgets steeply: all that the median learner is not. */
export const UNUSUAL_WEIGHTS = toPerWeight(
	DEFAULT_WEIGHTS.map((weight, i) => ({ 0: 1.5, 1: 6, 2: 15, 3: 60, 8: 1.3, 10: 1.4, 20: 0.6 })[i] ?? weight)
);

/** A card's answers from pairs of rating and elapsed days; the first pair's days are those since day 0. */
export function toHistory(answers: readonly (readonly [Rating, number])[]): TrainingReview[] {
	let day = 0;
	return answers.map(([rating, elapsed], i) => {
		day += elapsed;
		return { rating, day, at: day * DAY_MS + i * 1000 };
	});
}

export const anyRating = fc.constantFrom<Rating>(1, 2, 3, 4);

/** A card's history, a third of its answers on the same day as the one before. */
export const anyHistory = fc
	.array(
		fc.tuple(anyRating, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 400 }))),
		{
			minLength: 1,
			maxLength: 12
		}
	)
	.map(toHistory);

/** Weights anywhere within the scheduler's ranges. */
export const anyWeights = fc
	.tuple(...WEIGHT_RANGES.map(([low, high]) => fc.double({ min: low, max: high, noNaN: true })))
	.map(toPerWeight);

/** Weights anywhere between the ends of the ranges: at an end the loss may have a corner, and so no slope. */
export const innerWeights = fc
	.tuple(...WEIGHT_RANGES.map(() => fc.integer({ min: 1, max: 996 })))
	.map((places) => toPerWeight(WEIGHT_RANGES.map(([low, high], i) => low + ((high - low) * (places[i] ?? 0)) / 997)));

/** Weights such as a learner has: near the median learner's. */
export const likelyWeights = fc
	.tuple(...DEFAULT_WEIGHTS.map(() => fc.double({ min: 0.8, max: 1.25, noNaN: true })))
	.map((factors) => toPerWeight(DEFAULT_WEIGHTS.map((weight, i) => limit(weight * (factors[i] ?? 1), i))));

/** What a learner with these weights answers, when cards are shown after a stretch of time drawn by chance. */
export function simulateHistories(cards: number, weights: Weights, rng: Rng): TrainingReview[][] {
	const params = { ...DEFAULT_PARAMETERS, weights };
	return Array.from({ length: cards }, (_, card) => {
		let memory: Memory | null = null;
		let day = Math.floor(rng() * 200);
		const history: TrainingReview[] = [];
		for (let i = 0; i < 8; i++) {
			const elapsed = memory === null ? 0 : Math.max(1, Math.round(memory.stability * (0.3 + 1.7 * rng())));
			const recall: number = memory === null ? 0.6 : retrievability(elapsed, memory.stability, params);
			const rating: Rating = rng() > recall ? 1 : rng() < 0.1 ? 2 : rng() < 0.85 ? 3 : 4;
			day += elapsed;
			history.push({ rating, day, at: day * DAY_MS + card * 1000 + i });
			memory = nextMemory(memory, elapsed, rating, params);
		}
		return history;
	});
}

function limit(weight: number, i: number): number {
	const [low, high] = WEIGHT_RANGES[i] ?? [0, 0];
	return Math.min(Math.max(weight, low), high);
}
