import type { EpochMs } from '$lib/domain/units';

/** @returns what a `datetime-local` field holds for an instant, on this device's clock; empty for none */
export function toLocalMoment(at: EpochMs | null): string {
	if (at === null) return '';
	const date = new Date(at);
	const two = (value: number) => String(value).padStart(2, '0');
	const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @returns the instant that a `datetime-local` field means here, or null when it is empty or half filled in */
export function readLocalMoment(text: string): EpochMs | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text);
	if (match === null) return null;
	const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
	return new Date(year, month - 1, day, hour, minute).getTime();
}
