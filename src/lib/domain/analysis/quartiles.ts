/** The middle value and the values that cut off a quarter at either end. */
export type Quartiles = { readonly n: number; readonly low: number; readonly median: number; readonly high: number };

/**
 * Quartiles with linear interpolation between neighbours.
 * @returns null below `least` values
 * @see Hyndman and Fan (1996), Sample quantiles in statistical packages, type 7
 */
export function quartilesOf(values: readonly number[], least: number): Quartiles | null {
	if (values.length < Math.max(1, least)) return null;
	const sorted = Float64Array.from(values).sort();
	return { n: values.length, low: at(sorted, 0.25), median: at(sorted, 0.5), high: at(sorted, 0.75) };
}

function at(sorted: Float64Array, share: number): number {
	const place = share * (sorted.length - 1);
	const below = sorted[Math.floor(place)] ?? NaN;
	const above = sorted[Math.ceil(place)] ?? NaN;
	return below + (above - below) * (place - Math.floor(place));
}
