import type { AnswerColumns } from '../answer-columns';
import type { Days } from '../units';
import type { MemoryPass } from './memory-pass';
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

/**
 * True retention by how long ago the card was last answered: first reviews of a day, of cards seen on an earlier day, not
 * rated Again. Later answers on the same day say little about memory, and quiz questions can be guessed.
 */
export function trueRetention({ rating }: AnswerColumns, { elapsed }: MemoryPass): Retention {
	const n = new Uint32Array(STARTS.length);
	const recalled = new Uint32Array(STARTS.length);
	for (let i = 0; i < rating.length; i += 1) {
		const days = elapsed[i] ?? 0;
		const answer = rating[i] ?? 0;
		if (days < 1 || answer > 4) continue;
		const row = days < 2 ? 0 : days < 7 ? 1 : days < 21 ? 2 : days < 90 ? 3 : 4;
		n[row] = (n[row] ?? 0) + 1;
		if (answer > 1) recalled[row] = (recalled[row] ?? 0) + 1;
	}
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
