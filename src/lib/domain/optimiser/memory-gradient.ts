import type { Days } from '../units';
import type { MemoryModel, MemoryTrace } from './memory-model';
import {
	HIGHEST_STABILITY,
	LOG_RECALL_AT_STABILITY,
	LOWEST_STABILITY,
	driftlessDifficulty,
	isDifficultyWithin,
	mostAfterLapse,
	ratingFactor,
	unlimitedDifficulty,
	unlimitedFirstDifficulty
} from './memory-model';
import type { TrainingReviews } from './training-reviews';
import { elapsedBefore } from './training-reviews';
import type { PerWeight } from './weights';

/** What the loss changes by when memory at one point of a card's history changes. */
type Slope = { stability: number; difficulty: number; recall: number };

/**
 * Adds one card's share to the gradient of the loss, in one walk from its last answer back to its first (reverse-mode
 * differentiation, written out). The loss is the sum over predictions of importance times -ln(probability of what
 * happened).
 * @param trace filled by `traceCard` for the same card and model
 * @param importance of each answer in the columns; 0 for one that is not predicted
 * @param gradient added to
 */
export function addCardGradient(
	model: MemoryModel,
	reviews: TrainingReviews,
	card: number,
	trace: MemoryTrace,
	importance: Float64Array,
	gradient: PerWeight
): void {
	const start = reviews.starts[card] ?? 0;
	const last = (reviews.starts[card + 1] ?? 0) - 1 - start;
	if (last < 1) return;
	const slope: Slope = { stability: 0, difficulty: 0, recall: 0 };
	for (let place = last; place >= 1; place--) {
		const rating = reviews.rating[start + place] ?? 0;
		const elapsed = elapsedBefore(reviews, start + place);
		slope.recall = 0;
		if (place < last) undoStep(model, rating, elapsed, place, trace, slope, gradient);
		if (elapsed === 0) continue;
		slope.recall += lossSlope(trace.recall[place] ?? 0, rating, importance[start + place] ?? 0);
		undoRecall(model, elapsed, place, trace, slope, gradient);
	}
	undoFirst(model, reviews.rating[start] ?? 0, slope, gradient);
}

/** Derivative of the loss by the predicted recall. */
function lossSlope(recall: number, rating: number, importance: number): number {
	return rating === 1 ? importance / (1 - recall) : -importance / recall;
}

/** From memory after an answer to memory and recall before it. */
function undoStep(
	model: MemoryModel,
	rating: number,
	elapsed: Days,
	place: number,
	trace: MemoryTrace,
	slope: Slope,
	gradient: PerWeight
): void {
	const byStability = slope.stability;
	// Where a limit holds, what was before has no say in what comes after.
	slope.stability = 0;
	undoDifficulty(model, rating, trace.difficulty[place] ?? 0, slope, gradient);
	if (rating === 1 && elapsed > 0) undoLapse(model, place, trace, byStability, slope, gradient);
	else if (isStabilityWithin(trace.unlimited[place] ?? 0)) {
		if (elapsed === 0) undoWithinDay(model, rating, place, trace, byStability, slope, gradient);
		else undoGrowth(model, rating, place, trace, byStability, slope, gradient);
	}
}

function isStabilityWithin(unlimited: Days): boolean {
	return unlimited > LOWEST_STABILITY && unlimited < HIGHEST_STABILITY;
}

function undoGrowth(
	model: MemoryModel,
	rating: number,
	place: number,
	trace: MemoryTrace,
	by: number,
	slope: Slope,
	gradient: PerWeight
): void {
	const { w } = model;
	const stability = trace.stability[place] ?? 0;
	const ease = 11 - (trace.difficulty[place] ?? 0);
	const surprise = trace.surprise[place] ?? 0;
	const plain = by * stability * model.growthScale * ease * (trace.power[place] ?? 0);
	const scale = plain * ratingFactor(w, rating);
	const growth = scale * (surprise - 1);
	slope.stability += by + (growth * (1 - w[9])) / stability;
	slope.difficulty -= growth / ease;
	slope.recall -= scale * w[10] * surprise;
	gradient[8] += growth;
	gradient[9] -= growth * Math.log(stability);
	gradient[10] += scale * (1 - (trace.recall[place] ?? 0)) * surprise;
	if (rating === 2) gradient[15] += plain * (surprise - 1);
	if (rating === 4) gradient[16] += plain * (surprise - 1);
}

function undoLapse(
	model: MemoryModel,
	place: number,
	trace: MemoryTrace,
	by: number,
	slope: Slope,
	gradient: PerWeight
): void {
	const { w } = model;
	const stability = trace.stability[place] ?? 0;
	const unlimited = trace.unlimited[place] ?? 0;
	if (mostAfterLapse(model, stability) < Math.max(unlimited, LOWEST_STABILITY)) {
		undoLapseShare(model, stability, by, slope, gradient);
		return;
	}
	if (!isStabilityWithin(unlimited)) return;
	const difficulty = trace.difficulty[place] ?? 0;
	const power = trace.power[place] ?? 0;
	const left = by * unlimited;
	const byPower = (left * power) / (power - 1);
	slope.stability += (byPower * w[13]) / (stability + 1);
	slope.difficulty -= (left * w[12]) / difficulty;
	slope.recall -= left * w[14];
	gradient[11] += left / w[11];
	gradient[12] -= left * Math.log(difficulty);
	gradient[13] += byPower * Math.log(stability + 1);
	gradient[14] += left * (1 - (trace.recall[place] ?? 0));
}

function undoLapseShare(model: MemoryModel, stability: Days, by: number, slope: Slope, gradient: PerWeight): void {
	const { w, lapseShare } = model;
	if (stability * lapseShare <= LOWEST_STABILITY) return;
	slope.stability += by * lapseShare;
	gradient[17] -= by * stability * lapseShare * w[18];
	gradient[18] -= by * stability * lapseShare * w[17];
}

function undoWithinDay(
	{ w }: MemoryModel,
	rating: number,
	place: number,
	trace: MemoryTrace,
	by: number,
	slope: Slope,
	gradient: PerWeight
): void {
	const stability = trace.stability[place] ?? 0;
	const power = trace.power[place] ?? 0;
	if (rating > 1 && power <= 1) {
		slope.stability += by;
		return;
	}
	const after = by * stability * power;
	slope.stability += by * power * (1 - w[19]);
	gradient[17] += after * (rating - 3 + w[18]);
	gradient[18] += after * w[17];
	gradient[19] -= after * Math.log(stability);
}

function undoDifficulty(model: MemoryModel, rating: number, before: number, slope: Slope, gradient: PerWeight): void {
	const { w } = model;
	const by = slope.difficulty;
	slope.difficulty = 0;
	if (!isDifficultyWithin(unlimitedDifficulty(model, before, rating))) return;
	const kept = by * (1 - w[7]);
	slope.difficulty = kept * (1 + (w[6] * (rating - 3)) / 9);
	gradient[6] -= (kept * (rating - 3) * (10 - before)) / 9;
	gradient[7] += by * (model.easyDifficulty - driftlessDifficulty(w, before, rating));
	addFirstDifficulty(w[5], 4, by * w[7], gradient);
}

/** From recall to the stability it was predicted from. */
function undoRecall(
	{ w, curveFactor }: MemoryModel,
	elapsed: Days,
	place: number,
	trace: MemoryTrace,
	slope: Slope,
	gradient: PerWeight
): void {
	const stability = trace.stability[place] ?? 0;
	const base = 1 + (curveFactor * elapsed) / stability;
	const by = slope.recall * (trace.recall[place] ?? 0);
	const perBase = (by * w[20] * elapsed) / (base * stability);
	const factorSlope = ((curveFactor + 1) * LOG_RECALL_AT_STABILITY) / (w[20] * w[20]);
	slope.stability += (perBase * curveFactor) / stability;
	gradient[20] -= by * Math.log(base) + perBase * factorSlope;
}

function undoFirst({ w }: MemoryModel, rating: number, slope: Slope, gradient: PerWeight): void {
	const stability = w[rating - 1] ?? 0;
	if (stability >= LOWEST_STABILITY) gradient[rating - 1] = (gradient[rating - 1] ?? 0) + slope.stability;
	if (isDifficultyWithin(unlimitedFirstDifficulty(w, rating)))
		addFirstDifficulty(w[5], rating, slope.difficulty, gradient);
}

function addFirstDifficulty(spread: number, rating: number, by: number, gradient: PerWeight): void {
	gradient[4] += by;
	gradient[5] -= by * (rating - 1) * Math.exp((rating - 1) * spread);
}
