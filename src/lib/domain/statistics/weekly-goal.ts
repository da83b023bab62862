import type { StudyDay } from '../units';
import { answersOn, type DailyStudy } from './daily-study';

export type WeekProgress = {
	/** Monday of this week. */
	readonly monday: StudyDay;
	/** Answers on each day of this week, Monday first. */
	readonly days: readonly number[];
	/** How many of them had any. */
	readonly studied: number;
	/** Weeks in a row, ending with this one or the last, in which the goal was met. */
	readonly run: number;
	/** Weeks that met the goal among the last twelve whole ones, and how many of those have passed since the first answer. */
	readonly met: number;
	readonly weeks: number;
};

const WEEK = 7;
const WEEKS_BACK = 12;

/** 1970-01-01 was a Thursday. @returns the Monday on or before a study day */
export function mondayOf(day: StudyDay): StudyDay {
	return Math.floor((day + 3) / WEEK) * WEEK - 3;
}

/**
 * How the weeks went, from the log alone: nothing is kept, so nothing can be lost or faked. On which days a week's goal is
 * met does not matter; the others are rest. This week counts once it has met the goal, and breaks nothing before.
 * @param goal days of study a week, 1 to 7
 */
export function weekProgress(study: DailyStudy, goal: number, today: StudyDay): WeekProgress {
	const monday = mondayOf(today);
	const days = Array.from({ length: WEEK }, (_, index) => answersOn(study, monday + index));
	const studied = days.filter((count) => count > 0).length;
	const past = Math.max(0, Math.round((monday - mondayOf(study.from)) / WEEK));
	const isMet = (weeksAgo: number): boolean => studiedDays(study, monday - weeksAgo * WEEK) >= goal;
	let run = 0;
	while (run < past && isMet(run + 1)) run += 1;
	const weeks = Math.min(past, WEEKS_BACK);
	const met = Array.from({ length: weeks }, (_, index) => isMet(index + 1)).filter(Boolean).length;
	return { monday, days, studied, run: run + (studied >= goal ? 1 : 0), met, weeks };
}

function studiedDays(study: DailyStudy, monday: StudyDay): number {
	let count = 0;
	for (let day = monday; day < monday + WEEK; day += 1) if (answersOn(study, day) > 0) count += 1;
	return count;
}
