import type { Item } from './item';
import { shuffle, type Rng } from './rng';
import { plainText } from './text';

/**
 * Draws the order in which an item's parts are shown.
 * @returns indices: of options, of ordering entries, or of matching right sides (pairs, then extra); empty for types
 * whose parts keep their place (true-false, claim or fact) or that have none
 */
export function drawPartOrder(item: Item, rng: Rng): number[] {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return orderOptions(
				item.options.map((option) => option.text),
				rng
			);
		case 'ordering':
			return drawWrongOrder(item.entries.length, rng);
		case 'matching':
			return shuffle([...Array(item.pairs.length + item.extra.length).keys()], rng);
		case 'basic':
		case 'cloze':
		case 'true-false':
		case 'map':
		case 'classify':
		case 'short-answer':
			return [];
	}
}

/** Numbers and years are easier to read in ascending order, and that order gives nothing away. */
function orderOptions(texts: readonly string[], rng: Rng): number[] {
	const indices = [...texts.keys()];
	const numbers = toNumbers(texts);
	if (numbers === null) return shuffle(indices, rng);
	return indices.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
}

/** An ordering that starts solved is no question, so the right order is turned by one place. */
function drawWrongOrder(length: number, rng: Rng): number[] {
	const order = shuffle([...Array(length).keys()], rng);
	const isRight = order.every((index, place) => index === place);
	return isRight ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** @returns the number each text stands for when all are numbers with the same unit or none, else null */
function toNumbers(texts: readonly string[]): number[] | null {
	const parsed = texts.map(toNumber);
	const units = new Set(parsed.map((number) => number?.unit));
	if (units.size !== 1) return null;
	const numbers = parsed.flatMap((number) => (number === null ? [] : [number.value]));
	return numbers.length === texts.length ? numbers : null;
}

function toNumber(text: string): { readonly value: number; readonly unit: string } | null {
	const plain = plainText(text).trim().replace('−', '-');
	const [digits] = /^-?\d[\d,.]*/.exec(plain) ?? [];
	if (digits === undefined) return null;
	const value = Number(digits.replace(/,(?=\d{3})/g, ''));
	const unit = plain.slice(digits.length).trim();
	return Number.isNaN(value) ? null : { value, unit };
}
