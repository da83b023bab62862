import { checkAbsolutes, checkNegatives } from './check-absolutes';
import { checkClues } from './check-clues';
import { checkDuplicates } from './check-duplicates';
import { checkKeyPositions } from './check-key-positions';
import { checkLongestKey } from './check-longest-key';
import { checkOptionLengths } from './check-option-lengths';
import { checkReadingLevel } from './check-reading-level';
import { checkTrueFalse } from './check-true-false';
import type { SourceBank } from './parse-bank';
import type { Style } from './style';
import type { Violation } from './violation';

/** Applies the rules of writing: what gives an answer away without knowledge, within an item and across the bank. */
export function checkWriting(source: SourceBank, style: Style): Violation[] {
	return [
		...checkOptionLengths(source),
		...checkAbsolutes(source, style),
		...checkNegatives(source, style),
		...checkClues(source),
		...checkDuplicates(source),
		...checkReadingLevel(source),
		...checkLongestKey(source),
		...checkKeyPositions(source),
		...checkTrueFalse(source)
	];
}
