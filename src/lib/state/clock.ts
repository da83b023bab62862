import { localOffsetMinutes, nextStudyDayStart, STUDY_DAY_START_HOUR, toStudyDay } from '$lib/domain/study-day';
import type { EpochMs, StudyDay } from '$lib/domain/units';

/** The device's clock: with `newId` and `newSeed` below, the one place where time and chance enter. */
export function now(): EpochMs {
	return Date.now();
}

/** Like the time zone, it belongs to the device: whoever asks for a study day gets the same one. */
let startHour = STUDY_DAY_START_HOUR;

/** @param hour local hour, 0 to 23, at which study days start from now on */
export function startStudyDaysAt(hour: number): void {
	startHour = hour;
}

/** @returns the study day that this instant falls on here */
export function studyDayOf(at: EpochMs): StudyDay {
	return toStudyDay(at, localOffsetMinutes(at), startHour);
}

/** @returns the instant at which the next study day starts here */
export function nextDayStart(at: EpochMs): EpochMs {
	return nextStudyDayStart(at, localOffsetMinutes, startHour);
}

/** @returns the instant at which the next day of the calendar starts here */
export function nextMidnight(at: EpochMs): EpochMs {
	return nextStudyDayStart(at, localOffsetMinutes, 0);
}

/**
 * @returns a UUIDv7: its first 48 bits are the time, so that ids sort by age
 * @see RFC 9562, section 5.7
 */
export function newId(at: EpochMs): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const time = at.toString(16).padStart(12, '0');
	bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
	const tail = [...bytes.slice(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** @returns 11 random characters that are safe in an address: 66 bits, enough for a set's id */
export function newSetId(): string {
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
	return [...crypto.getRandomValues(new Uint8Array(11))].map((byte) => letters[byte & 63]).join('');
}

/** @returns a seed for a paper, below 2^32 */
export function newSeed(): number {
	return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
