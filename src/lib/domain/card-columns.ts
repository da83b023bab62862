import type { CardId } from './card';

/** The present states of all cards that have one, as columns. See `AnswerColumns` for the reason. */
export type CardColumns = {
	readonly cards: readonly CardId[];
	/** Days until retrievability falls to 0.9. */
	readonly stability: Float64Array;
	/** 1 (easy) to 10 (hard). */
	readonly difficulty: Float64Array;
	/** Study days. */
	readonly dueDay: Int32Array;
	readonly lastDay: Int32Array;
	/** Answers that moved memory; 0 for a card without a memory. */
	readonly reviews: Uint32Array;
	readonly lapses: Uint32Array;
	/** Places in `CARD_PHASES`. */
	readonly phase: Uint8Array;
	/** 1 for a card that was set aside. */
	readonly suspended: Uint8Array;
};

/** The phases of a card in the order in which `CardColumns` counts them. */
export const CARD_PHASES = ['learning', 'review', 'relearning'] as const;
