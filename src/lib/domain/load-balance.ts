import type { EasyDays } from './easy-days';
import { easinessOf } from './easy-days';
import type { DueForecast } from './due-forecast';
import { dueOn } from './due-forecast';
import type { Days, StudyDay } from './units';

/** What a choice among the days of an interval's fuzz range looks at. */
export type Load = {
	readonly forecast: DueForecast;
	readonly easyDays: EasyDays;
	/** Study days on which other cards of the item are due. */
	readonly siblings: readonly StudyDay[];
};

/** Longer intervals are not spread: by then the forecast will have changed many times over. */
const LONGEST_BALANCED: Days = 90;

/** The share that a day keeps which should have no card if it can be helped. */
const AVOIDED = 1e-4;
/** A sibling's own day is avoided still more, and the days around it the less the farther they are. */
const SIBLING_SHARES = [1e-6, 0.2, 0.4, 0.6, 0.8] as const;

/**
 * The day of a fuzz range on which a card does best: few other cards, no sibling near, not a day to be kept easy. A
 * choice by weight, so that cards learnt together still part. The weights are those of Anki, with one difference: Anki
 * looks neither at siblings nor at easy days where nothing is due yet, which would put the first cards of a learner there.
 * @param range first and last interval that may be chosen, as `fuzzRange` gives it
 * @param day study day of the answer
 * @param factor at least 0 and less than 1, fixed for the card, so that the button shows what will happen
 * @returns whole days; null when the range is not for balancing: one day only, too long, or beyond the forecast
 */
export function balanceInterval(
	range: readonly [Days, Days],
	exact: Days,
	day: StudyDay,
	factor: number,
	load: Load
): Days | null {
	const [low, high] = range;
	if (low >= high || exact > LONGEST_BALANCED) return null;
	const days = Array.from({ length: high - low + 1 }, (_, index) => low + index);
	const counts = days.map((interval) => dueOn(load.forecast, day + interval));
	if (!counts.every((count) => count !== null)) return null;
	const weights = days.map((interval, index) => {
		const dueDay = day + interval;
		const share = easyShare(dueDay, index, days, counts, day, load.easyDays);
		return countWeight(counts[index] ?? 0, interval) * siblingShare(dueDay, load.siblings) * share;
	});
	return days[drawIndex(weights, factor)] ?? low;
}

/** An empty day weighs 1, any other `n^-2.15 * interval^-3` with `n` cards due on it. */
function countWeight(count: number, interval: Days): number {
	return count === 0 ? 1 : count ** -2.15 * interval ** -3;
}

function siblingShare(day: StudyDay, siblings: readonly StudyDay[]): number {
	return siblings.reduce((share, sibling) => share * (SIBLING_SHARES[Math.abs(sibling - day)] ?? 1), 1);
}

/** A reduced day is full once it has half of what the other days of the range have on average for a whole day. */
function easyShare(
	dueDay: StudyDay,
	index: number,
	days: readonly Days[],
	counts: readonly number[],
	day: StudyDay,
	easyDays: EasyDays
): number {
	const easiness = easinessOf(easyDays, dueDay);
	if (easiness === 1) return 1;
	if (easiness === 0) return AVOIDED;
	const others = days.map((interval, i) => (i === index ? 0 : easinessOf(easyDays, day + interval)));
	const total = counts.reduce((sum, count, i) => sum + (i === index ? 0 : count), 0);
	const share = others.reduce<number>((sum, other) => sum + other, 0);
	return share > 0 && (counts[index] ?? 0) / easiness > total / share ? AVOIDED : 1;
}

function drawIndex(weights: readonly number[], factor: number): number {
	let rest = factor * weights.reduce((sum, weight) => sum + weight, 0);
	const drawn = weights.findIndex((weight) => (rest -= weight) < 0);
	return drawn === -1 ? weights.length - 1 : drawn;
}
