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
	/** Empty without a heading: it then goes on with the section before it, unless it is `UNTITLED`. */
	readonly title: string;
	readonly fixed: readonly number[];
	readonly rows: readonly BlueprintRow[];
};

/**
 * The title of a part of its own without a heading. A space, since links and stored quizzes have always had any text here:
 * a version that does not know it takes it for an empty one.
 */
export const UNTITLED = ' ';

/** Whether everyone gets the same paper, one of two, or one of their own. */
export const PAPER_FORMS = ['same', 'ab', 'each'] as const;
export type PaperForms = (typeof PAPER_FORMS)[number];
