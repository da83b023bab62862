import type { DurationMs } from '$lib/domain/units';

/** @returns a clock time left, such as `6:12` or `1:04:09` */
export function asClock(duration: DurationMs): string {
	const seconds = Math.max(0, Math.ceil(duration / 1000));
	const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
	const tail = `${pad(minutes, hours > 0)}:${pad(rest, true)}`;
	return hours > 0 ? `${hours}:${tail}` : tail;
}

function pad(value: number, always: boolean): string {
	return always ? String(value).padStart(2, '0') : String(value);
}
