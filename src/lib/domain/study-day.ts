import type { DurationMs, EpochMs, StudyDay } from './units';
import { DAY_MS, MINUTE_MS } from './units';

/** Late enough that an evening's last cards still belong to that evening. */
export const STUDY_DAY_START_HOUR = 4;

const HOUR_MS = 60 * MINUTE_MS;

/** Longer than any study day: 24 hours, and 24 more for a zone that moves across the date line. */
const LONGEST_DAY_MS: DurationMs = 2 * DAY_MS;

/**
 * The study day an instant belongs to.
 * @param offsetMinutes local time minus UTC at that instant, in minutes: positive east of Greenwich
 * @param startHour local hour, 0 to 23, at which a study day starts
 */
export function toStudyDay(at: EpochMs, offsetMinutes: number, startHour = STUDY_DAY_START_HOUR): StudyDay {
	return Math.floor((at + offsetMinutes * MINUTE_MS - startHour * HOUR_MS) / DAY_MS);
}

/**
 * The instant at which a study day starts where local time is `offsetMinutes` ahead of UTC at that instant.
 * Across a clock change use `nextStudyDayStart`, which finds the offset that holds by then.
 */
export function studyDayStart(day: StudyDay, offsetMinutes: number, startHour = STUDY_DAY_START_HOUR): EpochMs {
	return day * DAY_MS + startHour * HOUR_MS - offsetMinutes * MINUTE_MS;
}

/**
 * The first instant after `at` that belongs to a later study day. Searched for rather than computed, because clocks may
 * change in between: the day then has 23 or 25 hours, and where a whole date is skipped it ends at the change itself.
 * @param offsetAt minutes east of UTC at an instant, such as `localOffsetMinutes`
 */
export function nextStudyDayStart(
	at: EpochMs,
	offsetAt: (at: EpochMs) => number,
	startHour = STUDY_DAY_START_HOUR
): EpochMs {
	const today = toStudyDay(at, offsetAt(at), startHour);
	let before = at;
	let after = at + LONGEST_DAY_MS;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (toStudyDay(middle, offsetAt(middle), startHour) > today) after = middle;
		else before = middle;
	}
	return after;
}

/**
 * Local time minus UTC at an instant, in minutes east. The one function here that depends on its surroundings: it reads
 * the host's time zone, though never its clock, so it gives the same answer for as long as the zone stays the same.
 */
export function localOffsetMinutes(at: EpochMs): number {
	return 0 - new Date(at).getTimezoneOffset();
}
