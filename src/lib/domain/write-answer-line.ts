import { isWithinTolerance } from './distance';
import { CLASSIFY_LABELS, type Item } from './item';
import { letterAt } from './paper-form';
import type { Paper, Response } from './quiz';
import { MARKED_WRONG } from './read-answer-line';

/**
 * Writes answers as they are typed from paper: the counterpart of `readAnswerLine`.
 * @param responses by index of the paper; null for a question left open
 * @param items those of the paper, as written
 */
export function writeAnswerLine(
	responses: readonly (Response | null)[],
	paper: Paper,
	items: ReadonlyMap<number, Item>
): string {
	return paper
		.map(({ item: number, order }, index) => {
			const [item, response] = [items.get(number), responses[index] ?? null];
			return item === undefined || response === null ? '-' : writeAnswer(response, item, order);
		})
		.join('');
}

function writeAnswer(response: Response, item: Item, order: readonly number[]): string {
	const letterOf = (part: number) => letterAt(order.indexOf(part));
	switch (response.type) {
		case 'choice': {
			const letters = response.chosen.map(letterOf).sort();
			return letters.length === 1 ? letters.join('') : `[${letters.join('')}]`;
		}
		case 'boolean':
			return response.value ? 'T' : 'F';
		case 'label':
			return letterAt(CLASSIFY_LABELS.indexOf(response.label));
		case 'order':
			return `[${response.order.map(letterOf).join('')}]`;
		case 'match':
			return `[${response.right.map((side) => (side === null ? '-' : letterOf(side))).join('')}]`;
		case 'text': {
			if (response.values.every((value) => value === MARKED_WRONG)) return 'x';
			const { values } = response;
			// What holds the line together can't be part of an answer.
			const safe = values.map((value) => value.replaceAll(']', ')'));
			return `[${(values.length > 1 ? safe.map((value) => value.replaceAll(';', ',')) : safe).join(';')}]`;
		}
		case 'point':
			return item.type === 'map' && isWithinTolerance(response, item.target) ? '+' : 'x';
		case 'self':
			return response.knew ? '+' : 'x';
	}
}
