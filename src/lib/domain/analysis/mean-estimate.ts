import { toProportion } from '../statistics/proportion';
import type { Estimate } from './estimate';
import { meanOf, varianceOf } from './moments';
import { tWidth } from './quantiles';

/**
 * The mean of credits between 0 and 1. Where all are right or wrong it is a share, with Wilson's interval. With partial
 * credit the interval is Student's t, cut at 0 and 1; if every credit is the same, t would claim certainty, so the
 * interval is Wilson's again, which no credits between 0 and 1 with this mean exceed in spread.
 * @returns null below `least` credits
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference
 * @see Student (1908), The probable error of a mean
 */
export function meanCredit(credits: ArrayLike<number>, least: number): Estimate | null {
	const n = credits.length;
	if (n < Math.max(1, least)) return null;
	const value = meanOf(credits);
	const variance = n > 1 ? varianceOf(credits) : 0;
	if (variance < 1e-12 || isAllOrNothing(credits)) {
		const wilson = toProportion(value * n, n, 1);
		return { value, low: Math.min(value, wilson?.low ?? 0), high: Math.max(value, wilson?.high ?? 1), n };
	}
	const spread = tWidth(n - 1) * Math.sqrt(variance / n);
	return { value, low: Math.max(0, value - spread), high: Math.min(1, value + spread), n };
}

function isAllOrNothing(credits: ArrayLike<number>): boolean {
	for (let i = 0; i < credits.length; i += 1) if (credits[i] !== 0 && credits[i] !== 1) return false;
	return true;
}
