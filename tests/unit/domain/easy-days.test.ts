import { describe, expect, it } from 'vitest';
import { easinessOf, weekdayOf } from '$lib/domain/easy-days';
import { DAY_MS } from '$lib/domain/units';

describe('weekdayOf', () => {
	it('agrees with the calendar, before 1970 too', () => {
		for (let day = -400; day < 30_000; day += 97) {
			expect(weekdayOf(day)).toBe((new Date(day * DAY_MS).getUTCDay() + 6) % 7);
		}
	});
});

describe('easinessOf', () => {
	it('is that of the weekday, Monday first', () => {
		const days = [1, 1, 1, 1, 1, 0.5, 0] as const;
		const sunday = Date.UTC(2026, 10, 22) / DAY_MS;
		expect([0, 1, 6].map((later) => easinessOf(days, sunday + later))).toEqual([0, 1, 0.5]);
	});
});
