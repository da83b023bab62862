import { choiceItems, optionLength } from './choice-items';
import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

const MOST_TIMES = 2;
/** Names and numbers are as long as they are: nobody reads a hint into `Iran` beside `Pakistan`, or `9` beside `1893`. */
const SHORT = 12;

/**
 * Options of one item are alike in length: the longest has at most twice the characters of the shortest. Items all of whose
 * options have at most 12 characters are left alone, because there a name cannot be made longer.
 */
export function checkOptionLengths({ items }: SourceBank): Violation[] {
	return choiceItems(items).flatMap((at) => {
		const lengths = at.value.options.map(optionLength);
		const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
		if (most <= SHORT || most <= MOST_TIMES * least) return [];
		const message = `This option has ${String(most)} characters, the shortest ${String(least)}: more than twice as many.`;
		return [violationAt(at, ['options', lengths.indexOf(most)], message)];
	});
}
