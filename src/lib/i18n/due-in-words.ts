import { numberInWords } from './format';
import * as m from './paraglide/messages';

/** @returns the headline of home on a day with so many cards */
export function dueInWords(count: number): string {
	return count > 0 ? m.home_cards_due({ count, words: numberInWords(count) }) : m.home_nothing_due();
}
