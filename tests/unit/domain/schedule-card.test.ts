import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { Rating } from '$lib/domain/event';
import { intervalFor, nextMemory } from '$lib/domain/fsrs-scheduler';
import { previewRatings, scheduleReview } from '$lib/domain/schedule-card';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { emptyForecast, FORECAST_DAYS } from '$lib/domain/due-forecast';
import { NO_EASY_DAYS } from '$lib/domain/easy-days';
import type { Load } from '$lib/domain/load-balance';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { MINUTE_MS } from '$lib/domain/units';
import { CARD, learningCard, noonOf, review, reviewCard } from './learning-log';

const RATINGS = [1, 2, 3, 4] as const;

/** Where the card goes, told shortly: `learning 0 +1m`, `review +10d`. */
function outcome(state: CardState | null, rating: Rating, day = 100, params = DEFAULT_PARAMETERS): string {
	const answer = { card: CARD, at: noonOf(day), day, rating };
	const next = scheduleReview(state, answer, params);
	const wait =
		next.dueAt === null ? `${String(next.dueDay - day)}d` : `${String((next.dueAt - answer.at) / MINUTE_MS)}m`;
	return next.phase === 'review' ? `review +${wait}` : `${next.phase} ${String(next.step)} +${wait}`;
}

function outcomes(state: CardState | null, day?: number, params?: SchedulerParameters): string[] {
	return RATINGS.map((rating) => outcome(state, rating, day, params));
}

describe('a card nobody has answered', () => {
	it('starts on its learning steps, and leaves them at once on Easy', () => {
		// Easy: stability 8.2956, which fuzz moves within 6 to 10 days, for this card always to 10.
		expect(outcomes(null)).toEqual(['learning 0 +1m', 'learning 0 +5.5m', 'learning 1 +10m', 'review +10d']);
	});

	it('remembers what it is and when it was answered', () => {
		expect(scheduleReview(null, review(7, 3, 100), DEFAULT_PARAMETERS)).toEqual({
			card: CARD,
			setId: 'collision-course',
			phase: 'learning',
			stability: 2.3065,
			difficulty: nextMemory(null, 0, 3, DEFAULT_PARAMETERS).difficulty,
			step: 1,
			dueDay: 100,
			dueAt: noonOf(100) + 7 + 10 * MINUTE_MS,
			lastDay: 100,
			lastAt: noonOf(100) + 7,
			reviews: 1,
			lapses: 0,
			failedDay: null,
			suspended: false,
			buriedUntil: null
		});
	});

	it('goes straight to review when there are no steps', () => {
		const params = { ...DEFAULT_PARAMETERS, learningSteps: [] };
		expect(outcomes(null, 100, params)).toEqual(['review +1d', 'review +1d', 'review +2d', 'review +10d']);
	});
});

describe('a card on a learning step', () => {
	it('goes back on Again, waits on Hard, moves on with Good and graduates on Easy', () => {
		expect(outcomes(learningCard())).toEqual(['learning 0 +1m', 'learning 0 +5.5m', 'learning 1 +10m', 'review +2d']);
	});

	it('graduates on Good from the last step', () => {
		const state = learningCard({ step: 1, stability: 2.3065 });
		expect(outcomes(state).slice(0, 3)).toEqual(['learning 0 +1m', 'learning 1 +10m', 'review +2d']);
	});

	it('does not lapse', () => {
		expect(scheduleReview(learningCard(), review(1, 1, 101), DEFAULT_PARAMETERS).lapses).toBe(0);
	});

	it('counts a step of a day or more in study days', () => {
		const params = { ...DEFAULT_PARAMETERS, learningSteps: [10, 3 * 1440] };
		const next = scheduleReview(learningCard(), review(1, 3, 100), params);
		expect([next.phase, next.step, next.dueDay, next.dueAt]).toEqual(['learning', 1, 103, null]);
	});

	it('is due at a whole millisecond, whatever fraction of a minute its step is', () => {
		const params = { ...DEFAULT_PARAMETERS, learningSteps: [1 / 7, 1] };
		expect(Number.isInteger(scheduleReview(null, review(1, 1, 100), params).dueAt)).toBe(true);
	});

	it('has a step that crosses four o’clock due at its instant', () => {
		const at = noonOf(100) + 16 * 60 * MINUTE_MS - 1;
		const next = scheduleReview(null, { card: CARD, at, day: 100, rating: 3 }, DEFAULT_PARAMETERS);
		expect([next.dueDay, next.dueAt]).toEqual([100, at + 10 * MINUTE_MS]);
	});
});

describe('a card in review', () => {
	it('relearns after a lapse', () => {
		const next = scheduleReview(reviewCard(), review(1, 1, 110), DEFAULT_PARAMETERS);
		expect([next.phase, next.step, next.dueDay]).toEqual(['relearning', 0, 110]);
		expect(next.dueAt).toBe(next.lastAt + 10 * MINUTE_MS);
		expect([next.lapses, next.failedDay, next.reviews]).toEqual([1, 110, 4]);
		expect(next.stability).toBeLessThan(10);
	});

	it('lapses once however often relearning fails', () => {
		const lapsed = scheduleReview(reviewCard(), review(1, 1, 110), DEFAULT_PARAMETERS);
		expect(outcome(lapsed, 1, 110)).toBe('relearning 0 +10m');
		expect(outcome(lapsed, 2, 110)).toBe('relearning 0 +15m');
		expect(scheduleReview(lapsed, review(2, 1, 110), DEFAULT_PARAMETERS).lapses).toBe(1);
	});

	it('comes back from relearning with the interval of its lowered stability', () => {
		const lapsed = scheduleReview(reviewCard(), review(1, 1, 110), DEFAULT_PARAMETERS);
		const back = scheduleReview(lapsed, review(2, 3, 110), DEFAULT_PARAMETERS);
		expect([back.phase, back.dueAt]).toEqual(['review', null]);
		expect(back.dueDay - 110).toBe(intervalFor(back.stability, 0.9, DEFAULT_PARAMETERS));
	});

	it('waits as the lowered stability says when there are no relearning steps', () => {
		const params = { ...DEFAULT_PARAMETERS, relearningSteps: [] };
		const next = scheduleReview(reviewCard(), review(1, 1, 110), params);
		expect([next.phase, next.lapses, next.dueAt]).toEqual(['review', 1, null]);
		expect(next.dueDay - 110).toBe(Math.round(next.stability));
	});

	it('grows by more than a day when FSRS says so, whatever the fuzz', () => {
		for (let reviews = 1; reviews < 200; reviews++) {
			const state = reviewCard({ reviews });
			const next = scheduleReview(state, review(1, 3, 110), DEFAULT_PARAMETERS);
			expect(next.dueDay - 110).toBeGreaterThan(10);
		}
	});

	it('keeps an interval that stayed about the same from being shortened by fuzz', () => {
		// Reviewed again on the same day: Good leaves the stability at 40, where fuzz alone would reach down to 36.
		for (let reviews = 1; reviews < 200; reviews++) {
			const state = reviewCard({ reviews, stability: 40, dueDay: 140 });
			expect(scheduleReview(state, review(1, 3, 100), DEFAULT_PARAMETERS).dueDay).toBeGreaterThanOrEqual(140);
		}
	});

	it('may come sooner than before when it was far too late', () => {
		const state = reviewCard({ dueDay: 1000 });
		const next = scheduleReview(state, review(1, 3, 110), DEFAULT_PARAMETERS);
		expect(next.dueDay - 110).toBeLessThan(200);
	});

	it('stops at the maximum interval on every rating', () => {
		const params = { ...DEFAULT_PARAMETERS, maximumInterval: 2 };
		expect(outcomes(reviewCard({ stability: 300 }), 400, params).slice(1)).toEqual(new Array(3).fill('review +2d'));
	});

	it('stays suspended when a late event answers it', () => {
		expect(scheduleReview(reviewCard({ suspended: true }), review(1, 3, 110), DEFAULT_PARAMETERS).suspended).toBe(true);
	});
});

describe('a clock set back', () => {
	it('counts as the same day and never makes a card due in the past', () => {
		const back = scheduleReview(reviewCard(), review(1, 3, 97), DEFAULT_PARAMETERS);
		const same = scheduleReview(reviewCard(), review(1, 3, 100), DEFAULT_PARAMETERS);
		expect(back.stability).toBe(same.stability);
		expect([back.lastDay, back.dueDay >= 97]).toEqual([97, true]);
	});
});

/** Any card that answering from nothing can lead to, and a day to answer it on. */
const histories = fc.array(fc.tuple(fc.constantFrom<Rating>(1, 2, 3, 4), fc.integer({ min: -2, max: 400 })), {
	maxLength: 12
});
const parameters = fc.record({
	weights: fc.constant(DEFAULT_PARAMETERS.weights),
	desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
	maximumInterval: fc.integer({ min: 1, max: 36500 }),
	learningSteps: fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 3 }),
	relearningSteps: fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 3 })
});

function replay(
	history: readonly (readonly [Rating, number])[],
	card: string,
	params: SchedulerParameters
): [CardState | null, number] {
	let state: CardState | null = null;
	let day = 20_000;
	for (const [rating, gap] of history) {
		day += gap;
		state = scheduleReview(state, { card, at: noonOf(day), day, rating }, params);
	}
	return [state, day + 1];
}

describe('previewRatings', () => {
	it('shows exactly what each rating will do', () => {
		const property = fc.property(histories, fc.nat(500), parameters, (history, item, params) => {
			const card = `set.${String(item)}.1`;
			const [state, day] = replay(history, card, params);
			const moment = { card, at: noonOf(day), day };
			const previews = previewRatings(state, moment, params);
			for (const rating of RATINGS) {
				expect(previews[rating].state).toEqual(scheduleReview(state, { ...moment, rating }, params));
			}
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});

	it('tells the wait as a time on a step, else in days', () => {
		const previews = previewRatings(null, { card: CARD, at: noonOf(100), day: 100 }, DEFAULT_PARAMETERS);
		expect(previews[2].wait).toEqual({ kind: 'time', ms: 5.5 * MINUTE_MS });
		expect(previews[4].wait).toEqual({ kind: 'days', days: 10 });
	});

	it('orders Hard before Good before Easy for any card in review', () => {
		const property = fc.property(histories, fc.nat(500), parameters, (history, item, params) => {
			const card = `set.${String(item)}.1`;
			const [state, day] = replay([...history, [4, 1]], card, params);
			const previews = previewRatings(state, { card, at: noonOf(day), day }, params);
			const days = ([2, 3, 4] as const).map((rating) => previews[rating].state.dueDay - day);
			const [hard = NaN, good = NaN, easy = NaN] = days;
			expect(state?.phase).toBe('review');
			expect(good).toBeGreaterThanOrEqual(Math.min(hard + 1, params.maximumInterval));
			expect(easy).toBeGreaterThanOrEqual(Math.min(good + 1, params.maximumInterval));
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});
});

describe('previewRatings with an eye to other cards', () => {
	const moment = { card: CARD, at: noonOf(110), day: 110 };

	/** Five cards on every day but one. */
	function busyExcept(day: number): Load {
		const empty = emptyForecast(110);
		const counts = empty.counts.map((_, index) => (110 + index === day ? 0 : 5));
		return { forecast: { ...empty, counts }, easyDays: NO_EASY_DAYS, siblings: [] };
	}

	it('chooses the empty day of the fuzz range and says so on the button', () => {
		const plain = previewRatings(reviewCard(), moment, DEFAULT_PARAMETERS)[3];
		const free = plain.state.dueDay + (plain.state.dueDay % 2 === 0 ? 1 : -1);
		const preview = previewRatings(reviewCard(), moment, DEFAULT_PARAMETERS, busyExcept(free))[3];
		expect(preview.state.dueDay).toBe(free);
		expect(preview.wait).toEqual({ kind: 'days', days: free - 110 });
		expect(preview.interval).toBe(free - 110);
		// Recorded with the answer, it is what any device folds.
		expect(scheduleReview(reviewCard(), { ...moment, rating: 3, interval: free - 110 }, DEFAULT_PARAMETERS)).toEqual(
			preview.state
		);
	});

	it('records nothing where the plain interval is the chosen one', () => {
		const plain = previewRatings(reviewCard(), moment, DEFAULT_PARAMETERS);
		const nothingDue = { forecast: emptyForecast(110), easyDays: NO_EASY_DAYS, siblings: [] };
		expect(previewRatings(reviewCard(), moment, DEFAULT_PARAMETERS, nothingDue)).toEqual(plain);
		expect(RATINGS.map((rating) => plain[rating].interval)).toEqual([null, null, null, null]);
	});

	it('leaves learning steps alone and spreads cards that graduate', () => {
		const fresh = { card: CARD, at: noonOf(110), day: 110 };
		const plain = previewRatings(null, fresh, DEFAULT_PARAMETERS);
		const free = plain[4].state.dueDay === 118 ? 119 : 118;
		const preview = previewRatings(null, fresh, DEFAULT_PARAMETERS, busyExcept(free));
		expect(([1, 2, 3] as const).map((rating) => preview[rating])).toEqual([plain[1], plain[2], plain[3]]);
		expect(preview[4].state.dueDay).toBe(free);
	});

	it('keeps Hard before Good before Easy, and every day within its range', () => {
		const due = fc.array(fc.nat(40), { minLength: FORECAST_DAYS, maxLength: FORECAST_DAYS });
		const property = fc.property(histories, fc.nat(500), parameters, due, (history, item, params, counts) => {
			const card = `set.${String(item)}.1`;
			const [state, day] = replay([...history, [4, 1]], card, params);
			const load = { forecast: { ...emptyForecast(day), counts }, easyDays: NO_EASY_DAYS, siblings: [day + 5] };
			const previews = previewRatings(state, { card, at: noonOf(day), day }, params, load);
			const [hard = NaN, good = NaN, easy = NaN] = ([2, 3, 4] as const).map(
				(rating) => previews[rating].state.dueDay - day
			);
			expect(good).toBeGreaterThanOrEqual(Math.min(hard + 1, params.maximumInterval));
			expect(easy).toBeGreaterThanOrEqual(Math.min(good + 1, params.maximumInterval));
			for (const rating of RATINGS) {
				const { interval, state: next } = previews[rating];
				const answer = { card, at: noonOf(day), day, rating, ...(interval === null ? {} : { interval }) };
				expect(scheduleReview(state, answer, params)).toEqual(next);
			}
		});
		fc.assert(property, { seed: 42, numRuns: 200 });
	});
});

describe('scheduleReview', () => {
	it('never gives a due day that is past, broken or beyond the maximum', () => {
		const property = fc.property(histories, fc.nat(500), parameters, (history, item, params) => {
			const [state] = replay([...history, [3, 1]], `set.${String(item)}.1`, params);
			const interval = (state?.dueDay ?? NaN) - (state?.lastDay ?? NaN);
			expect(Number.isInteger(interval) && interval >= 0).toBe(true);
			expect(state?.phase === 'review' ? interval >= 1 && interval <= params.maximumInterval : true).toBe(true);
			expect(Number.isFinite(state?.stability) && Number.isFinite(state?.difficulty)).toBe(true);
		});
		fc.assert(property, { seed: 42, numRuns: 500 });
	});

	it('gives cards learnt together different due days', () => {
		const days = Array.from({ length: 40 }, (_, i) => {
			const card = `set.${String(i)}.1`;
			return scheduleReview(reviewCard({ card, stability: 60 }), { ...review(1, 3, 110), card }, DEFAULT_PARAMETERS)
				.dueDay;
		});
		expect(new Set(days).size).toBeGreaterThan(4);
	});
});
