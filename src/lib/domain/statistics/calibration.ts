import { LEAST_SAMPLE, toProportion, type Proportion } from './proportion';

/** Answers of which about the same recall was expected. */
export type CalibrationBin = {
	/** Expected recall, from and below. */
	readonly from: number;
	readonly to: number;
	readonly n: number;
	/** Mean of what was expected, 0 to 1; 0 when there are none. */
	readonly expected: number;
	/** What came of it; null when there are too few. */
	readonly actual: Proportion | null;
};

export type Calibration = {
	/** All of them together; null when there are too few. */
	readonly overall: { readonly expected: number; readonly actual: Proportion } | null;
	readonly bins: readonly CalibrationBin[];
};

/** Bounds in hundredths; finer where most answers fall. */
const BOUNDS = [0, 50, 60, 70, 80, 85, 90, 95, 100] as const;

const BINS = BOUNDS.length - 1;

/** Answers, right ones among them and the sum of what was expected, bin after bin. */
export type CalibrationCounts = Float64Array;

/** How many numbers `CalibrationCounts` has. */
export const CALIBRATION_COUNTS = 3 * BINS;

/** Counts an answer if it is the first review of a day, of a card seen on an earlier day. @param rating as in `AnswerColumns` */
export function countExpected(counts: CalibrationCounts, rating: number, elapsed: number, recall: number): void {
	if (elapsed < 1 || rating > 4) return;
	const bin = 3 * binOf(recall);
	counts[bin] = (counts[bin] ?? 0) + 1;
	if (rating > 1) counts[bin + 1] = (counts[bin + 1] ?? 0) + 1;
	counts[bin + 2] = (counts[bin + 2] ?? 0) + recall;
}

/**
 * Expected against actual recall of the answers that were counted: a forecast is honest when of the answers expected at
 * nine in ten nine in ten come right.
 */
export function calibrate(counts: CalibrationCounts): Calibration {
	const every = (field: number) => counts.filter((_, index) => index % 3 === field);
	const [n, hits, expected] = [every(0), every(1), every(2)];
	const bins = Array.from(n, (size, bin): CalibrationBin => {
		const [from = 0, to = 100] = BOUNDS.slice(bin, bin + 2);
		return {
			from: from / 100,
			to: to / 100,
			n: size,
			expected: size === 0 ? 0 : (expected[bin] ?? 0) / size,
			actual: toProportion(hits[bin] ?? 0, size)
		};
	});
	return { overall: overall(n, hits, expected), bins };
}

function overall(n: Float64Array, hits: Float64Array, expected: Float64Array): Calibration['overall'] {
	const size = n.reduce((sum, count) => sum + count, 0);
	const actual = toProportion(
		hits.reduce((sum, count) => sum + count, 0),
		size,
		LEAST_SAMPLE
	);
	return actual === null ? null : { expected: expected.reduce((sum, part) => sum + part, 0) / size, actual };
}

function binOf(recall: number): number {
	const percent = recall * 100;
	if (percent < 80) return percent < 50 ? 0 : percent < 60 ? 1 : percent < 70 ? 2 : 3;
	return percent < 85 ? 4 : percent < 90 ? 5 : percent < 95 ? 6 : 7;
}
