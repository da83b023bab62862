import { createRng } from '../rng';
import type { Days, StudyDay } from '../units';
import { runsFor, toEstimate } from './estimate';
import type { Stretch } from './folding-history';
import { FoldingHistory } from './folding-history';
import type { Progress } from './forecast';
import type { Learner } from './learner';
import type { MemoryColumns } from './memory-columns';
import type { ReviewHistory } from './review-history';
import { StudyRun } from './study-run';

/** A forecast made for the 30 days from `day`, its interval of four out of five, and what happened. */
export type BackTestPoint = {
	readonly day: StudyDay;
	readonly predicted: number;
	readonly low: number;
	readonly high: number;
	readonly actual: number;
};

export type BackTest = {
	/** Share of reviews remembered, 0 to 1, among the reviews that happened. */
	readonly recall: readonly (BackTestPoint & { readonly reviews: number })[];
	/**
	 * Number of reviews, had everything due been reviewed each day and new cards begun as in the month before. A month
	 * without any study is a break and no test of it.
	 */
	readonly load: readonly BackTestPoint[];
};

const WINDOW: Days = 30;
const MOST_WINDOWS = 12;
const MOST_RUNS = 10;

/** One side of the interval that holds four out of five values of a normal distribution, in standard deviations. */
const EIGHTY_PERCENT = 1.2816;

/**
 * Holds forecasts against history: for each of up to twelve stretches of 30 days that lie behind, what would have been
 * forecast on its first day, from the answers before it. Each review's recall is predicted from the answers before that
 * review. Weights fitted to the same history have seen it: then the recall looks better than it was.
 */
export function backTest(history: ReviewHistory, learner: Learner, seed: number, progress?: Progress): BackTest {
	const days = windowStarts(history.day);
	const folding = new FoldingHistory(history, learner.params);
	const recall: BackTest['recall'][number][] = [];
	const load: BackTestPoint[] = [];
	let before = folding.advance((days[0] ?? 0) - WINDOW);
	for (const [i, day] of days.entries()) {
		if (i === 0) before = folding.advance(day);
		const memories = folding.memories();
		const happened = folding.advance(day + WINDOW);
		if (happened.reviews > 0) recall.push(toRecallPoint(day, happened));
		if (happened.reviews + happened.fresh > 0) load.push(toLoadPoint(day, memories, before, happened, learner, seed));
		before = happened;
		progress?.((i + 1) / days.length);
	}
	return { recall, load };
}

/** @returns first days, earliest first, such that the last stretch ends with the history and the first has a month before */
function windowStarts(day: Int32Array): StudyDay[] {
	if (day.length === 0) return [];
	const [first, last] = day.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Infinity, -Infinity]);
	const fitting = Math.floor((last + 1 - first) / WINDOW) - 1;
	const count = Math.max(0, Math.min(MOST_WINDOWS, fitting));
	return Array.from({ length: count }, (_, i) => last + 1 - (count - i) * WINDOW);
}

function toRecallPoint(day: StudyDay, { reviews, passed, expected, variance }: Stretch): BackTest['recall'][number] {
	const predicted = expected / reviews;
	const reach = (EIGHTY_PERCENT * Math.sqrt(variance)) / reviews;
	const low = Math.max(0, predicted - reach);
	return { day, predicted, low, high: Math.min(1, predicted + reach), actual: passed / reviews, reviews };
}

function toLoadPoint(
	day: StudyDay,
	cards: MemoryColumns,
	before: Stretch,
	happened: Stretch,
	learner: Learner,
	seed: number
): BackTestPoint {
	const fresh = Math.round(before.fresh / WINDOW);
	const pace = { fresh, reviews: Infinity, minutes: Infinity };
	const affordable = runsFor(cards.stability.length + fresh * WINDOW, WINDOW * MOST_WINDOWS);
	const runs = Array.from({ length: Math.min(MOST_RUNS, affordable) }, (_, run) => {
		const start = { cards, fresh: fresh * WINDOW, today: day, days: WINDOW, pace };
		const study = new StudyRun(start, learner, createRng(seed + run));
		return Array.from({ length: WINDOW }, () => study.next().reviews).reduce((sum, reviews) => sum + reviews, 0);
	});
	const { low, median, high } = toEstimate(runs);
	return { day, predicted: median, low, high, actual: happened.reviews };
}
