import { createRng } from '../rng';
import type { Days, StudyDay } from '../units';
import type { WaitingLoss } from './backlog-priority';
import { createWaitingLoss } from './backlog-priority';
import { runsFor, toEstimate } from './estimate';
import type { Progress } from './forecast';
import type { Learner } from './learner';
import type { MemoryColumns } from './memory-columns';
import type { Order } from './study-run';
import { StudyRun } from './study-run';
import { takeBest } from './take-best';

/** When nothing waits any more at the end of a day, or that it does not come to that within a year. */
export type Clearance =
	| {
			readonly kind: 'cleared';
			readonly low: StudyDay;
			readonly median: StudyDay;
			/** Null when one run in ten takes longer than a year. */
			readonly high: StudyDay | null;
	  }
	| { readonly kind: 'never' };

export type BacklogOption = { readonly minutes: number; readonly clearance: Clearance };

export type BacklogPlan = {
	/** Cards due today. */
	readonly waiting: number;
	/** Minutes it would take to review them all today. */
	readonly minutesNow: number;
	readonly chosen: BacklogOption;
	readonly others: readonly BacklogOption[];
};

export const BACKLOG_MINUTES = [5, 10, 15, 20, 30, 45, 60] as const;

const LONGEST: Days = 365;

/**
 * Plans how to clear a backlog with so many minutes a day, the cards that lose most by waiting first. What comes due
 * meanwhile is counted; new cards wait until it is cleared.
 * @param minutes a day, as chosen
 * @param others minutes a day to compare with
 */
export function planBacklog(
	cards: MemoryColumns,
	today: StudyDay,
	minutes: number,
	learner: Learner,
	seed: number,
	others: readonly number[] = BACKLOG_MINUTES,
	progress?: Progress
): BacklogPlan {
	const choices = [minutes, ...others];
	const runs = Math.min(MOST_RUNS, runsFor(cards.stability.length, LONGEST * choices.length));
	const clearances = new Map<number, Clearance>();
	// From the most minutes down: where those are too few, fewer are too few as well.
	for (const choice of choices.toSorted((a, b) => b - a)) {
		const isHopeless = Array.from(clearances.values()).some(({ kind }) => kind === 'never');
		clearances.set(choice, isHopeless ? NEVER : clearance(cards, today, choice, learner, seed, runs));
		progress?.(clearances.size / choices.length);
	}
	const toOption = (choice: number): BacklogOption => ({
		minutes: choice,
		clearance: clearances.get(choice) ?? NEVER
	});
	return {
		...sizeOf(cards, today, createWaitingLoss(learner)),
		chosen: toOption(minutes),
		others: others.map(toOption)
	};
}

const NEVER: Clearance = { kind: 'never' };

function clearance(
	cards: MemoryColumns,
	today: StudyDay,
	minutes: number,
	learner: Learner,
	seed: number,
	runs: number
): Clearance {
	return toClearance(
		Array.from({ length: runs }, (_, run) => daysToClear(cards, today, minutes, learner, seed + run)),
		today
	);
}

/** The date hardly differs from run to run. */
const MOST_RUNS = 10;

/** @returns days from today to the end of the first day on which nothing waits; Infinity when that is beyond a year */
function daysToClear(cards: MemoryColumns, today: StudyDay, minutes: number, learner: Learner, seed: number): number {
	const pace = { fresh: 0, reviews: Infinity, minutes };
	const order = byLoss(createWaitingLoss(learner), cards.stability.length);
	const run = new StudyRun({ cards, fresh: 0, today, days: LONGEST, pace }, learner, createRng(seed), order);
	for (let days = 0; days < LONGEST; days++) {
		if (run.next().waiting === 0) return days;
	}
	return Infinity;
}

/** A value may be so old: it hardly changes in a week, and working out all of them every day takes seven times as long. */
const FRESH_VALUE: Days = 7;

function byLoss({ perSecond }: WaitingLoss, size: number): Order {
	const values = new Float64Array(size);
	const workedOut = new Int32Array(size).fill(-(2 ** 31));
	return (waiting, day, most, cards) => {
		const losses = new Float64Array(waiting.length);
		for (const [place, card] of waiting.entries()) {
			const since = workedOut[card] ?? NaN;
			if (since < day - FRESH_VALUE || since <= cards.lastDay(card)) {
				const memory = { stability: cards.stability(card), difficulty: cards.difficulty(card) };
				values[card] = perSecond(memory, Math.max(0, day - cards.lastDay(card)));
				workedOut[card] = day;
			}
			losses[place] = values[card] ?? NaN;
		}
		return takeBest(losses, most).flatMap((place) => waiting[place] ?? []);
	};
}

function toClearance(days: readonly number[], today: StudyDay): Clearance {
	const { low, median, high } = toEstimate(days);
	if (median === Infinity) return NEVER;
	const dayOf = (after: number): StudyDay => today + Math.round(after);
	return { kind: 'cleared', low: dayOf(low), median: dayOf(median), high: high === Infinity ? null : dayOf(high) };
}

function sizeOf(
	{ stability, difficulty, lastDay, dueDay }: MemoryColumns,
	today: StudyDay,
	loss: WaitingLoss
): Pick<BacklogPlan, 'waiting' | 'minutesNow'> {
	const due = Array.from(dueDay.keys()).filter((card) => (dueDay[card] ?? Infinity) <= today);
	const seconds = due.reduce((sum, card) => {
		const memory = { stability: stability[card] ?? NaN, difficulty: difficulty[card] ?? NaN };
		return sum + loss.seconds(memory, Math.max(0, today - (lastDay[card] ?? NaN)));
	}, 0);
	return { waiting: due.length, minutesNow: seconds / 60 };
}
