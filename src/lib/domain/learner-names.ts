import { cleanName } from './clean-text';
import { foldAnswer } from './fold-answer';

/** Names in a class list; a whole school year has fewer. */
const MAX_LEARNERS = 1000;

/** Who of a class has handed in. */
export type RollCall = {
	/** Names on the list that no result bears, as they stand there. */
	readonly missing: readonly string[];
	/** Names of results that are not on the list. */
	readonly unlisted: readonly string[];
};

/** @returns what two writings of one name have in common: case, accents, marks and the order of the words don't count */
export function foldName(name: string): string {
	return foldAnswer(name).sort().join(' ');
}

/**
 * Reads a pasted class list: one name a line, of a row copied from a table its first cell. Numbers and bullets before names go.
 * @returns each name once, in the order pasted, at most 1,000
 */
export function parseClassList(text: string): string[] {
	const names = new Map<string, string>();
	for (const line of text.split(/\r\n?|\n/)) {
		if (names.size >= MAX_LEARNERS) break;
		const cell = line.split(/[\t;]/).find((part) => /\p{L}/u.test(part)) ?? '';
		const name = cleanName(cell.replace(/^[\s\d.)•*-]+(?=\s*\p{L})/u, ''));
		const folded = foldName(name);
		if (folded !== '' && !names.has(folded)) names.set(folded, name);
	}
	return [...names.values()];
}

/**
 * Compares a class list with the names on results.
 * @param handedIn names in any writing; may repeat
 */
export function callRoll(classList: readonly string[], handedIn: readonly string[]): RollCall {
	const here = new Set(handedIn.map(foldName));
	const listed = new Set(classList.map(foldName));
	return {
		missing: classList.filter((name) => !here.has(foldName(name))),
		unlisted: [...new Set(handedIn.filter((name) => !listed.has(foldName(name))))]
	};
}
