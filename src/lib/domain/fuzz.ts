import type { CardId } from './card';
import { hashToUnit } from './hash';
import type { Days } from './units';

/** Below this, moving a card by a day would matter. */
const SHORTEST_FUZZED: Days = 2.5;

/** Share of each stretch of the interval that is added to the day by which a due date may move either way. */
const STRETCHES = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 }
] as const;

/**
 * Where in its range an interval falls: spread evenly over cards, yet fixed for a card and its number of reviews, so that
 * a button shows what will happen and two devices agree.
 * @returns at least 0 and less than 1
 */
export function fuzzFactor(card: CardId, reviews: number): number {
	return hashToUnit(card, `:${String(reviews)}`);
}

/**
 * Moves an interval within its range, so that cards learnt together do not stay together. The bounds are those of Anki.
 * @param interval days, with or without a fraction
 * @param factor at least 0 and less than 1
 * @param minimum whole days, at most `maximum`
 * @returns whole days from `minimum` to `maximum`
 */
export function fuzzInterval(interval: Days, factor: number, minimum: Days, maximum: Days): Days {
	const [low, high] = fuzzRange(interval, minimum, maximum);
	// A factor just below 1 may round the sum up to the day after the last.
	return Math.min(high, Math.floor(low + factor * (1 + high - low)));
}

/** @returns the first and last whole day the interval may be moved to */
export function fuzzRange(interval: Days, minimum: Days, maximum: Days): readonly [Days, Days] {
	const target = clamp(interval, minimum, maximum);
	const reach = reachOf(target);
	return [clamp(Math.round(target - reach), minimum, maximum), clamp(Math.round(target + reach), minimum, maximum)];
}

function reachOf(interval: Days): Days {
	if (interval < SHORTEST_FUZZED) return 0;
	let reach = 1;
	for (const { from, to, share } of STRETCHES) reach += share * Math.max(0, Math.min(interval, to) - from);
	return reach;
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}
