import { LEAST } from './least';

/** Which learners are the best and the weakest third; `top[i]` and `bottom[i]` say it of learner i. */
export type Thirds = {
	readonly isTop: readonly boolean[];
	readonly isBottom: readonly boolean[];
	readonly top: number;
	readonly bottom: number;
};

/**
 * Parts learners by their standing. Whoever stands level with the last of a third belongs to it, so that the order of
 * learners decides nothing; a third may therefore hold more than a third.
 * @returns null for few learners, or where the two would overlap because too many stand level
 */
export function thirdsOf(standing: ArrayLike<number>): Thirds | null {
	const n = standing.length;
	if (n < LEAST.thirds) return null;
	const sorted = Float64Array.from(standing).sort();
	const size = Math.floor(n / 3);
	const lowest = sorted[n - size] ?? NaN;
	const highest = sorted[size - 1] ?? NaN;
	if (!(lowest > highest)) return null;
	const isTop = Array.from(standing, (value) => value >= lowest);
	const isBottom = Array.from(standing, (value) => value <= highest);
	return { isTop, isBottom, top: count(isTop), bottom: count(isBottom) };
}

function count(flags: readonly boolean[]): number {
	return flags.filter(Boolean).length;
}
