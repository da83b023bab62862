import { FSRSAlgorithm, Rating as Grades, type FSRSParameters, type Grade } from 'ts-fsrs';
import type { Rating } from './event';
import type { SchedulerParameters } from './scheduler-parameters';
import type { Days } from './units';

// The one file that knows the library, and of the library only its formulas. Its own cards, dates, steps, fuzz and
// rollback are left alone: they count days by the UTC date, seed chance with the millisecond, and undo inexactly.

/**
 * The library watches its parameters through a proxy, for whoever changes them; nobody does here, and asking a proxy for
 * each weight takes longer than the formulas. What difficulty returns to is the same for every answer.
 */
class Formulas extends FSRSAlgorithm {
	readonly #firstDifficulties = new Map<Grade, number>();
	#retention = 0;
	#modifier = 0;

	constructor(params: Partial<FSRSParameters>) {
		super(params);
		this.param = { ...this.param };
	}

	override init_difficulty(rating: Grade): number {
		const known = this.#firstDifficulties.get(rating);
		if (known !== undefined) return known;
		const difficulty = super.init_difficulty(rating);
		this.#firstDifficulties.set(rating, difficulty);
		return difficulty;
	}

	/** @returns what an interval is in stabilities */
	modifierFor(retention: number): number {
		if (retention === this.#retention) return this.#modifier;
		this.#modifier = this.calculate_interval_modifier(retention);
		this.#retention = retention;
		return this.#modifier;
	}
}

/** What FSRS remembers of a card. */
export type Memory = {
	/** Days until retrievability falls to 0.9, 0.001 to 36,500. */
	readonly stability: Days;
	/** 1 (easy) to 10 (hard). */
	readonly difficulty: number;
};

const LOWEST_STABILITY: Days = 0.001;

/** Setting the library up costs far more than a formula does, so once for each set of parameters. */
const known = new WeakMap<SchedulerParameters, Formulas>();

/** Nearly always the same ones are asked for again. */
let lastAsked: { readonly params: SchedulerParameters; readonly formulas: Formulas } | null = null;

removeDateMethods();

/**
 * The memory after an answer.
 * @param memory null before the first answer
 * @param elapsed whole study days since the last answer; a negative number, from a clock set back, counts as 0
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
export function nextMemory(memory: Memory | null, elapsed: Days, rating: Rating, params: SchedulerParameters): Memory {
	if (memory === null) {
		const first = formulasFor(params).next_state(null, Math.max(0, elapsed), rating);
		// The library raises a first stability to 0.1. The reference implementation does not, and fitted weights go lower.
		return { stability: firstStability(rating, params), difficulty: first.difficulty };
	}
	const outlook = outlookFor(memory, Math.max(0, elapsed), params);
	if (outlook.outcome?.rating === rating) return outlook.outcome.memory;
	const { stability, difficulty } = formulasFor(params).next_state(memory, outlook.elapsed, rating, outlook.recall);
	const next = { stability, difficulty };
	outlook.outcome = { rating, memory: next };
	return next;
}

/**
 * The stability alone, after an answer that was remembered: what the other ratings would have led to.
 * @param rating Hard, Good or Easy
 */
export function nextStability(memory: Memory, elapsed: Days, rating: 2 | 3 | 4, params: SchedulerParameters): Days {
	const outlook = outlookFor(memory, Math.max(0, elapsed), params);
	if (outlook.outcome?.rating === rating) return outlook.outcome.memory.stability;
	const formulas = formulasFor(params);
	const grade = REMEMBERED[rating];
	if (outlook.elapsed === 0) return formulas.next_short_term_stability(memory.stability, grade);
	return formulas.next_recall_stability(memory.difficulty, memory.stability, outlook.recall, grade);
}

const REMEMBERED = { 2: Grades.Hard, 3: Grades.Good, 4: Grades.Easy } as const;

/** What a card may come to at an answer. */
type Outlook = {
	readonly stability: Days;
	readonly difficulty: number;
	readonly elapsed: Days;
	readonly params: SchedulerParameters;
	readonly recall: number;
	/** The one that was asked for last. */
	outcome: { readonly rating: Rating; readonly memory: Memory } | null;
};

/** Of the card asked for last: an answer asks for its outcome, then for the stabilities of other ratings and its own again. */
let lastOutlook: Outlook | null = null;

function outlookFor({ stability, difficulty }: Memory, elapsed: Days, params: SchedulerParameters): Outlook {
	const last = lastOutlook;
	const isSameMemory = last?.stability === stability && last.difficulty === difficulty;
	if (isSameMemory && last.elapsed === elapsed && last.params === params) return last;
	const recall = formulasFor(params).forgetting_curve(elapsed, stability);
	lastOutlook = { stability, difficulty, elapsed, params, recall, outcome: null };
	return lastOutlook;
}

/**
 * Probability of recall, 0 to 1. Says nothing true about differences within a day.
 * @param elapsed days since the last answer; negative counts as 0
 */
export function retrievability(elapsed: Days, stability: Days, params: SchedulerParameters): number {
	return formulasFor(params).forgetting_curve(Math.max(0, elapsed), stability);
}

/**
 * The time until retrievability falls to the desired retention, not rounded and not limited.
 * @param desiredRetention above 0, at most 1
 * @returns days with a fraction
 */
export function exactIntervalFor(stability: Days, desiredRetention: number, params: SchedulerParameters): Days {
	return stability * formulasFor(params).modifierFor(desiredRetention);
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

function formulasFor(params: SchedulerParameters): Formulas {
	if (lastAsked?.params === params) return lastAsked.formulas;
	const formulas = known.get(params) ?? new Formulas({ w: [...params.weights] });
	known.set(params, formulas);
	lastAsked = { params, formulas };
	return formulas;
}

/** Importing the library adds four enumerable methods to every date, which breaks for-in over one; nothing needs them. */
function removeDateMethods(): void {
	for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, name);
}
