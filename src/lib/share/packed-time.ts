import type { DurationMs } from '$lib/domain/units';

/** One byte: 0 is no time, then a tenth of a second and 9 % more at each step, up to ten years; 4.4 % off at most. */
export const TIME_BITS = 8;
const [LEAST_MS, STEP] = [100, 1.09];
const MOST = 2 ** TIME_BITS - 1;

/** @returns the step of a time */
export function toTimeStep(ms: DurationMs): number {
	if (ms < LEAST_MS / 2) return 0;
	return Math.min(MOST, 1 + Math.max(0, Math.round(Math.log(ms / LEAST_MS) / Math.log(STEP))));
}

/** @returns the time of a step, in whole milliseconds */
export function fromTimeStep(step: number): DurationMs {
	return step === 0 ? 0 : Math.round(LEAST_MS * STEP ** (step - 1));
}
