import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { scheduleReview } from '$lib/domain/schedule-card';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { localOffsetMinutes, nextStudyDayStart, studyDayStart, toStudyDay } from '$lib/domain/study-day';
import { DAY_MS, MINUTE_MS } from '$lib/domain/units';

const HOUR_MS = 60 * MINUTE_MS;

/** Minutes east of UTC in a zone, as the platform's own calendar has them. */
function offsetIn(timeZone: string): (at: number) => number {
	const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	return (at) => {
		const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
		const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
		return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
	};
}

function dayIn(timeZone: string, iso: string, startHour?: number): number {
	const at = Date.parse(iso);
	return toStudyDay(at, offsetIn(timeZone)(at), startHour);
}

function dateOf(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

describe('toStudyDay', () => {
	it('counts days from 1970-01-01 and starts them at four', () => {
		expect(toStudyDay(4 * HOUR_MS - 1, 0)).toBe(-1);
		expect(toStudyDay(4 * HOUR_MS, 0)).toBe(0);
		expect(toStudyDay(DAY_MS + 4 * HOUR_MS, 0)).toBe(1);
	});

	it('takes another starting hour', () => {
		expect(toStudyDay(0, 0, 0)).toBe(0);
		expect(toStudyDay(5 * HOUR_MS, 0, 6)).toBe(-1);
	});

	it('keeps both sides of midnight UTC in one study day', () => {
		const before = Date.parse('2026-03-03T23:50:00Z');
		expect(toStudyDay(before + 20 * MINUTE_MS, 0)).toBe(toStudyDay(before, 0));
	});

	it.each([
		['Asia/Kabul', '2026-11-21T23:29:59Z', '2026-11-21'],
		['Asia/Kabul', '2026-11-21T23:30:00Z', '2026-11-22'],
		['Asia/Kathmandu', '2026-11-21T22:14:59Z', '2026-11-21'],
		['Asia/Kathmandu', '2026-11-21T22:15:00Z', '2026-11-22'],
		['Europe/Berlin', '2026-01-15T02:59:59Z', '2026-01-14'],
		['Europe/Berlin', '2026-01-15T03:00:00Z', '2026-01-15'],
		['Europe/Berlin', '2026-07-15T01:59:59Z', '2026-07-14'],
		['Europe/Berlin', '2026-07-15T02:00:00Z', '2026-07-15'],
		['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
		['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30'],
		['Pacific/Apia', '2011-12-30T14:00:00Z', '2011-12-31']
	])('in %s makes %s part of %s', (zone, iso, date) => {
		expect(dateOf(dayIn(zone, iso))).toBe(date);
	});

	it('changes at four by the clock on the wall on both days of a clock change', () => {
		const zone = 'Europe/Berlin';
		expect(dateOf(dayIn(zone, '2026-03-29T01:59:59Z'))).toBe('2026-03-28');
		expect(dateOf(dayIn(zone, '2026-03-29T02:00:00Z'))).toBe('2026-03-29');
		expect(dateOf(dayIn(zone, '2026-10-25T02:59:59Z'))).toBe('2026-10-24');
		expect(dateOf(dayIn(zone, '2026-10-25T03:00:00Z'))).toBe('2026-10-25');
	});
});

describe('a study day that starts at another hour', () => {
	it.each([
		// The clock jumps from 02:00 to 03:00: both hours start at the jump.
		['Europe/Berlin', 2, '2026-03-29T00:59:59Z', '2026-03-28'],
		['Europe/Berlin', 2, '2026-03-29T01:00:00Z', '2026-03-29'],
		['Europe/Berlin', 3, '2026-03-29T00:59:59Z', '2026-03-28'],
		['Europe/Berlin', 3, '2026-03-29T01:00:00Z', '2026-03-29'],
		// The hour from 02:00 to 03:00 comes twice: the day starts with the first.
		['Europe/Berlin', 2, '2026-10-24T23:59:59Z', '2026-10-24'],
		['Europe/Berlin', 2, '2026-10-25T00:00:00Z', '2026-10-25'],
		['Europe/Berlin', 2, '2026-10-25T01:00:00Z', '2026-10-25'],
		['Europe/Berlin', 3, '2026-10-25T01:59:59Z', '2026-10-24'],
		['Europe/Berlin', 3, '2026-10-25T02:00:00Z', '2026-10-25'],
		['Asia/Kathmandu', 0, '2026-11-21T18:14:59Z', '2026-11-21'],
		['Asia/Kathmandu', 0, '2026-11-21T18:15:00Z', '2026-11-22'],
		['Asia/Kabul', 23, '2026-11-22T18:29:59Z', '2026-11-21'],
		['Asia/Kabul', 23, '2026-11-22T18:30:00Z', '2026-11-22'],
		['Pacific/Apia', 0, '2011-12-30T09:59:59Z', '2011-12-29'],
		['Pacific/Apia', 0, '2011-12-30T10:00:00Z', '2011-12-31']
	])('in %s at %i makes %s part of %s', (zone, startHour, iso, date) => {
		expect(dateOf(dayIn(zone, iso, startHour))).toBe(date);
	});

	it.each([
		['a day of 23 hours', 'Europe/Berlin', 2, '2026-03-28T01:00:00Z', '2026-03-29T01:00:00Z'],
		['a day of 25 hours', 'Europe/Berlin', 3, '2026-10-24T01:00:00Z', '2026-10-25T02:00:00Z'],
		['an evening', 'Asia/Kabul', 20, '2026-11-22T12:00:00Z', '2026-11-22T15:30:00Z'],
		['a date that does not exist', 'Pacific/Apia', 0, '2011-12-30T09:00:00Z', '2011-12-30T10:00:00Z']
	])('ends %s where the next one starts', (_, zone, startHour, at, next) => {
		const found = nextStudyDayStart(Date.parse(at), offsetIn(zone), startHour);
		expect(new Date(found).toISOString()).toBe(next.replace('Z', '.000Z'));
	});

	it('never goes back while the clock on the wall goes on, whatever the hour and the zone', () => {
		const zones = ['Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu', 'Asia/Kabul', 'America/Havana'];
		const changes = ['2026-03-28', '2026-10-24', '2011-12-29', '2026-03-07', '2026-10-31'];
		for (const [index, zone] of zones.entries()) {
			const offsetAt = offsetIn(zone);
			for (const start of [changes[index] ?? '', '2026-10-31'].map((date) => Date.parse(date))) {
				const instants = Array.from({ length: 72 * 2 }, (_, half) => start + (half * HOUR_MS) / 2);
				const offsets = instants.map(offsetAt);
				for (const startHour of [0, 1, 2, 3, 4, 12, 23]) {
					const days = instants.map((at, i) => toStudyDay(at, offsets[i] ?? NaN, startHour));
					expect(days).toEqual([...days].sort((a, b) => a - b));
				}
			}
		}
	});
});

describe('travel between two answers', () => {
	const review = (state: CardState | null, zone: string, iso: string): CardState =>
		scheduleReview(
			state,
			{ card: 'a.1.1', at: Date.parse(iso), day: dayIn(zone, iso), rating: state === null ? 4 : 3 },
			DEFAULT_PARAMETERS
		);

	it('westward over the date line counts as the same day, never as a negative number of days', () => {
		const before = review(null, 'Pacific/Auckland', '2026-06-10T20:00:00Z');
		const after = review(before, 'America/Los_Angeles', '2026-06-11T08:00:00Z');
		expect(after.lastDay).toBe(before.lastDay - 1);
		const atHome = review(before, 'Pacific/Auckland', '2026-06-11T08:00:00Z');
		expect([after.stability, after.difficulty]).toEqual([atHome.stability, atHome.difficulty]);
		expect(after.dueDay).toBeGreaterThan(after.lastDay);
	});

	it('counts days by the calendar of where each answer was given', () => {
		const before = review(null, 'Europe/Berlin', '2026-06-10T08:00:00Z');
		const inKathmandu = review(before, 'Asia/Kathmandu', '2026-06-20T23:00:00Z');
		expect(inKathmandu.lastDay - before.lastDay).toBe(11);
		expect(review(before, 'Europe/Berlin', '2026-06-20T23:00:00Z').lastDay - before.lastDay).toBe(10);
	});

	it('any way round leaves a memory that is sound', () => {
		const zones = fc.constantFrom('Pacific/Apia', 'America/Los_Angeles', 'Asia/Kabul', 'Europe/Berlin', 'UTC');
		const trips = fc.array(fc.tuple(zones, fc.nat(60)), { minLength: 2, maxLength: 6 });
		const property = fc.property(trips, (stops) => {
			let at = Date.parse('2026-03-20T00:00:00Z');
			let state: CardState | null = null;
			for (const [zone, hours] of stops) {
				at += hours * HOUR_MS;
				state = review(state, zone, new Date(at).toISOString());
				expect(state.stability).toBeGreaterThan(0);
				expect(state.dueDay).toBeGreaterThanOrEqual(state.lastDay);
			}
		});
		fc.assert(property, { seed: 42, numRuns: 60 });
	});
});

describe('studyDayStart', () => {
	it('is the first instant of its day at any offset', () => {
		const property = fc.property(
			fc.integer({ min: -20_000, max: 60_000 }),
			fc.integer({ min: -720, max: 840 }),
			(day, offset) => {
				const start = studyDayStart(day, offset);
				expect(toStudyDay(start, offset)).toBe(day);
				expect(toStudyDay(start - 1, offset)).toBe(day - 1);
			}
		);
		fc.assert(property, { seed: 42, numRuns: 300 });
	});
});

describe('nextStudyDayStart', () => {
	it.each([
		['an ordinary day', 'Asia/Kathmandu', '2026-11-22T06:00:00Z', '2026-11-22T22:15:00Z'],
		['the start of a day', 'Asia/Kabul', '2026-11-21T23:30:00Z', '2026-11-22T23:30:00Z'],
		['a day of 23 hours', 'Europe/Berlin', '2026-03-28T03:00:00Z', '2026-03-29T02:00:00Z'],
		['a day of 25 hours', 'Europe/Berlin', '2026-10-24T02:00:00Z', '2026-10-25T03:00:00Z'],
		['a date that does not exist', 'Pacific/Apia', '2011-12-30T09:00:00Z', '2011-12-30T10:00:00Z']
	])('finds the end of %s', (_, zone, at, next) => {
		expect(new Date(nextStudyDayStart(Date.parse(at), offsetIn(zone))).toISOString()).toBe(next.replace('Z', '.000Z'));
	});

	it('is the first instant of a later day in every zone at any time', () => {
		const zones = fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu', 'Asia/Kabul', 'America/St_Johns');
		const instants = fc.integer({ min: Date.parse('2009-01-01'), max: Date.parse('2040-01-01') });
		const property = fc.property(zones, instants, (zone, at) => {
			const offsetAt = offsetIn(zone);
			const next = nextStudyDayStart(at, offsetAt);
			expect(next).toBeGreaterThan(at);
			expect(toStudyDay(next - 1, offsetAt(next - 1))).toBe(toStudyDay(at, offsetAt(at)));
			expect(toStudyDay(next, offsetAt(next))).toBeGreaterThan(toStudyDay(at, offsetAt(at)));
		});
		fc.assert(property, { seed: 42, numRuns: 100 });
	});
});

describe('localOffsetMinutes', () => {
	it('agrees with the calendar of the zone this machine is in, summer and winter', () => {
		const offsetAt = offsetIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
		for (let month = 0; month < 36; month++) {
			const at = Date.UTC(2024, month, 15, 12);
			expect(localOffsetMinutes(at)).toBe(offsetAt(at));
		}
	});

	it('is zero and not minus zero in a zone without offset', () => {
		expect(Object.is(localOffsetMinutes(0), -0)).toBe(false);
	});
});
