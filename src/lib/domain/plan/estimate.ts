/** A forecast number with its interval: four runs out of five lie between `low` and `high`. */
export type Estimate = { readonly low: number; readonly median: number; readonly high: number };

/**
 * The 10th, 50th and 90th percentile of the runs of a simulation. The spread is that of chance alone: that a learner's
 * habits change, or that a memory differs from the model, is not in it.
 * @param values at least one
 */
export function toEstimate(values: readonly number[]): Estimate {
	const sorted = [...values].sort((a, b) => a - b);
	return { low: percentile(sorted, 0.1), median: percentile(sorted, 0.5), high: percentile(sorted, 0.9) };
}

/** Between two ranks in proportion. Infinity, for what never happened, stays Infinity. */
function percentile(sorted: readonly number[], share: number): number {
	const place = share * (sorted.length - 1);
	const below = sorted[Math.floor(place)];
	const above = sorted[Math.ceil(place)];
	if (below === undefined || above === undefined) throw new RangeError('An estimate needs a run.');
	if (above === below) return below;
	return below + (above - below) * (place - Math.floor(place));
}

/** So many cards times days take about a second. */
const CARD_DAYS = 36_000_000;
const FEWEST_RUNS = 4;
const MOST_RUNS = 40;

/**
 * How often to run a simulation: often where it is small, since there chance decides most, seldom where it is large.
 * @param days days of all the runs that answer one question
 */
export function runsFor(cards: number, days: number): number {
	const affordable = Math.round(CARD_DAYS / Math.max(1, cards * days));
	return Math.min(Math.max(FEWEST_RUNS, affordable), MOST_RUNS);
}
