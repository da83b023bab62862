import { matchAnswer } from './answer-match';
import { deletionNumbers, deletionWords } from './cloze';
import { isWithinTolerance } from './distance';
import type { Item, ItemOf, Option } from './item';
import { isAnswered, type Response } from './quiz';

/** One scored part. */
export type PartMark = {
	readonly correct: boolean;
	readonly answered: boolean;
	/** The accepted answer that a typed one was taken for in spite of a slip; null when nothing was forgiven. */
	readonly closeTo: string | null;
};

export type Mark = {
	/** False when there was no answer, or none that fits the item's type. */
	readonly answered: boolean;
	/** Everything right: credit 1. */
	readonly correct: boolean;
	/** 0 to 1. */
	readonly credit: number;
	/**
	 * By part: cloze deletions ascending, options (right when chosen and correct, or neither), pairs of a matching, and
	 * for an ordering whether entry i + 1 directly follows entry i; one part for every other type.
	 */
	readonly parts: readonly PartMark[];
};

const WRONG: PartMark = { correct: false, answered: true, closeTo: null };
const RIGHT: PartMark = { correct: true, answered: true, closeTo: null };
const BLANK: PartMark = { correct: false, answered: false, closeTo: null };

/**
 * Marks one answer by correctness alone; speed never counts.
 * Credit: cloze and matching by share of parts; multiple choice by right choices minus wrong ones over the number of
 * right options, never below 0; ordering by share of neighbours (see `markOrder`); every other type all or nothing.
 * A response of another type than the item asks for (the set has changed since) counts as none.
 */
export function markResponse(item: Item, response: Response | null): Mark {
	const parts = response !== null && isAnswered(response) ? markParts(item, response) : null;
	if (parts === null) return { answered: false, correct: false, credit: 0, parts: [] };
	const credit =
		item.type === 'multiple-choice' ? choiceCredit(item.options, parts) : shareOf(parts, (part) => part.correct);
	return { answered: true, correct: credit === 1, credit, parts };
}

/**
 * Marks one answer by the learner's own word: what was typed counts as right. A blank stays one, so a cloze with an empty
 * gap is right in its other parts only.
 * @param mark of a typed answer
 */
export function overruleMark(mark: Mark): Mark {
	const parts = mark.parts.map((part) => (part.answered && !part.correct ? RIGHT : part));
	const credit = shareOf(parts, (part) => part.correct);
	return { ...mark, parts, credit, correct: credit === 1 };
}

/** @returns whether this marking is the learner's to overrule: something was typed that was not accepted */
export function isOverrulable(response: Response | null, mark: Mark): boolean {
	return response?.type === 'text' && mark.parts.some((part) => part.answered && !part.correct);
}

function markParts(item: Item, response: Response): PartMark[] | null {
	switch (item.type) {
		case 'basic':
			if (response.type === 'self') return [toPart(response.knew)];
			return response.type === 'text' ? [markText(response.values[0], [item.answer])] : null;
		case 'short-answer':
			return response.type === 'text' ? [markText(response.values[0], item.answers)] : null;
		case 'cloze':
			return response.type === 'text' ? markCloze(item, response.values) : null;
		case 'single-choice':
			return response.type === 'choice' ? [toPart(isOnlyRightOption(item.options, response.chosen))] : null;
		case 'multiple-choice':
			return response.type === 'choice' ? markChoices(item.options, response.chosen) : null;
		case 'true-false':
			return response.type === 'boolean' ? [toPart(response.value === item.answer)] : null;
		case 'ordering':
			return response.type === 'order' ? markOrder(item, response.order) : null;
		case 'matching':
			return response.type === 'match' ? markMatch(item, response.right) : null;
		case 'map':
			return response.type === 'point' ? [toPart(isWithinTolerance(response, item.target))] : null;
		case 'classify':
			return response.type === 'label' ? [toPart(response.label === item.answer)] : null;
	}
}

function toPart(correct: boolean): PartMark {
	return correct ? RIGHT : WRONG;
}

function shareOf(parts: readonly PartMark[], counts: (part: PartMark) => boolean): number {
	return parts.length === 0 ? 0 : parts.filter(counts).length / parts.length;
}

function markText(value: string | undefined, accepted: readonly string[]): PartMark {
	if (value === undefined || value.trim() === '') return BLANK;
	const found = matchAnswer(value, accepted);
	if (found.match === 'none') return WRONG;
	return found.match === 'exact' ? RIGHT : { ...RIGHT, closeTo: found.answer };
}

function markCloze(item: ItemOf<'cloze'>, values: readonly string[]): PartMark[] {
	return deletionNumbers(item.stem).map((number, i) => {
		// One field asks for all words under a number; spaces and commas between them don't matter.
		const words = deletionWords(item.stem, number).join(' ');
		return markText(values[i], [words, ...(item.accept?.[String(number)] ?? [])]);
	});
}

function isOnlyRightOption(options: readonly Option[], chosen: readonly number[]): boolean {
	const [only] = chosen;
	return only !== undefined && chosen.length === 1 && options[only]?.correct === true;
}

function markChoices(options: readonly Option[], chosen: readonly number[]): PartMark[] {
	return options.map((option, i) => toPart(option.correct === chosen.includes(i)));
}

/** A wrong part of an incorrect option is a wrong choice; of a correct option, a choice not made. */
function choiceCredit(options: readonly Option[], parts: readonly PartMark[]): number {
	const rightOptions = options.filter((option) => option.correct).length;
	const rights = options.filter((option, i) => option.correct && parts[i]?.correct === true).length;
	const wrongs = options.filter((option, i) => !option.correct && parts[i]?.correct === false).length;
	return rightOptions === 0 ? 0 : Math.max(0, (rights - wrongs) / rightOptions);
}

/**
 * Share of neighbours kept: for each entry but the first, whether it stands directly behind its predecessor. Chosen
 * over "at the right place", where one entry put too early makes all the others wrong. Chance earns 1/n.
 * @see Moodle's ordering question, grading type "relative to the next item (excluding last)"
 */
function markOrder(item: ItemOf<'ordering'>, order: readonly number[]): PartMark[] {
	return item.entries.slice(1).map((_, i) => {
		const place = order.indexOf(i);
		return toPart(place !== -1 && order[place + 1] === i + 1);
	});
}

/** Compared by text, as two pairs may have the same right side. */
function markMatch(item: ItemOf<'matching'>, right: readonly (number | null)[]): PartMark[] {
	const sides = [...item.pairs.map((pair) => pair.right), ...item.extra];
	return item.pairs.map((pair, i) => {
		const index = right[i] ?? null;
		return index === null ? BLANK : toPart(sides[index] === pair.right);
	});
}
