export const CALENDAR_WEEKS = 13;

const LARGEST = 8;
const SMALLEST = 3.2;

/** @returns the radius of a day's dot: its area grows with the answers; a speck for none */
export function dotRadius(count: number, most: number): number {
	return count === 0 ? 1.2 : Math.max(SMALLEST, LARGEST * Math.sqrt(count / most));
}
