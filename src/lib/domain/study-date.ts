import type { IsoDate, StudyDay } from './units';
import { DAY_MS } from './units';

/** @returns the calendar date on which a study day starts, as `YYYY-MM-DD` */
export function toDate(day: StudyDay): IsoDate {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** @returns the study day that starts on a date; null for what is no date, such as 30 February */
export function parseDate(text: string): StudyDay | null {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
	const day = Date.parse(text) / DAY_MS;
	return Number.isInteger(day) && toDate(day) === text ? day : null;
}
