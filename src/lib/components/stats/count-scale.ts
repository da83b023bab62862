/** A scale of whole numbers from zero. */
export type CountScale = {
	/** Numbers at which a line is drawn, the highest first. */
	readonly lines: readonly number[];
	/** Height of a number; the highest has the smallest. */
	readonly y: (count: number) => number;
};

const TOP = 10;
const FOOT = 196;
const MOST_LINES = 5;
const STEPS = [1, 2, 5] as const;

/** @param most the highest number that is drawn, 0 or more */
export function countScale(most: number): CountScale {
	const step = stepFor(Math.max(1, most));
	const last = Math.ceil(Math.max(1, most) / step);
	return {
		lines: Array.from({ length: last + 1 }, (_, index) => (last - index) * step),
		y: (count) => FOOT - ((FOOT - TOP) * count) / (last * step)
	};
}

/** @returns the smallest of 1, 2, 5, 10, 20, 50 and so on that leaves few enough lines */
function stepFor(most: number): number {
	for (let tens = 1; ; tens *= 10) {
		const step = STEPS.find((value) => most / (value * tens) <= MOST_LINES);
		if (step !== undefined) return step * tens;
	}
}
