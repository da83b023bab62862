import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyForecast, FORECAST_DAYS } from '$lib/domain/due-forecast';
import type { EasyDays } from '$lib/domain/easy-days';
import { EASINESS, NO_EASY_DAYS, weekdayOf } from '$lib/domain/easy-days';
import { fuzzInterval } from '$lib/domain/fuzz';
import type { Load } from '$lib/domain/load-balance';
import { balanceInterval } from '$lib/domain/load-balance';

const DAY = 20_000;

function load(counts: Readonly<Record<number, number>> = {}, more: Partial<Load> = {}): Load {
	const empty = emptyForecast(DAY);
	const forecast = { ...empty, counts: empty.counts.map((_, index) => counts[index] ?? 0) };
	return { forecast, easyDays: NO_EASY_DAYS, siblings: [], ...more };
}

/** How often each day of the range is chosen by factors spread evenly. */
function shares(range: readonly [number, number], surroundings: Load): Record<number, number> {
	const chosen: Record<number, number> = {};
	for (let i = 0; i < 1000; i++) {
		const days = balanceInterval(range, (range[0] + range[1]) / 2, DAY, (i + 0.5) / 1000, surroundings) ?? NaN;
		chosen[days] = (chosen[days] ?? 0) + 1;
	}
	return chosen;
}

describe('balanceInterval', () => {
	it('chooses as without it where nothing is due', () => {
		for (let i = 0; i < 100; i++) {
			// The fuzz range of 10 days: 8 to 12.
			expect(balanceInterval([8, 12], 10, DAY, i / 100, load())).toBe(fuzzInterval(10, i / 100, 1, 36500));
		}
	});

	it('prefers the emptier days, and an empty one to all others', () => {
		const chosen = shares([8, 10], load({ 8: 30, 9: 10, 10: 20 }));
		expect(chosen[9]).toBeGreaterThan(chosen[10] ?? 0);
		expect(chosen[10]).toBeGreaterThan(chosen[8] ?? 0);
		expect(shares([8, 10], load({ 8: 30, 9: 0, 10: 20 }))[9]).toBe(1000);
	});

	it('weighs days by (1/n)^2.15 (1/interval)^3', () => {
		const weights = [4 ** -2.15 * 8 ** -3, 2 ** -2.15 * 9 ** -3];
		const expected = (1000 * (weights[0] ?? 0)) / ((weights[0] ?? 0) + (weights[1] ?? 0));
		expect(Math.abs((shares([8, 9], load({ 8: 4, 9: 2 }))[8] ?? 0) - expected)).toBeLessThan(1.5);
	});

	it('keeps away from the day of a sibling, and less so from the days around it', () => {
		const chosen = shares([20, 24], load({}, { siblings: [DAY + 20] }));
		expect(chosen[20]).toBeUndefined();
		// Weights 0.2, 0.4, 0.6, 0.8.
		expect([21, 22, 23, 24].map((days) => chosen[days])).toEqual([100, 200, 300, 400]);
	});

	it('multiplies what several siblings say', () => {
		const chosen = shares([20, 22], load({}, { siblings: [DAY + 20, DAY + 22] }));
		expect(chosen).toEqual({ 21: 1000 });
	});

	it('keeps away from a weekday with as little as possible, also while nothing is due', () => {
		const easyDays = easyOn(DAY + 9, 0);
		expect(shares([8, 10], load({}, { easyDays }))[9] ?? 0).toBeLessThan(2);
		expect(shares([8, 10], load({ 8: 5, 9: 5, 10: 5 }, { easyDays }))[9] ?? 0).toBeLessThan(2);
	});

	it('fills a reduced weekday up to half of what the others have', () => {
		const easyDays = easyOn(DAY + 9, 0.5);
		expect(shares([8, 10], load({ 8: 20, 9: 10, 10: 20 }, { easyDays }))[9]).toBeGreaterThan(500);
		expect(shares([8, 10], load({ 8: 20, 9: 11, 10: 20 }, { easyDays }))[9] ?? 0).toBeLessThan(5);
	});

	it('is not for a range of one day, an interval beyond 90 days, or days beyond the forecast', () => {
		expect(balanceInterval([2, 2], 2, DAY, 0.5, load())).toBeNull();
		expect(balanceInterval([84, 97], 90.1, DAY, 0.5, load())).toBeNull();
		expect(balanceInterval([84, 97], 90, DAY, 0.5, load())).not.toBeNull();
		expect(balanceInterval([84, 97], 90, DAY + 2, 0.5, load())).toBeNull();
		expect(balanceInterval([8, 12], 10, DAY - 20, 0.5, load())).toBeNull();
	});

	it('always chooses a day of the range, the same for the same card', () => {
		const easyDays = fc.array(fc.constantFrom(...EASINESS), { minLength: 7, maxLength: 7 });
		const counts = fc.array(fc.nat(500), { minLength: FORECAST_DAYS, maxLength: FORECAST_DAYS });
		const siblings = fc.array(fc.integer({ min: DAY, max: DAY + 100 }), { maxLength: 4 });
		const factor = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		const range = fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 14 }));
		const property = fc.property(easyDays, counts, siblings, factor, range, (easy, due, days, chance, [low, more]) => {
			const surroundings = { forecast: { ...emptyForecast(DAY), counts: due }, easyDays: easy, siblings: days };
			const chosen = balanceInterval([low, low + more], low, DAY, chance, surroundings);
			expect(chosen).toBeGreaterThanOrEqual(low);
			expect(chosen).toBeLessThanOrEqual(low + more);
			expect(balanceInterval([low, low + more], low, DAY, chance, surroundings)).toBe(chosen);
		});
		fc.assert(property, { seed: 42, numRuns: 300 });
	});
});

function easyOn(day: number, easiness: EasyDays[number]): EasyDays {
	return NO_EASY_DAYS.map((usual, weekday) => (weekday === weekdayOf(day) ? easiness : usual));
}
