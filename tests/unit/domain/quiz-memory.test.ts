import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { QuizAnswerEvent } from '$lib/domain/event';
import { nextMemory, retrievability } from '$lib/domain/fsrs-scheduler';
import { scheduleQuizAnswer } from '$lib/domain/quiz-memory';
import { scheduleReview } from '$lib/domain/schedule-card';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { MINUTE_MS } from '$lib/domain/units';
import { learningCard, quizAnswer, review, reviewCard } from './learning-log';

function answer(state: CardState | null, day: number, more: Partial<QuizAnswerEvent> = {}): CardState | null {
	return scheduleQuizAnswer(state, quizAnswer(1, day, more), DEFAULT_PARAMETERS);
}

function rated(state: CardState | null, rating: 1 | 3, day: number): CardState {
	return scheduleReview(state, review(1, rating, day), DEFAULT_PARAMETERS);
}

describe('a question missed in a quiz', () => {
	it('counts as Again and is due the same day', () => {
		const missed = answer(reviewCard(), 105, { correct: false });
		expect(missed).toEqual(rated(reviewCard(), 1, 105));
		expect([missed?.phase, missed?.dueDay, missed?.failedDay]).toEqual(['relearning', 105, 105]);
	});

	it('makes a card of an item never studied, to be learnt today', () => {
		const missed = answer(null, 105, { correct: false });
		expect([missed?.phase, missed?.step, missed?.dueDay, missed?.reviews]).toEqual(['learning', 0, 105, 1]);
		expect(missed?.dueAt).toBe(quizAnswer(1, 105).at + MINUTE_MS);
	});

	it('hurts memory once a day, however often it is missed', () => {
		const once = answer(reviewCard(), 105, { correct: false });
		const twice = scheduleQuizAnswer(once, quizAnswer(2, 105, { correct: false }), DEFAULT_PARAMETERS);
		expect([twice?.stability, twice?.difficulty]).toEqual([once?.stability, once?.difficulty]);
		expect([twice?.lapses, twice?.reviews]).toEqual([1, 4]);
	});

	it('brings a card back that was relearnt since the first miss of the day', () => {
		const once = answer(reviewCard(), 105, { correct: false });
		const relearnt = scheduleReview(once, review(2, 3, 105), DEFAULT_PARAMETERS);
		const twice = scheduleQuizAnswer(relearnt, quizAnswer(3, 105, { correct: false }), DEFAULT_PARAMETERS);
		expect(relearnt.phase).toBe('review');
		expect([twice?.phase, twice?.step, twice?.dueDay]).toEqual(['relearning', 0, 105]);
		expect([twice?.stability, twice?.lapses]).toEqual([relearnt.stability, 1]);
	});

	it('hurts again on another day', () => {
		const once = answer(reviewCard(), 105, { correct: false });
		const next = scheduleQuizAnswer(once, quizAnswer(2, 106, { correct: false }), DEFAULT_PARAMETERS);
		expect(next?.difficulty).toBeGreaterThan(once?.difficulty ?? NaN);
		expect(next?.failedDay).toBe(106);
	});

	it('adds nothing to a rating of Again the same day but the due time', () => {
		const forgotten = rated(reviewCard(), 1, 105);
		const missed = scheduleQuizAnswer(forgotten, quizAnswer(2, 105, { correct: false }), DEFAULT_PARAMETERS);
		expect([missed?.stability, missed?.lapses]).toEqual([forgotten.stability, 1]);
	});
});

describe('a question left when time ran out', () => {
	it('changes nothing', () => {
		const state = reviewCard();
		expect(answer(state, 105, { answered: false, correct: false })).toBe(state);
		expect(answer(null, 105, { answered: false, correct: false })).toBeNull();
	});
});

describe('a right choice', () => {
	it('moves stability part of the way to Good, by the chance that it was known', () => {
		const recall = retrievability(12, 10, DEFAULT_PARAMETERS);
		const known = recall / (recall + (1 - recall) / 4);
		const good = nextMemory({ stability: 10, difficulty: 5 }, 12, 3, DEFAULT_PARAMETERS).stability;
		const next = answer(reviewCard(), 112);
		expect(next?.stability).toBeCloseTo(10 * (good / 10) ** (known / 2), 6);
		expect(next?.difficulty).toBe(5);
		expect([next?.lastDay, next?.reviews, next?.phase]).toEqual([112, 4, 'review']);
	});

	it('counts for less the easier it was to guess', () => {
		const guesses = [0.1, 0.25, 0.5, 1].map((guess) => answer(reviewCard(), 130, { guess })?.stability ?? NaN);
		expect(guesses).toEqual([...guesses].sort((a, b) => b - a));
		expect(new Set(guesses).size).toBe(4);
	});

	it('moves the due day only outwards', () => {
		expect(answer(reviewCard({ dueDay: 400 }), 101)?.dueDay).toBe(400);
		expect(answer(reviewCard(), 130)?.dueDay).toBeGreaterThan(135);
	});

	it('is never worth more than Good', () => {
		const property = fc.property(
			fc.double({ min: 0.1, max: 3000, noNaN: true }),
			fc.double({ min: 1, max: 10, noNaN: true }),
			fc.integer({ min: 1, max: 2000 }),
			fc.double({ min: 0.01, max: 1, noNaN: true }),
			(stability, difficulty, elapsed, guess) => {
				const next = answer(reviewCard({ stability, difficulty }), 100 + elapsed, { guess });
				const good = nextMemory({ stability, difficulty }, elapsed, 3, DEFAULT_PARAMETERS).stability;
				expect(next?.stability).toBeGreaterThanOrEqual(stability - 1e-7);
				expect(next?.stability).toBeLessThanOrEqual(good);
				expect(next?.difficulty).toBe(difficulty);
			}
		);
		fc.assert(property, { seed: 42, numRuns: 500 });
	});

	it('changes nothing on the day on which the card was answered', () => {
		const state = reviewCard();
		expect(answer(state, 100)).toBe(state);
		expect(answer(state, 99)).toBe(state);
	});

	it('creates no card for an item never studied', () => {
		expect(answer(null, 105)).toBeNull();
	});

	it('was luck when it came sooner than anyone can read', () => {
		const state = reviewCard();
		expect(answer(state, 112, { tookMs: 399 })).toBe(state);
		expect(answer(state, 112, { tookMs: 400 })).not.toBe(state);
	});

	it('leaves a card on its learning step', () => {
		const state = learningCard();
		const next = answer(state, 103);
		expect([next?.phase, next?.step, next?.dueAt, next?.dueDay]).toEqual(['learning', 0, state.dueAt, 103]);
	});
});

describe('a right answer that was typed or recalled', () => {
	it('counts as Good', () => {
		expect(answer(reviewCard(), 112, { guess: 0 })).toEqual(rated(reviewCard(), 3, 112));
		expect(answer(null, 112, { guess: 0 })).toEqual(rated(null, 3, 112));
	});

	it('changes nothing on the day on which the card was answered', () => {
		const state = learningCard();
		expect(answer(state, 100, { guess: 0 })).toBe(state);
	});
});
