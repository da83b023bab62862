import { describe, expect, it } from 'vitest';
import { fitWeights } from '$lib/domain/optimiser/fit-weights';
import { optimiseWeights } from '$lib/domain/optimiser/optimise-weights';
import { predictRecall } from '$lib/domain/optimiser/predict-recall';
import { predictionErrorOf } from '$lib/domain/optimiser/prediction-error';
import type { TrainingReviews } from '$lib/domain/optimiser/training-reviews';
import { predictionsOf, toTrainingReviews } from '$lib/domain/optimiser/training-reviews';
import type { Weights } from '$lib/domain/optimiser/weights';
import { createRng } from '$lib/domain/rng';
import { DEFAULT_PARAMETERS, parseParameters } from '$lib/domain/scheduler-parameters';
import { DEFAULT_WEIGHTS, UNUSUAL_WEIGHTS, simulateHistories } from './histories';

function finish<T>(work: Generator<number, T>): { readonly value: T; readonly progress: number[] } {
	const progress: number[] = [];
	for (;;) {
		const step = work.next();
		if (step.done === true) return { value: step.value, progress };
		progress.push(step.value);
	}
}

function optimise(reviews: TrainingReviews, current: Weights = DEFAULT_WEIGHTS, seed = 1) {
	const { value, progress } = finish(optimiseWeights(reviews, current, createRng(seed)));
	if (!value.ok) throw new Error(value.error.kind);
	return { ...value.value, progress };
}

function logLoss(reviews: TrainingReviews, weights: Weights): number {
	return predictionErrorOf(reviews, predictRecall(reviews, weights), predictionsOf(reviews)).logLoss;
}

const unusual = toTrainingReviews(simulateHistories(400, UNUSUAL_WEIGHTS, createRng(5)));

describe('fitWeights', () => {
	const { value: fitted } = finish(fitWeights(unusual, 'all', createRng(1)));

	it('finds an unusual learner’s first stabilities, far from where it started', () => {
		for (const [i, expected] of [1.5, 6, 15].entries()) {
			const ratio = (fitted[i] ?? 0) / expected;
			expect(ratio).toBeGreaterThan(0.5);
			expect(ratio).toBeLessThan(2);
		}
	});

	it('predicts new cards of the same learner almost as well as the truth does', () => {
		const fresh = toTrainingReviews(simulateHistories(400, UNUSUAL_WEIGHTS, createRng(2)));
		const truth = logLoss(fresh, UNUSUAL_WEIGHTS);
		expect(logLoss(fresh, DEFAULT_WEIGHTS) - truth).toBeGreaterThan(0.015);
		expect(logLoss(fresh, fitted) - truth).toBeLessThan(0.005);
	});

	it('leaves what the answers say nothing about where it was', () => {
		const withoutHardAndEasy = simulateHistories(200, UNUSUAL_WEIGHTS, createRng(3)).map((history) =>
			history.map((review) => ({ ...review, rating: review.rating === 1 ? (1 as const) : (3 as const) }))
		);
		const { value } = finish(fitWeights(toTrainingReviews(withoutHardAndEasy), 'all', createRng(1)));
		expect([value[15], value[16], value[17], value[19]]).toEqual([15, 16, 17, 19].map((i) => DEFAULT_WEIGHTS[i]));
	});

	it('gives the same weights for the same numbers', () => {
		const reviews = toTrainingReviews(simulateHistories(100, UNUSUAL_WEIGHTS, createRng(4)));
		const fit = (seed: number) => finish(fitWeights(reviews, 'all', createRng(seed))).value;
		expect(fit(1)).toEqual(fit(1));
		expect(fit(2)).not.toEqual(fit(1));
	});
});

describe('optimiseWeights', () => {
	const outcome = optimise(unusual);

	it('accepts weights that predict the newest answers better, and says by how much', () => {
		expect(outcome.accepted).toBe(true);
		expect(outcome.scope).toBe('all');
		expect(outcome.after.logLoss).toBeLessThan(outcome.before.logLoss - 0.003);
		expect(outcome.after.rmseBins).toBeLessThan(outcome.before.rmseBins);
		expect([outcome.reviews, outcome.predictions, outcome.heldOut]).toEqual([3200, 2800, 1680]);
		expect(parseParameters({ ...DEFAULT_PARAMETERS, weights: outcome.weights }).ok).toBe(true);
		expect(logLoss(unusual, outcome.weights)).toBeLessThan(logLoss(unusual, DEFAULT_WEIGHTS));
	});

	it('keeps the current weights when they are better on the newest answers', () => {
		const { accepted, weights, before, after } = optimise(unusual, UNUSUAL_WEIGHTS);
		expect(accepted).toBe(false);
		expect(weights).toEqual(UNUSUAL_WEIGHTS);
		expect(after.logLoss).toBeGreaterThanOrEqual(before.logLoss);
	});

	it('changes nothing when asked again with what it gave', () => {
		const { weights } = outcome;
		expect(optimise(unusual, weights)).toMatchObject({ accepted: false, weights });
	});

	it('says that it needs more answers', () => {
		const few = toTrainingReviews(simulateHistories(14, UNUSUAL_WEIGHTS, createRng(1)));
		const { value } = finish(optimiseWeights(few, DEFAULT_WEIGHTS, createRng(1)));
		expect(value).toEqual({ ok: false, error: { kind: 'too-few-predictions', predictions: 98, needed: 100 } });
	});

	it('fits only how long first answers last when there are fewer than 400 predictions', () => {
		const few = optimise(toTrainingReviews(simulateHistories(57, UNUSUAL_WEIGHTS, createRng(1))));
		expect(few.predictions).toBe(399);
		expect(few).toMatchObject({ scope: 'first-stabilities', accepted: true });
		expect(few.weights.slice(4)).toEqual(DEFAULT_WEIGHTS.slice(4));
		expect(few.weights[2]).toBeGreaterThan(5);
	});

	it('says that answers all of one instant cannot be split', () => {
		const histories = simulateHistories(20, UNUSUAL_WEIGHTS, createRng(1));
		const reviews = toTrainingReviews(histories.map((history) => history.map((review) => ({ ...review, at: 5 }))));
		const { value } = finish(optimiseWeights(reviews, DEFAULT_WEIGHTS, createRng(1)));
		expect(value).toEqual({ ok: false, error: { kind: 'all-at-one-time' } });
	});

	it('reports progress that only grows, from every fit, up to the end', () => {
		const { progress } = outcome;
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
		expect(progress.at(-1)).toBe(1);
		expect(progress[0]).toBeLessThan(0.02);
		const steps = progress.map((done, i) => done - (progress[i - 1] ?? 0));
		expect(Math.max(...steps)).toBeLessThan(0.1);
	});
});
