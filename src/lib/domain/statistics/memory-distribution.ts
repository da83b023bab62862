import type { CardColumns } from '../card-columns';
import type { Days } from '../units';

export type MemoryDistribution = {
	/** Cards with a memory. */
	readonly n: number;
	/** Cards by stability, in the ranges between `STABILITY_BOUNDS`. */
	readonly stability: Uint32Array;
	/** Cards by difficulty, 1 to 10, rounded. */
	readonly difficulty: Uint32Array;
	/** Half of the cards have at least this stability; null without any. */
	readonly median: Days | null;
};

/** Below a day, a day to a week, and so on; the last range has no end. */
export const STABILITY_BOUNDS: readonly Days[] = [0, 1, 7, 21, 90, 365];

/** How firmly cards sit, and how hard they are. Cards that were set aside count too: they are known as well as others. */
export function distributeMemory({ stability, difficulty, reviews }: CardColumns): MemoryDistribution {
	const byStability = new Uint32Array(STABILITY_BOUNDS.length);
	const byDifficulty = new Uint32Array(10);
	const values = new Float64Array(stability.length);
	let n = 0;
	for (let i = 0; i < stability.length; i += 1) {
		if (reviews[i] === 0) continue;
		const days = stability[i] ?? 0;
		values[n] = days;
		n += 1;
		const range = rangeOf(days);
		byStability[range] = (byStability[range] ?? 0) + 1;
		const hard = Math.min(10, Math.max(1, Math.round(difficulty[i] ?? 0))) - 1;
		byDifficulty[hard] = (byDifficulty[hard] ?? 0) + 1;
	}
	const median = values.subarray(0, n).sort()[Math.floor(n / 2)] ?? null;
	return { n, stability: byStability, difficulty: byDifficulty, median };
}

function rangeOf(days: Days): number {
	let range = STABILITY_BOUNDS.length - 1;
	while (days < (STABILITY_BOUNDS[range] ?? 0)) range -= 1;
	return range;
}
