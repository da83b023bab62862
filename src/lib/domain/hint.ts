import { distanceKm } from './distance';
import type { Item, ItemOf } from './item';
import { markResponse } from './marking';
import type { Response } from './quiz';
import { plainText } from './text';

/** Help after a wrong try; it never says the answer. */
export type Hint =
	/** An option, by its index as written, that is wrong and was not chosen. */
	| { readonly kind: 'not-this'; readonly option: number }
	/** How many options are right. */
	| { readonly kind: 'how-many'; readonly count: number }
	| { readonly kind: 'starts-with'; readonly letter: string }
	/** How many of the parts are right as they are. */
	| { readonly kind: 'parts-right'; readonly right: number; readonly count: number }
	/** How far the pin is from the place, in whole kilometres. */
	| { readonly kind: 'distance'; readonly km: number };

/**
 * @param order in which the options were shown
 * @returns help for another try after this wrong answer, or null where any would be the answer itself
 */
export function hintAfter(item: Item, order: readonly number[], response: Response): Hint | null {
	switch (item.type) {
		case 'single-choice':
			return otherWrongOption(item, order, response);
		case 'multiple-choice':
			return { kind: 'how-many', count: item.options.filter(({ correct }) => correct).length };
		case 'short-answer':
			return startOf(item.answers[0] ?? '');
		case 'cloze':
		case 'matching':
		case 'ordering': {
			const { parts } = markResponse(item, response);
			const right = parts.filter(({ correct }) => correct).length;
			return parts.length > 1 ? { kind: 'parts-right', right, count: parts.length } : null;
		}
		case 'map':
			return response.type === 'point' ? { kind: 'distance', km: Math.round(distanceKm(response, item.target)) } : null;
		case 'basic':
		case 'true-false':
		case 'classify':
			return null;
	}
}

/** With fewer than four options, one more out would leave the answer alone. */
function otherWrongOption(item: ItemOf<'single-choice'>, order: readonly number[], response: Response): Hint | null {
	const chosen = response.type === 'choice' ? response.chosen : [];
	const wrong = order.filter((index) => item.options[index]?.correct === false && !chosen.includes(index));
	const [option] = wrong.sort((a, b) => a - b);
	return option === undefined || wrong.length < 2 ? null : { kind: 'not-this', option };
}

function startOf(answer: string): Hint | null {
	const [letter] = plainText(answer).trim();
	return letter === undefined ? null : { kind: 'starts-with', letter };
}
