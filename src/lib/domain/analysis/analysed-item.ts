import { guessChance } from '../guess-chance';
import { CLASSIFY_LABELS, labelOfKind, type Item } from '../item';
import type { Remark } from '../remark';

/** What analysis must know of an item besides its answers. */
export type AnalysedItem = {
	readonly item: number;
	/** Indices of the right options, remarks included; null where there are no options. True and false are 0 and 1. */
	readonly key: readonly number[] | null;
	readonly options: number;
	/** Whether exactly one option can be chosen. */
	readonly single: boolean;
	/** Chance of being fully right by choosing blindly. */
	readonly guess: number;
	/** The teacher gave everyone the mark: the answers say nothing about learners any more. */
	readonly settled: boolean;
};

/** @returns what analysis must know of an item, with what the teacher said of it later */
export function toAnalysedItem(item: Item, remarks: readonly Remark[]): AnalysedItem {
	const own = remarks.filter((remark) => remark.item === item.number);
	const accepted = own.flatMap((remark) => (remark.kind === 'option' ? [remark.option] : []));
	const written = keyOf(item);
	return {
		item: item.number,
		key: written === null ? null : [...new Set([...written, ...accepted])].sort((a, b) => a - b),
		options: optionsOf(item),
		single: item.type !== 'multiple-choice',
		guess: guessChance(item),
		settled: own.some(({ kind }) => kind === 'all-right')
	};
}

function optionsOf(item: Item): number {
	if (item.type === 'single-choice' || item.type === 'multiple-choice') return item.options.length;
	if (item.type === 'true-false') return 2;
	return item.type === 'classify' ? CLASSIFY_LABELS.length : 0;
}

function keyOf(item: Item): number[] | null {
	if (item.type === 'single-choice' || item.type === 'multiple-choice') {
		return item.options.flatMap(({ correct }, index) => (correct ? [index] : []));
	}
	if (item.type === 'true-false') return [item.answer ? 0 : 1];
	return item.type === 'classify' ? [CLASSIFY_LABELS.indexOf(labelOfKind(item.answer))] : null;
}
