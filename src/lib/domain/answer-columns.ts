import type { CardId } from './card';

/**
 * The answers of a log as columns, in the order of the log; those that were taken back are left out. Statistics over a
 * million answers read these: an object for each would cost a hundred times as much.
 */
export type AnswerColumns = {
	/** The cards that occur; `card` holds places in this list. */
	readonly cards: readonly CardId[];
	readonly card: Uint32Array;
	/** Epoch milliseconds. */
	readonly at: Float64Array;
	/** Study days. */
	readonly day: Int32Array;
	/** 1 to 4 for a review. A quiz answer is `QUIZ_WRONG` or `QUIZ_RIGHT`. */
	readonly rating: Uint8Array;
	readonly tookMs: Uint32Array;
};

export const QUIZ_WRONG = 5;
export const QUIZ_RIGHT = 6;
