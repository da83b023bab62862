import { FSRSAlgorithm } from 'ts-fsrs';
import type { Rating } from './event';
import type { SchedulerParameters } from './scheduler-parameters';
import type { Days } from './units';

// The one file that knows the library, and of the library only its formulas. Its own cards, dates, steps, fuzz and
// rollback are left alone: they count days by the UTC date, seed chance with the millisecond, and undo inexactly.

/** What FSRS remembers of a card. */
export type Memory = {
	/** Days until retrievability falls to 0.9, 0.001 to 36,500. */
	readonly stability: Days;
	/** 1 (easy) to 10 (hard). */
	readonly difficulty: number;
};

const LOWEST_STABILITY: Days = 0.001;

/** Setting the library up costs far more than a formula does, so once for each set of parameters. */
const algorithms = new WeakMap<SchedulerParameters, FSRSAlgorithm>();

removeDateMethods();

/**
 * The memory after an answer.
 * @param memory null before the first answer
 * @param elapsed whole study days since the last answer; a negative number, from a clock set back, counts as 0
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
export function nextMemory(memory: Memory | null, elapsed: Days, rating: Rating, params: SchedulerParameters): Memory {
	if (memory === null) {
		const first = algorithmFor(params).next_state(null, Math.max(0, elapsed), rating);
		// The library raises a first stability to 0.1. The reference implementation does not, and fitted weights go lower.
		return { stability: firstStability(rating, params), difficulty: first.difficulty };
	}
	const outlook = outlookFor(memory, Math.max(0, elapsed), params);
	const known = outlook.next[rating];
	if (known !== undefined) return known;
	const { stability, difficulty } = algorithmFor(params).next_state(memory, outlook.elapsed, rating, outlook.recall);
	const next = { stability, difficulty };
	outlook.next[rating] = next;
	return next;
}

/** What a card may come to at an answer. */
type Outlook = {
	readonly memory: Memory;
	readonly elapsed: Days;
	readonly params: SchedulerParameters;
	readonly recall: number;
	readonly next: Partial<Record<Rating, Memory>>;
};

/** Of the card asked for last: an answer asks for its outcome, and then for those of other ratings and its own again. */
let lastOutlook: Outlook | null = null;

function outlookFor(memory: Memory, elapsed: Days, params: SchedulerParameters): Outlook {
	const { stability, difficulty } = memory;
	const last = lastOutlook;
	const isSameMemory = last?.memory.stability === stability && last.memory.difficulty === difficulty;
	if (isSameMemory && last.elapsed === elapsed && last.params === params) return last;
	const recall = algorithmFor(params).forgetting_curve(elapsed, stability);
	lastOutlook = { memory, elapsed, params, recall, next: {} };
	return lastOutlook;
}

/**
 * Probability of recall, 0 to 1. Says nothing true about differences within a day.
 * @param elapsed days since the last answer; negative counts as 0
 */
export function retrievability(elapsed: Days, stability: Days, params: SchedulerParameters): number {
	return algorithmFor(params).forgetting_curve(Math.max(0, elapsed), stability);
}

/**
 * The time until retrievability falls to the desired retention, not rounded and not limited.
 * @param desiredRetention above 0, at most 1
 * @returns days with a fraction
 */
export function exactIntervalFor(stability: Days, desiredRetention: number, params: SchedulerParameters): Days {
	return stability * modifierFor(params, desiredRetention);
}

/**
 * The scheduled interval before fuzz.
 * @param desiredRetention above 0, at most 1
 * @returns whole days, from 1 to the maximum interval
 */
export function intervalFor(stability: Days, desiredRetention: number, params: SchedulerParameters): Days {
	const interval = Math.round(exactIntervalFor(stability, desiredRetention, params));
	return Math.min(Math.max(1, interval), params.maximumInterval);
}

function firstStability(rating: Rating, params: SchedulerParameters): Days {
	const stability = params.weights[rating - 1];
	if (stability === undefined) throw new Error('Scheduler parameters without weights: parse them first.');
	return Math.max(LOWEST_STABILITY, stability);
}

function algorithmFor(params: SchedulerParameters): FSRSAlgorithm {
	const known = algorithms.get(params);
	if (known !== undefined) return known;
	const made = new FSRSAlgorithm({ w: [...params.weights] });
	algorithms.set(params, made);
	return made;
}

/** What an interval is in stabilities, for the retention that was asked for last: nearly always the same one. */
const modifiers = new WeakMap<SchedulerParameters, { readonly retention: number; readonly modifier: number }>();

function modifierFor(params: SchedulerParameters, retention: number): number {
	const known = modifiers.get(params);
	if (known?.retention === retention) return known.modifier;
	const modifier = algorithmFor(params).calculate_interval_modifier(retention);
	modifiers.set(params, { retention, modifier });
	return modifier;
}

/** Importing the library adds four enumerable methods to every date, which breaks for-in over one; nothing needs them. */
function removeDateMethods(): void {
	for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, name);
}
