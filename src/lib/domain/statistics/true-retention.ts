import type { Days } from '../units';
import { toProportion, type Proportion } from './proportion';

/** The share recalled among answers that came this long after the one before. */
export type RetentionRow = {
	/** Elapsed interval in days, from and to, both included; null: no end. */
	readonly from: Days;
	readonly to: Days | null;
	/** How many answers there were. */
	readonly n: number;
	/** Null when they are too few to say anything. */
	readonly recalled: Proportion | null;
};

export type Retention = { readonly overall: Proportion | null; readonly rows: readonly RetentionRow[] };

/** From 21 days on a card counts as known (`stage.ts`). */
const STARTS: readonly Days[] = [1, 2, 7, 21, 90];

/** Answers and those of them that were recalled, row after row. */
export type RetentionCounts = Uint32Array;

/** How many numbers `RetentionCounts` has. */
export const RETENTION_COUNTS = 2 * STARTS.length;

/**
 * Counts an answer if it is the first review of a day, of a card seen on an earlier day. Later answers on the same day say
 * little about memory, and quiz questions can be guessed.
 * @param rating as in `AnswerColumns`
 */
export function countRecalled(counts: RetentionCounts, rating: number, elapsed: number): void {
	if (elapsed < 1 || rating > 4) return;
	const row = 2 * (elapsed < 2 ? 0 : elapsed < 7 ? 1 : elapsed < 21 ? 2 : elapsed < 90 ? 3 : 4);
	counts[row] = (counts[row] ?? 0) + 1;
	if (rating > 1) counts[row + 1] = (counts[row + 1] ?? 0) + 1;
}

/** True retention by how long ago the card was last answered: the share of the counted answers that was not rated Again. */
export function trueRetention(counts: RetentionCounts): Retention {
	const every = (field: number) => counts.filter((_, index) => index % 2 === field);
	const [n, recalled] = [every(0), every(1)];
	const rows = STARTS.map((from, row): RetentionRow => {
		const next = STARTS[row + 1];
		const count = n[row] ?? 0;
		return {
			from,
			to: next === undefined ? null : next - 1,
			n: count,
			recalled: toProportion(recalled[row] ?? 0, count)
		};
	});
	return { overall: toProportion(sum(recalled), sum(n)), rows };
}

function sum(counts: Uint32Array): number {
	return counts.reduce((total, count) => total + count, 0);
}
