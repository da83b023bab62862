import type { Confidence } from '../quiz';
import type { DurationMs } from '../units';

/** One learner's answer to one item, marked. An item that the learner's paper did not hold has none. */
export type AnalysedAnswer = {
	readonly item: number;
	/** 0 to 1; a question left open has 0. */
	readonly credit: number;
	readonly answered: boolean;
	/** Options chosen, by index of the item as written; null where the item has none. */
	readonly chosen: readonly number[] | null;
	/** Null when it was not asked for. */
	readonly confidence: Confidence | null;
	readonly tookMs: DurationMs;
};

/** One sitting of one learner, as item analysis sees it. Items that count for nobody are left out. */
export type AnalysedSitting = {
	readonly learner: string;
	readonly answers: readonly AnalysedAnswer[];
	/** Share of a mark that a wrong answer costs; absent for none. */
	readonly penalty?: number;
};

/** @returns the marks an answer earns: its credit, below 0 where a wrong one costs marks */
export function pointsOf({ credit, answered }: AnalysedAnswer, penalty = 0): number {
	return answered && credit === 0 ? 0 - penalty : credit;
}
