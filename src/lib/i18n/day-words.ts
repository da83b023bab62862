import { DAY_MS, type StudyDay } from '$lib/domain/units';
import { LOCALE } from './locale';

/** @returns a study day as a date: `22 Nov 2026` */
export function shortDate(day: StudyDay): string {
	return write(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** @returns a study day in short: `Sun 22 Nov` */
export function shortDay(day: StudyDay): string {
	return write(day, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
}

/**
 * @param from a day of the year that goes without saying
 * @returns a study day at length: `Friday 11 December`, or `Friday 8 January 2027` in another year
 */
export function longDay(day: StudyDay, from: StudyDay): string {
	const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
	const isSameYear = isoDay(day).slice(0, 4) === isoDay(from).slice(0, 4);
	return write(day, isSameYear ? options : { ...options, year: 'numeric' }).replace(',', '');
}

/** @returns a study day's month in short: `Nov` */
export function shortMonth(day: StudyDay): string {
	return write(day, { month: 'short' });
}

/** @returns the first letter of a study day's weekday: `S` */
export function weekdayLetter(day: StudyDay): string {
	return write(day, { weekday: 'narrow' });
}

/** @returns the day of the month: `22` */
export function dayOfMonth(day: StudyDay): string {
	return write(day, { day: 'numeric' });
}

/** @returns a study day for machines: `2026-11-22` */
export function isoDay(day: StudyDay): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** @returns a share of 0 to 1 as a whole number of 100 */
export function inHundred(share: number): string {
	return new Intl.NumberFormat(LOCALE).format(Math.round(share * 100));
}

function write(day: StudyDay, options: Intl.DateTimeFormatOptions): string {
	// A study day is a date without a place: counted and written in UTC it is the same everywhere.
	return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' }).format(day * DAY_MS);
}
