/** A scale of shares that ends at all and starts low enough for what is to be drawn. */
export type PercentScale = {
	/** Shares at which a line is drawn, in hundredths. */
	readonly lines: readonly number[];
	/** Height of a share of 0 to 1; the highest share has the smallest. */
	readonly y: (share: number) => number;
	/** Place of a share across, where both directions are shares. */
	readonly x: (share: number) => number;
};

const TOP = 10;
const FOOT = 196;
const START = 40;
const END = 330;

/**
 * Starts at one half, or lower where something is lower: a scale from zero would press what matters into its upper end.
 * @param shares all that is drawn, 0 to 1
 */
export function percentScale(shares: readonly number[]): PercentScale {
	const floor = Math.max(0, Math.min(50, Math.floor(Math.min(1, ...shares) * 10) * 10));
	const step = floor < 50 ? 20 : 10;
	const count = Math.floor((100 - floor) / step);
	const part = (share: number) => (share * 100 - floor) / (100 - floor);
	return {
		lines: Array.from({ length: count + 1 }, (_, index) => 100 - index * step),
		y: (share) => FOOT - (FOOT - TOP) * part(share),
		x: (share) => START + (END - START) * part(share)
	};
}
