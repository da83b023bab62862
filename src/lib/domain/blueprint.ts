import type { ItemDifficulty, ItemType } from './item';

/** So many questions of a kind. What is empty does not restrict. */
export type BlueprintRow = {
	readonly count: number;
	/** Topic ids. */
	readonly topics: readonly string[];
	readonly difficulties: readonly ItemDifficulty[];
	readonly types: readonly ItemType[];
};

/** A part of a quiz under a heading: items that stand in every paper, in this order, then what its rows draw. */
export type Section = {
	/** Empty when it needs no heading. */
	readonly title: string;
	readonly fixed: readonly number[];
	readonly rows: readonly BlueprintRow[];
};

/** Whether everyone gets the same paper, one of two, or one of their own. */
export const PAPER_FORMS = ['same', 'ab', 'each'] as const;
export type PaperForms = (typeof PAPER_FORMS)[number];
