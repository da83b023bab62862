import type { Result } from '../result';
import { err, ok } from '../result';
import type { Days } from '../units';
import { runsFor } from './estimate';
import type { ExamOutcome, ExamStart } from './exam-run';
import { runExam } from './exam-run';
import type { Progress } from './forecast';
import type { Learner } from './learner';

/** What so many minutes a day come to. */
export type ExamOption = {
	/** The most minutes a day. */
	readonly minutes: number;
	/** Minutes a day it really takes, on average: there may not be enough to do. */
	readonly minutesUsed: number;
	/** Expected share of all selected cards recalled on the day, 0 to 1. A card never seen counts as not recalled. */
	readonly recall: number;
	/** Four times out of five the share recalled lies from here */
	readonly low: number;
	/** to here. */
	readonly high: number;
	/** Selected cards that will not be begun. */
	readonly notBegun: number;
	/** Cards begun that are left for others that add more, and by the day are more likely forgotten than remembered. */
	readonly givenUp: number;
	/** New cards a day, on the days that begin any. */
	readonly freshPerDay: number;
};

export type ExamPlan = {
	/** Study days left, today included and the exam day not. */
	readonly days: Days;
	/** What is expected when nothing is studied any more. */
	readonly without: ExamOption;
	readonly chosen: ExamOption;
	readonly others: readonly ExamOption[];
};

export type ExamError = { readonly kind: 'exam-passed' } | { readonly kind: 'no-cards' };

export const EXAM_MINUTES = [5, 10, 15, 20, 30, 45, 60] as const;

/**
 * Plans for an exam from what the learner remembers today. After missed days, plan again: the plan knows no yesterday.
 * @param minutes a day, as chosen
 * @param others minutes a day to compare with
 * @param seed the same for every choice of minutes, so that they differ by the minutes and not by luck
 */
export function planExam(
	start: ExamStart,
	minutes: number,
	learner: Learner,
	seed: number,
	others: readonly number[] = EXAM_MINUTES,
	progress?: Progress
): Result<ExamPlan, ExamError> {
	const days = start.examDay - start.today;
	const cards = start.cards.stability.length + start.fresh;
	if (days < 0) return err({ kind: 'exam-passed' });
	if (cards === 0) return err({ kind: 'no-cards' });
	const choices = [0, minutes, ...others];
	const runs = Math.min(MOST_RUNS, runsFor(cards, days * choices.length * GAIN_COST));
	const options = choices.map((choice, i) => {
		const outcomes = Array.from({ length: runs }, (_, run) => runExam(start, choice, learner, seed + run));
		progress?.((i + 1) / choices.length);
		return toOption(choice, outcomes, cards);
	});
	const [without, chosen, ...compared] = options;
	if (without === undefined || chosen === undefined) throw new Error('A plan compares at least two choices.');
	return ok({ days, without, chosen, others: compared });
}

/** Working out what a review would gain costs about as much as twenty looks at the forgetting curve. */
const GAIN_COST = 20;

/** More would not show: the spread between runs is only a part of the interval. */
const MOST_RUNS = 10;

/** One side of the interval that holds four out of five values of a normal distribution, in standard deviations. */
const EIGHTY_PERCENT = 1.2816;

/**
 * The interval holds what will be recalled, not only what is expected: to the spread between runs comes the chance of each
 * card on the day (law of total variance). With many cards the sum is as good as normally distributed.
 */
function toOption(minutes: number, outcomes: readonly ExamOutcome[], cards: number): ExamOption {
	const mean = (of: (outcome: ExamOutcome) => number): number =>
		outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
	const recalled = mean((outcome) => outcome.recalled);
	const spread = mean((outcome) => (outcome.recalled - recalled) ** 2);
	const reach = EIGHTY_PERCENT * Math.sqrt(spread + mean(({ variance }) => variance));
	return {
		minutes,
		minutesUsed: mean((outcome) => outcome.minutes / Math.max(1, outcome.freshByDay.length)),
		recall: recalled / cards,
		low: Math.max(0, recalled - reach) / cards,
		high: Math.min(cards, recalled + reach) / cards,
		notBegun: mean(({ notBegun }) => notBegun),
		givenUp: mean(({ givenUp }) => givenUp),
		freshPerDay: mean(({ freshByDay }) => meanOf(freshByDay.filter((begun) => begun > 0)))
	};
}

function meanOf(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
