import { describe, expect, it } from 'vitest';
import { backTest } from '$lib/domain/plan/back-test';
import type { Learner } from '$lib/domain/plan/learner';
import type { ReviewHistory } from '$lib/domain/plan/review-history';
import { SimulatedCards } from '$lib/domain/plan/simulated-cards';
import { createRng } from '$lib/domain/rng';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { AVERAGE, TODAY, toColumns } from './plan-learner';

type Answer = { readonly day: number; readonly rating: number };

/** Only Again and Good, and no steps: one answer is one step, so that the history says all. */
const GOOD_ONLY: Learner = {
	params: { ...DEFAULT_PARAMETERS, learningSteps: [], relearningSteps: [] },
	habits: { first: [0, 0, 1, 0], passed: [0, 1, 0] },
	cost: AVERAGE.cost
};

/** The history of a learner who forgets exactly as the scheduler thinks, begins cards every day and reviews all that is due. */
function keepUp(days: number, perDay: number): ReviewHistory {
	const cards = new SimulatedCards(toColumns([]), days * perDay, GOOD_ONLY, createRng(5));
	const answers: Answer[][] = [];
	for (let day = TODAY; day < TODAY + days; day++) {
		for (let card = 0; card < cards.size; card++) {
			if (cards.dueDay(card) > day) continue;
			const isPassed = cards.review(card, day) === GOOD_ONLY.cost.passed;
			answers[card]!.push({ day, rating: isPassed ? 3 : 1 });
		}
		for (let i = 0; i < perDay; i++) {
			cards.begin(day);
			answers.push([{ day, rating: 3 }]);
		}
	}
	return toHistory(answers);
}

function toHistory(cards: readonly (readonly Answer[])[]): ReviewHistory {
	const all = cards.flat();
	const starts = cards.reduce<number[]>((ends, card) => [...ends, (ends.at(-1) ?? 0) + card.length], [0]);
	return {
		starts: Uint32Array.from(starts),
		day: Int32Array.from(all, ({ day }) => day),
		rating: Uint8Array.from(all, ({ rating }) => rating)
	};
}

describe('backTest', () => {
	it('finds forecasts of a learner who forgets as expected right', () => {
		const history = keepUp(150, 6);
		const { recall, load } = backTest(history, GOOD_ONLY, 1);
		expect(recall.map(({ day }) => day)).toEqual([30, 60, 90, 120].map((days) => TODAY + days));
		expect(load.map(({ day }) => day)).toEqual(recall.map(({ day }) => day));
		for (const { predicted, actual, low, high } of recall) {
			expect(Math.abs(predicted - actual)).toBeLessThan(0.04);
			expect(low < predicted && predicted < high).toBe(true);
		}
		for (const { predicted, actual } of load) expect(Math.abs(predicted - actual) / actual).toBeLessThan(0.15);
	});

	it('finds forecasts wrong for a learner who forgets everything', () => {
		const card = [0, 1, 3, 8, 20, 33, 40, 59].map((day) => ({ day: TODAY + day, rating: day === 0 ? 3 : 1 }));
		const { recall } = backTest(toHistory(Array.from({ length: 50 }, () => card)), GOOD_ONLY, 1);
		expect(recall).toHaveLength(1);
		expect(recall[0]).toMatchObject({ day: TODAY + 30, actual: 0, reviews: 150 });
		expect(recall[0]!.low).toBeGreaterThan(0.2);
	});

	it('does not take answers of the same day for recall', () => {
		const card = [0, 31, 31, 31, 59].map((day, i) => ({ day: TODAY + day, rating: i === 1 ? 1 : 3 }));
		expect(backTest(toHistory([card]), GOOD_ONLY, 1).recall[0]).toMatchObject({ reviews: 2, actual: 0.5 });
	});

	it('leaves out months without study', () => {
		const card = [0, 119].map((day) => ({ day: TODAY + day, rating: 3 }));
		const { recall, load } = backTest(toHistory([card]), GOOD_ONLY, 1);
		expect(recall.map(({ day }) => day)).toEqual([TODAY + 90]);
		expect(load.map(({ day }) => day)).toEqual([TODAY + 90]);
	});

	it('has nothing to say of an empty or a short history', () => {
		expect(backTest(toHistory([]), GOOD_ONLY, 1)).toEqual({ recall: [], load: [] });
		expect(backTest(keepUp(40, 2), GOOD_ONLY, 1)).toEqual({ recall: [], load: [] });
	});

	it('looks back a year at most', () => {
		const card = Array.from({ length: 30 }, (_, i) => ({ day: TODAY + i * 20, rating: 3 }));
		expect(backTest(toHistory([card]), GOOD_ONLY, 1).load).toHaveLength(12);
	});
});
