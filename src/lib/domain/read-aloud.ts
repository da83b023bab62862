import { coverDeletions } from './cloze-text';
import type { Item } from './item';
import { plainText, textOfBlocks } from './text';

/**
 * What is read aloud of a question, piece by piece: the stem, then what there is to choose from, in the order on the screen
 * and with the letters it has there.
 * @param order of its parts on the paper
 * @param blank the word for a gap
 */
export function readingOf(item: Item, order: readonly number[], blank: string): readonly string[] {
	const stem =
		item.type === 'cloze'
			? textOfBlocks(coverDeletions(item.stem, 'all')).replaceAll('[…]', blank)
			: plainText(item.stem);
	return [stem, ...partsOf(item, order)];
}

function partsOf(item: Item, order: readonly number[]): readonly string[] {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice': {
			const options = order.flatMap((index) => item.options[index]?.text ?? []);
			return options.map((text, place) => `${String.fromCharCode(65 + place)}. ${plainText(text)}`);
		}
		case 'ordering':
			return order.flatMap((index) => item.entries[index]?.text ?? []).map(plainText);
		case 'matching': {
			const right = [...item.pairs.map((pair) => pair.right), ...item.extra];
			return [...item.pairs.map(({ left }) => left), ...order.flatMap((index) => right[index] ?? [])].map(plainText);
		}
		case 'basic':
		case 'short-answer':
		case 'cloze':
		case 'true-false':
		case 'classify':
		case 'map':
			return [];
	}
}
