import { CLASSIFY_LABELS, type Item } from '$lib/domain/item';
import { plainText } from '$lib/domain/text';
import { kindName } from '$lib/i18n/kind-name';
import * as m from '$lib/i18n/paraglide/messages';

/** @returns what each option of an item reads, by index as written; no letters, as every learner saw an order of their own */
export function optionNames(item: Item): string[] {
	if (item.type === 'single-choice' || item.type === 'multiple-choice') {
		return item.options.map(({ text }) => plainText(text));
	}
	if (item.type === 'true-false') return [m.true_answer(), m.false_answer()];
	return item.type === 'classify' ? CLASSIFY_LABELS.map(kindName) : [];
}
