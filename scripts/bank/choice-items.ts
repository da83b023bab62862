import { plainText } from '../../src/lib/domain/text';
import type { SourceItem } from '../../src/lib/content/source-item-schema';
import type { Located, LocatedItem } from './parse-bank';
import { toPlainText } from './words';

export type ChoiceItem = Extract<SourceItem, { readonly type: 'single-choice' | 'multiple-choice' }>;
export type ChoiceOption = ChoiceItem['options'][number];

/** @returns the items with options of which some are right and some wrong; others are reported as broken elsewhere */
export function choiceItems(items: readonly LocatedItem[]): Located<ChoiceItem>[] {
	return items.flatMap(({ value, file, keys }) => {
		if (value.type !== 'single-choice' && value.type !== 'multiple-choice') return [];
		const right = value.options.filter(isRight).length;
		return right > 0 && right < value.options.length ? [{ value, file, keys }] : [];
	});
}

/** @returns whether choosing the option is right */
export function isRight(option: ChoiceOption): boolean {
	return option.correct === true;
}

/** @returns the characters of an option as a learner sees it, without marks */
export function optionLength(option: ChoiceOption): number {
	return Array.from(plainText(toPlainText(option.text))).length;
}
