import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

function dayIn(timeZone: string, iso: string): number {
	const at = Date.parse(iso);
	return toStudyDay(at, offsetIn(timeZone)(at));
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
