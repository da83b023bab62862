import { deletionNumbers, deletionWords } from './cloze';
import { CLASSIFY_LABELS, type Item, type MapTarget } from './item';
import { extentOf } from './map-projection';

/** How a question is answered on paper. Letters are capitals, given in the order in which the parts are printed. */
export type PaperForm =
	/** One letter is marked, or every right one. True is A and false B. */
	| { readonly kind: 'choose'; readonly letters: readonly string[]; readonly several: boolean }
	/** A letter goes into each blank: the places of an ordering, the left sides of a matching. */
	| { readonly kind: 'assign'; readonly letters: readonly string[]; readonly blanks: number }
	| { readonly kind: 'write'; readonly blanks: number }
	/** A mark on the printed map. */
	| { readonly kind: 'mark' };

/** What is right on paper; the counterpart of `PaperForm`. */
export type PaperKey =
	/** The letters to mark, in their printed order, or for a form of kind `assign` the letter of each blank. */
	| { readonly kind: 'letters'; readonly letters: readonly string[] }
	/** For each blank the words that count as right, the best first. */
	| { readonly kind: 'words'; readonly blanks: readonly (readonly string[])[] }
	| { readonly kind: 'place'; readonly target: MapTarget };

/** @returns the capital that stands at a place: A for 0. A question has 20 parts at most. */
export function letterAt(place: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + place);
}

/**
 * @param order of the item's parts as the paper has them (`PaperEntry.order`)
 * @returns how the item is answered on paper; a place outside the map is written as a word
 */
export function toPaperForm(item: Item, order: readonly number[]): PaperForm {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return { kind: 'choose', letters: lettersFor(order.length), several: item.type === 'multiple-choice' };
		case 'true-false':
			return { kind: 'choose', letters: lettersFor(2), several: false };
		case 'classify':
			return { kind: 'choose', letters: lettersFor(CLASSIFY_LABELS.length), several: false };
		case 'ordering':
			return { kind: 'assign', letters: lettersFor(order.length), blanks: item.entries.length };
		case 'matching':
			return { kind: 'assign', letters: lettersFor(order.length), blanks: item.pairs.length };
		case 'cloze':
			return { kind: 'write', blanks: deletionNumbers(item.stem).length };
		case 'map':
			return extentOf(item.target) === null ? { kind: 'write', blanks: 1 } : { kind: 'mark' };
		case 'basic':
		case 'short-answer':
			return { kind: 'write', blanks: 1 };
	}
}

/**
 * @param order of the item's parts as the paper has them (`PaperEntry.order`)
 * @returns the right answer to the item as this paper asks it
 */
export function toPaperKey(item: Item, order: readonly number[]): PaperKey {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice': {
			const places = [...order.keys()].filter((place) => item.options[order[place] ?? -1]?.correct === true);
			return { kind: 'letters', letters: places.map(letterAt) };
		}
		case 'true-false':
			return { kind: 'letters', letters: [letterAt(item.answer ? 0 : 1)] };
		case 'classify':
			return { kind: 'letters', letters: [letterAt(CLASSIFY_LABELS.indexOf(item.answer))] };
		case 'ordering':
			return { kind: 'letters', letters: item.entries.map((_, index) => letterAt(order.indexOf(index))) };
		case 'matching':
			return { kind: 'letters', letters: item.pairs.map((_, index) => letterAt(order.indexOf(index))) };
		case 'cloze': {
			const numbers = deletionNumbers(item.stem);
			const { stem, accept } = item;
			return {
				kind: 'words',
				blanks: numbers.map((number) => [...deletionWords(stem, number), ...(accept?.[String(number)] ?? [])])
			};
		}
		case 'basic':
			return { kind: 'words', blanks: [[item.answer]] };
		case 'short-answer':
			return { kind: 'words', blanks: [item.answers] };
		case 'map':
			return { kind: 'place', target: item.target };
	}
}

function lettersFor(count: number): string[] {
	return Array.from({ length: count }, (_, place) => letterAt(place));
}
