import type { StudyDay } from './units';

/** How much a weekday takes of what another one would: all, half, or as little as possible. */
export const EASINESS = [1, 0.5, 0] as const;
export type Easiness = (typeof EASINESS)[number];

/** One for each weekday, Monday first. */
export type EasyDays = readonly Easiness[];

export const NO_EASY_DAYS: EasyDays = [1, 1, 1, 1, 1, 1, 1];

/** @returns the weekday on which a study day starts: 0 for Monday to 6 for Sunday. Day 0, 1970-01-01, was a Thursday */
export function weekdayOf(day: StudyDay): number {
	return (((day + 3) % 7) + 7) % 7;
}

/** @returns how much a study day should take */
export function easinessOf(easyDays: EasyDays, day: StudyDay): Easiness {
	return easyDays[weekdayOf(day)] ?? 1;
}
