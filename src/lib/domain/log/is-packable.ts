import type { LearningEvent } from '../event';
import { toIdBytes } from './event-id';

const LARGEST_UINT32 = 0xffffffff;
const LARGEST_INT32 = 0x7fffffff;

/** @returns whether a block gives the event back as it is: one with an odd id, fractions or huge numbers stays a row */
export function isPackable(event: LearningEvent): boolean {
	const isPlain = toIdBytes(event.id) !== null && isWithin(event.seq, 0, LARGEST_UINT32) && isDay(event.day);
	if (!isPlain || !Number.isSafeInteger(event.at)) return false;
	switch (event.kind) {
		case 'review':
			return isWithin(event.tookMs, 0, LARGEST_UINT32) && isDay(event.interval ?? 0);
		case 'quiz-answer':
			return isWithin(event.tookMs, 0, LARGEST_UINT32);
		case 'void':
			return toIdBytes(event.voids) !== null;
		case 'bury':
			return isDay(event.until);
		case 'set-due':
			return isDay(event.dueDay);
		case 'suspend':
		case 'reset':
			return true;
	}
}

function isDay(value: number): boolean {
	return isWithin(value, -LARGEST_INT32, LARGEST_INT32);
}

function isWithin(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}
