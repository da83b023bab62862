import type { Days } from '../units';
import type { TrainingReviews } from './training-reviews';
import { elapsedBefore } from './training-reviews';
import type { Weights } from './weights';

// The formulas of FSRS-6 a second time, beside those of fsrs-scheduler.ts: fitting needs their intermediate results, for
// the way back in memory-gradient.ts, and needs them fast. A test holds the two together.

export const LOWEST_STABILITY: Days = 0.001;
export const HIGHEST_STABILITY: Days = 36500;
const LOWEST_DIFFICULTY = 1;
const HIGHEST_DIFFICULTY = 10;

/** Natural logarithm of the recall that stability is defined by. */
export const LOG_RECALL_AT_STABILITY = Math.log(0.9);

/** Weights with everything that depends on nothing else. */
export type MemoryModel = {
	readonly w: Weights;
	/** Scales elapsed days so that recall is 0.9 when they equal stability. */
	readonly curveFactor: number;
	readonly growthScale: number;
	/** An easy first answer's difficulty, not limited: what difficulty drifts to. */
	readonly easyDifficulty: number;
	/** A lapse leaves at most this share of stability. */
	readonly lapseShare: number;
};

/** One card's way through its answers: memory before each answer, and the intermediate results of the step after it. */
export type MemoryTrace = {
	readonly recall: Float64Array;
	readonly stability: Float64Array;
	readonly difficulty: Float64Array;
	/** The new stability before it is limited. */
	readonly unlimited: Float64Array;
	/** The power of stability in the step's formula. */
	readonly power: Float64Array;
	/** The exponential of (1 - recall) in the step's formula: 1 when recall was certain. */
	readonly surprise: Float64Array;
};

export function toMemoryModel(w: Weights): MemoryModel {
	return {
		w,
		curveFactor: Math.exp(-LOG_RECALL_AT_STABILITY / w[20]) - 1,
		growthScale: Math.exp(w[8]),
		easyDifficulty: unlimitedFirstDifficulty(w, 4),
		lapseShare: Math.exp(-w[17] * w[18])
	};
}

/** @param length the most answers of one card */
export function createMemoryTrace(length: number): MemoryTrace {
	const column = (): Float64Array => new Float64Array(length);
	return {
		recall: column(),
		stability: column(),
		difficulty: column(),
		unlimited: column(),
		power: column(),
		surprise: column()
	};
}

/**
 * Follows one card's memory through its answers and fills the trace; place 0 is the first answer, which nothing precedes.
 * @see https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
export function traceCard(model: MemoryModel, reviews: TrainingReviews, card: number, trace: MemoryTrace): void {
	const start = reviews.starts[card] ?? 0;
	const last = (reviews.starts[card + 1] ?? 0) - 1 - start;
	if (last < 1) return;
	const first = reviews.rating[start] ?? 0;
	let stability = firstStability(model.w, first);
	let difficulty = limitDifficulty(unlimitedFirstDifficulty(model.w, first));
	for (let place = 1; place <= last; place++) {
		const elapsed = elapsedBefore(reviews, start + place);
		const rating = reviews.rating[start + place] ?? 0;
		trace.stability[place] = stability;
		trace.difficulty[place] = difficulty;
		const recall = elapsed === 0 ? 1 : recallAfter(model, elapsed, stability);
		trace.recall[place] = recall;
		// What the last answer did to memory is never asked about.
		if (place === last) return;
		if (elapsed === 0) stability = stepWithinDay(model, rating, place, trace);
		else if (rating === 1) stability = stepLapse(model, place, trace);
		else stability = stepRecall(model, rating, place, trace);
		difficulty = nextDifficulty(model, difficulty, rating);
	}
}

/** Difficulty after a first answer, before it is limited to 1 to 10. */
export function unlimitedFirstDifficulty(w: Weights, rating: number): number {
	return w[4] - Math.exp((rating - 1) * w[5]) + 1;
}

/** Difficulty after an answer, before it is drawn towards easy and limited. */
export function driftlessDifficulty(w: Weights, difficulty: number, rating: number): number {
	return difficulty - (w[6] * (rating - 3) * (HIGHEST_DIFFICULTY - difficulty)) / 9;
}

/** Difficulty after an answer, before it is limited. */
export function unlimitedDifficulty(model: MemoryModel, difficulty: number, rating: number): number {
	const drift = model.w[7];
	return drift * model.easyDifficulty + (1 - drift) * driftlessDifficulty(model.w, difficulty, rating);
}

/** Whether a difficulty is as the formula gave it, and so passes a gradient on. */
export function isDifficultyWithin(unlimited: number): boolean {
	return unlimited > LOWEST_DIFFICULTY && unlimited < HIGHEST_DIFFICULTY;
}

/** The most stability that a lapse may leave. */
export function mostAfterLapse(model: MemoryModel, stability: Days): Days {
	return Math.max(LOWEST_STABILITY, stability * model.lapseShare);
}

/** What the answer Hard or Easy multiplies the growth of stability by. */
export function ratingFactor(w: Weights, rating: number): number {
	if (rating === 2) return w[15];
	return rating === 4 ? w[16] : 1;
}

function firstStability(w: Weights, rating: number): Days {
	return Math.max(LOWEST_STABILITY, w[rating - 1] ?? 0);
}

/** A right answer on a later day. */
function stepRecall(model: MemoryModel, rating: number, place: number, trace: MemoryTrace): Days {
	const { w } = model;
	const stability = trace.stability[place] ?? 0;
	const power = Math.exp(-w[9] * Math.log(stability));
	const surprise = Math.exp(w[10] * (1 - (trace.recall[place] ?? 0)));
	const scale = model.growthScale * (11 - (trace.difficulty[place] ?? 0)) * power * ratingFactor(w, rating);
	const unlimited = stability * (1 + scale * (surprise - 1));
	keep(trace, place, unlimited, power, surprise);
	return limitStability(unlimited);
}

/** A wrong answer on a later day. */
function stepLapse(model: MemoryModel, place: number, trace: MemoryTrace): Days {
	const { w } = model;
	const stability = trace.stability[place] ?? 0;
	const power = Math.pow(stability + 1, w[13]);
	const surprise = Math.exp(w[14] * (1 - (trace.recall[place] ?? 0)));
	const unlimited = w[11] * Math.pow(trace.difficulty[place] ?? 0, -w[12]) * (power - 1) * surprise;
	keep(trace, place, unlimited, power, surprise);
	return Math.min(mostAfterLapse(model, stability), limitStability(unlimited));
}

/** Any answer on the same study day as the one before. */
function stepWithinDay(model: MemoryModel, rating: number, place: number, trace: MemoryTrace): Days {
	const { w } = model;
	const stability = trace.stability[place] ?? 0;
	const power = Math.exp(w[17] * (rating - 3 + w[18]) - w[19] * Math.log(stability));
	// A right answer never takes stability away.
	const unlimited = stability * (rating === 1 ? power : Math.max(1, power));
	keep(trace, place, unlimited, power, 1);
	return limitStability(unlimited);
}

function keep(trace: MemoryTrace, place: number, unlimited: Days, power: number, surprise: number): void {
	trace.unlimited[place] = unlimited;
	trace.power[place] = power;
	trace.surprise[place] = surprise;
}

function recallAfter({ w, curveFactor }: MemoryModel, elapsed: Days, stability: Days): number {
	return Math.exp(-w[20] * Math.log(1 + (curveFactor * elapsed) / stability));
}

function limitStability(stability: Days): Days {
	return Math.min(Math.max(stability, LOWEST_STABILITY), HIGHEST_STABILITY);
}

function limitDifficulty(difficulty: number): number {
	return Math.min(Math.max(difficulty, LOWEST_DIFFICULTY), HIGHEST_DIFFICULTY);
}

function nextDifficulty(model: MemoryModel, difficulty: number, rating: number): number {
	return limitDifficulty(unlimitedDifficulty(model, difficulty, rating));
}
