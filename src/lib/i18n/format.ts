import type { Wait } from '$lib/domain/schedule-card';
import { DAY_MS, MINUTE_MS, type DurationMs, type EpochMs, type IsoDate } from '$lib/domain/units';
import { LOCALE } from './locale';
import * as m from './paraglide/messages';
import { writeValue } from './write-value';

const HOUR_MS = 60 * MINUTE_MS;
const MONTH_DAYS = 30.4;
const YEAR_DAYS = 365;

/** @returns a waiting time in words with one unit, such as `10 minutes`, `4 days` or `2 months` */
export function inWords(duration: DurationMs): string {
	const days = duration / DAY_MS;
	if (duration < HOUR_MS) return m.duration_minutes({ count: Math.max(1, Math.round(duration / MINUTE_MS)) });
	if (days < 1) return m.duration_hours({ count: Math.round(duration / HOUR_MS) });
	if (days < 2 * MONTH_DAYS) return m.duration_days({ count: Math.round(days) });
	if (days < 2 * YEAR_DAYS) return m.duration_months({ count: Math.round(days / MONTH_DAYS) });
	return m.duration_years({ count: Math.round(days / YEAR_DAYS) });
}

/** @returns how long a card waits, in words */
export function waitInWords(wait: Wait): string {
	return inWords(wait.kind === 'time' ? wait.ms : wait.days * DAY_MS);
}

/** @returns a calendar date in words: `16 October 2025`, `December 2007` or `1994` */
export function dateInWords(date: IsoDate): string {
	const [year = '', month, day] = date.split('-');
	if (month === undefined) return year;
	const options: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' };
	if (day !== undefined) options.day = 'numeric';
	return new Intl.DateTimeFormat(LOCALE, options).format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
}

/** @returns a calendar date below its year: `16 October`, `December`, or nothing where only the year is known */
export function dateInYear(date: IsoDate): string {
	const [year = '', month] = date.split('-');
	return month === undefined ? '' : dateInWords(date).replace(` ${year}`, '');
}

/** @returns a local day such as `Sunday 22 November` */
export function dayInWords(at: EpochMs): string {
	return new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' })
		.format(at)
		.replace(',', '');
}

/** @returns a local date and time such as `22 November, 14:05` */
export function momentInWords(at: EpochMs): string {
	const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' };
	return new Intl.DateTimeFormat(LOCALE, options).format(at).replace(' at ', ', ');
}

/** @returns the weekday's name, such as `Thursday` */
export function weekdayInWords(at: EpochMs): string {
	return new Intl.DateTimeFormat(LOCALE, { weekday: 'long' }).format(at);
}

/** @returns names joined as in running text: `a, b and c` */
export function asList(values: readonly string[]): string {
	return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(values);
}

/** @returns a number with its thousands set apart, such as `1,202` */
export function asNumber(value: number): string {
	return new Intl.NumberFormat(LOCALE).format(value);
}

const SMALL =
	'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** @returns a number as a headline writes it: `Twenty-four`, and in figures from 100 on */
export function numberInWords(value: number): string {
	const words = smallNumber(value) ?? String(writeValue(value));
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function smallNumber(value: number): string | undefined {
	if (value < 20) return SMALL[value];
	if (value >= 100) return undefined;
	const [ten, one] = [TENS[Math.floor(value / 10) - 2], value % 10];
	return one === 0 ? ten : `${ten ?? ''}-${SMALL[one] ?? ''}`;
}
