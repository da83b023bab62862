import { describe, expect, it } from 'vitest';
import { dueOn, emptyForecast, FORECAST_DAYS, moveInForecast, siblingDueDays } from '$lib/domain/due-forecast';
import { learningCard, reviewCard } from './learning-log';

const CARD = 'collision-course.12.1';

describe('moveInForecast', () => {
	it('takes a card from its old day and adds it to the new one, and back again', () => {
		const start = moveInForecast(emptyForecast(100), null, reviewCard({ dueDay: 105 }));
		const moved = moveInForecast(start, reviewCard({ dueDay: 105 }), reviewCard({ dueDay: 120 }));
		expect([105, 120].map((day) => dueOn(start, day))).toEqual([1, 0]);
		expect([105, 120].map((day) => dueOn(moved, day))).toEqual([0, 1]);
		expect(moveInForecast(moved, reviewCard({ dueDay: 120 }), reviewCard({ dueDay: 105 }))).toEqual(start);
	});

	it('counts no card that is suspended, on a step of minutes, or without a state', () => {
		const start = moveInForecast(emptyForecast(100), null, reviewCard({ dueDay: 105 }));
		for (const after of [reviewCard({ suspended: true }), learningCard({ dueDay: 105 }), null]) {
			expect(dueOn(moveInForecast(start, reviewCard({ dueDay: 105 }), after), 105)).toBe(0);
		}
	});

	it('counts a card that was put off on the day it comes back', () => {
		const forecast = moveInForecast(emptyForecast(100), null, reviewCard({ dueDay: 105, buriedUntil: 107 }));
		expect([105, 107].map((day) => dueOn(forecast, day))).toEqual([0, 1]);
	});

	it('leaves days out of its reach alone and never counts below nothing', () => {
		const forecast = moveInForecast(emptyForecast(100), reviewCard({ dueDay: 101 }), reviewCard({ dueDay: 900 }));
		expect(forecast.counts.every((count) => count === 0)).toBe(true);
		expect([99, 100 + FORECAST_DAYS].map((day) => dueOn(forecast, day))).toEqual([null, null]);
	});
});

describe('siblingDueDays', () => {
	it('are the due days of the other cards of the item', () => {
		const forecast = moveInForecast(emptyForecast(100), null, reviewCard({ dueDay: 105 }));
		const parts = [CARD, 'collision-course.12.2'];
		expect(siblingDueDays(forecast, 'collision-course.12.2', parts)).toEqual([105]);
		expect(siblingDueDays(forecast, CARD, parts)).toEqual([]);
	});
});
