import type { AnswerColumns } from '../answer-columns';
import type { MemoryPass } from './memory-pass';
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

/**
 * Expected against actual recall of the first reviews of a day, of cards seen on an earlier day: a forecast is honest when
 * of the answers expected at nine in ten nine in ten come right.
 */
export function calibrate({ rating }: AnswerColumns, { recall, elapsed }: MemoryPass): Calibration {
	const count = BOUNDS.length - 1;
	const n = new Uint32Array(count);
	const hits = new Uint32Array(count);
	const expected = new Float64Array(count);
	for (let i = 0; i < rating.length; i += 1) {
		const answer = rating[i] ?? 0;
		if ((elapsed[i] ?? 0) < 1 || answer > 4) continue;
		const r = recall[i] ?? 0;
		const bin = binOf(r);
		n[bin] = (n[bin] ?? 0) + 1;
		expected[bin] = (expected[bin] ?? 0) + r;
		if (answer > 1) hits[bin] = (hits[bin] ?? 0) + 1;
	}
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

function overall(n: Uint32Array, hits: Uint32Array, expected: Float64Array): Calibration['overall'] {
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
