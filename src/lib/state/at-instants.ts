import type { EpochMs } from '$lib/domain/units';
import { now } from './clock';

/** Timers can't wait longer than this. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Calls `look` at an instant, or long before one that is weeks away: it looks at the clock itself. @returns for `clearTimeout` */
export function timeoutAt(instant: EpochMs, look: () => void): ReturnType<typeof setTimeout> {
	return setTimeout(look, Math.min(LONGEST_WAIT_MS, instant - now()));
}

/**
 * Calls `look` at each instant that is still to come, and whenever the page comes into sight: a device that slept is late.
 * @param instants in their order; null for one that never comes
 * @returns what ends it
 */
export function atInstants(instants: readonly (EpochMs | null)[], look: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const wait = () => {
		const at = now();
		const next = instants.find((instant) => instant !== null && instant > at) ?? null;
		clearTimeout(timer);
		if (next !== null) timer = timeoutAt(next, lookAgain);
	};
	const lookAgain = () => {
		look();
		wait();
	};
	document.addEventListener('visibilitychange', lookAgain);
	wait();
	return () => {
		clearTimeout(timer);
		document.removeEventListener('visibilitychange', lookAgain);
	};
}
