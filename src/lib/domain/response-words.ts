import type { Item } from './item';
import { letterAt } from './paper-form';
import type { Response } from './quiz';
import { plainText } from './text';

/** Parts of an answer are told apart by this. */
const JOIN = '; ';

/**
 * Writes an answer as one line, for a table: options by letter as the item was written, not as this learner saw them.
 * @returns empty when nothing was answered or the answer does not belong to the item
 */
export function responseToText(item: Item, response: Response | null): string {
	if (response === null) return '';
	switch (response.type) {
		case 'choice':
			return response.chosen.map((index) => optionText(item, index)).join(JOIN);
		case 'boolean':
			return response.value ? 'true' : 'false';
		case 'text':
			return response.values.join(JOIN);
		case 'order':
			return item.type === 'ordering'
				? response.order.map((index) => plainText(item.entries[index]?.text ?? '')).join(JOIN)
				: '';
		case 'match':
			return matchText(item, response.right);
		case 'point':
			return `${response.lat.toFixed(3)}, ${response.lon.toFixed(3)}`;
		case 'label':
			return response.label;
		case 'self':
			return response.knew ? 'knew it' : 'did not know it';
	}
}

function optionText(item: Item, index: number): string {
	const option = item.type === 'single-choice' || item.type === 'multiple-choice' ? item.options[index] : undefined;
	return option === undefined ? '' : `${letterAt(index)}: ${plainText(option.text)}`;
}

function matchText(item: Item, right: readonly (number | null)[]): string {
	if (item.type !== 'matching') return '';
	const sides = [...item.pairs.map((pair) => pair.right), ...item.extra];
	return item.pairs
		.map(({ left }, index) => {
			const side = sides[right[index] ?? -1];
			return side === undefined ? '' : `${plainText(left)} = ${plainText(side)}`;
		})
		.filter((pair) => pair !== '')
		.join(JOIN);
}
