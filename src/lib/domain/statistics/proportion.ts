/** A share of `n` trials, with the interval within which chance alone would leave it. */
export type Proportion = {
	readonly n: number;
	readonly hits: number;
	/** 0 to 1. */
	readonly share: number;
	readonly low: number;
	readonly high: number;
};

/** From fewer answers than this nothing is said: the interval would be wider than what it is about. */
export const LEAST_SAMPLE = 20;

/** Two-sided 95 %. */
const Z = 1.959964;

/**
 * A share with Wilson's interval, which stays within 0 and 1 and holds for few trials too.
 * @returns null below `least` trials
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference
 */
export function toProportion(hits: number, n: number, least = LEAST_SAMPLE): Proportion | null {
	if (n < Math.max(1, least)) return null;
	const share = hits / n;
	const centre = share + (Z * Z) / (2 * n);
	const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
	const scale = 1 + (Z * Z) / n;
	return {
		n,
		hits,
		share,
		low: Math.max(0, (centre - spread) / scale),
		high: Math.min(1, (centre + spread) / scale)
	};
}
