import type { TrainingReviews } from './training-reviews';
import { elapsedBefore } from './training-reviews';

/** How far predictions are from what happened; smaller is better. */
export type PredictionError = {
	/** Mean of -ln(probability given to what happened). Every prediction counts the same. */
	readonly logLoss: number;
	/** Root mean square, 0 to 1, of predicted minus actual recall among predictions of a kind. */
	readonly rmseBins: number;
};

type Bin = { count: number; excess: number };

/** Each bin of elapsed days, of answers and of lapses is this many times as wide as the one before. */
const ELAPSED_RATIO = 3.62;
const ANSWERS_RATIO = 1.89;
const LAPSES_RATIO = 1.73;

/**
 * @param recall predicted for each answer in the columns
 * @param predictions positions of those that count, at least one
 */
export function predictionErrorOf(
	reviews: TrainingReviews,
	recall: Float64Array,
	predictions: Uint32Array
): PredictionError {
	let loss = 0;
	for (const i of predictions) {
		const predicted = recall[i] ?? 1;
		loss -= Math.log(reviews.rating[i] === 1 ? 1 - predicted : predicted);
	}
	return { logLoss: loss / predictions.length, rmseBins: rmseInBins(reviews, recall, predictions) };
}

/**
 * Log loss rewards sharpness and honesty together; this is honesty alone, so a learner can be told it.
 * @see RMSE (bins) and r_matrix_index of fsrs-rs 6, https://github.com/open-spaced-repetition/fsrs-rs
 */
function rmseInBins(reviews: TrainingReviews, recall: Float64Array, predictions: Uint32Array): number {
	const names = binNames(reviews);
	const bins = new Map<number, Bin>();
	for (const i of predictions) {
		const bin = bins.get(names[i] ?? 0) ?? { count: 0, excess: 0 };
		bin.count++;
		bin.excess += (recall[i] ?? 1) - (reviews.rating[i] === 1 ? 0 : 1);
		bins.set(names[i] ?? 0, bin);
	}
	let sum = 0;
	for (const { count, excess } of bins.values()) sum += (excess * excess) / count;
	return Math.sqrt(sum / predictions.length);
}

/** A number for each kind of answer: alike in elapsed days, in answers and in lapses so far. Same-day ones do not count. */
function binNames(reviews: TrainingReviews): Uint32Array {
	const names = new Uint32Array(reviews.rating.length);
	for (let card = 0; card + 1 < reviews.starts.length; card++) {
		let answers = 1;
		let lapses = 0;
		const end = reviews.starts[card + 1] ?? 0;
		for (let i = (reviews.starts[card] ?? 0) + 1; i < end; i++) {
			const elapsed = elapsedBefore(reviews, i);
			if (elapsed === 0) continue;
			answers++;
			names[i] =
				binOf(elapsed, ELAPSED_RATIO) * 10_000 + binOf(answers, ANSWERS_RATIO) * 100 + binOf(lapses, LAPSES_RATIO);
			if (reviews.rating[i] === 1) lapses++;
		}
	}
	return names;
}

/** @returns 0 for 0, 1 from 1 to the ratio, 2 from there to its square, and so on */
function binOf(value: number, ratio: number): number {
	return value === 0 ? 0 : 1 + Math.floor(Math.log(value) / Math.log(ratio));
}
