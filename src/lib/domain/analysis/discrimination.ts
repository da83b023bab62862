import { NORMAL_WIDTH, type Estimate } from './estimate';
import { LEAST } from './least';
import { meanOf } from './moments';

/**
 * How well an item tells learners who know the rest of the test from those who do not: the correlation of its credits with
 * their standing in the other items. For right and wrong this is the corrected point-biserial, for partial credit the
 * corrected item-rest correlation. Its interval is Fisher's.
 * @param credits of each learner in this item
 * @param rest each learner's standing in the others, in the same order
 * @returns -1 to 1; null for few learners, or where either does not vary
 * @see Henrysson (1963), Correction of item-total correlations in item analysis
 * @see Fisher (1915), Frequency distribution of the values of the correlation coefficient
 */
export function discriminationOf(credits: ArrayLike<number>, rest: ArrayLike<number>): Estimate | null {
	const n = credits.length;
	if (n < LEAST.discrimination) return null;
	const value = correlationOf(credits, rest);
	if (value === null) return null;
	const z = Math.atanh(value);
	const spread = NORMAL_WIDTH / Math.sqrt(n - 3);
	return { value, low: Math.tanh(z - spread), high: Math.tanh(z + spread), n };
}

/** Pearson's correlation. @returns null where one of the two does not vary */
function correlationOf(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
	const [xMean, yMean] = [meanOf(xs), meanOf(ys)];
	let [xx, yy, xy] = [0, 0, 0];
	for (let i = 0; i < xs.length; i += 1) {
		const [x, y] = [(xs[i] ?? 0) - xMean, (ys[i] ?? 0) - yMean];
		xx += x * x;
		yy += y * y;
		xy += x * y;
	}
	// Sums of differences that ought to be 0 come out near it.
	if (xx < 1e-9 || yy < 1e-9) return null;
	return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
