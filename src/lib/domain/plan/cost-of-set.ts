import { createRng } from '../rng';
import type { Days } from '../units';
import type { Estimate } from './estimate';
import { runsFor, toEstimate } from './estimate';
import type { Progress } from './forecast';
import type { Learner } from './learner';
import { StudyRun } from './study-run';

/** What a set costs whoever begins it today. */
export type SetCost = {
	/** Days until the last card is begun. */
	readonly beginning: Days;
	/** Minutes a day in each stretch of 30 days, from the first. */
	readonly months: readonly Estimate[];
	/** Minutes a day of the hardest week. */
	readonly peak: Estimate;
	/** Days until a week takes less than a third of the hardest one, for good; Infinity when it is later than forecast. */
	readonly settles: Estimate;
	/** Hours in all, over the months forecast. */
	readonly hours: Estimate;
};

const MONTH: Days = 30;
const WEEK: Days = 7;

/** After the last card is begun, half a year shows where the load goes. */
const AFTERWARDS: Days = 6 * MONTH;
const LONGEST: Days = 24 * MONTH;

/** A third of the hardest week counts as settled: reviews of learnt cards, no longer the work of learning them. */
const SETTLED_SHARE = 1 / 3;

type Run = {
	readonly months: readonly number[];
	readonly peak: number;
	readonly settles: Days;
	readonly hours: number;
};

/**
 * About how many minutes a day a set takes for how long, studied from nothing and every day. Two years are forecast at most.
 * @param cards in the set, at least one
 * @param freshPerDay new cards a day, at least one
 */
export function costOfSet(
	cards: number,
	freshPerDay: number,
	learner: Learner,
	seed: number,
	progress?: Progress
): SetCost {
	const beginning = Math.ceil(cards / freshPerDay);
	const days = Math.min(LONGEST, Math.ceil((beginning + AFTERWARDS) / MONTH) * MONTH);
	const count = runsFor(cards, days);
	const runs: Run[] = [];
	for (let run = 0; run < count; run++) {
		runs.push(toRun(studyFromNothing(cards, freshPerDay, days, learner, seed + run)));
		progress?.((run + 1) / count);
	}
	return {
		beginning,
		months: Array.from({ length: days / MONTH }, (_, i) => toEstimate(runs.map(({ months }) => months[i] ?? 0))),
		peak: toEstimate(runs.map(({ peak }) => peak)),
		settles: toEstimate(runs.map(({ settles }) => settles)),
		hours: toEstimate(runs.map(({ hours }) => hours))
	};
}

/** @returns minutes of each day */
function studyFromNothing(fresh: number, perDay: number, days: Days, learner: Learner, seed: number): number[] {
	const pace = { fresh: perDay, reviews: Infinity, minutes: Infinity };
	const run = new StudyRun({ cards: NOTHING, fresh, today: 0, days, pace }, learner, createRng(seed));
	return Array.from({ length: days }, () => run.next().minutes);
}

const NOTHING = {
	stability: new Float64Array(0),
	difficulty: new Float64Array(0),
	lastDay: new Int32Array(0),
	dueDay: new Int32Array(0)
};

function toRun(minutes: readonly number[]): Run {
	const weeks = minutes.slice(0, minutes.length - WEEK + 1).map((_, day) => meanOf(minutes.slice(day, day + WEEK)));
	const peak = Math.max(...weeks);
	const lastHard = weeks.findLastIndex((week) => week >= peak * SETTLED_SHARE);
	const months: number[] = [];
	for (let from = 0; from < minutes.length; from += MONTH) months.push(meanOf(minutes.slice(from, from + MONTH)));
	return {
		months,
		peak,
		settles: lastHard + 1 >= weeks.length ? Infinity : lastHard + 1,
		hours: minutes.reduce((sum, day) => sum + day, 0) / 60
	};
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
