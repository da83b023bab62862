import { assertNever } from '../../src/lib/domain/result';
import { contentWords } from './content-words';
import { violationAt } from './parse-bank';
import type { LocatedItem, SourceBank } from './parse-bank';
import type { Violation } from './violation';

/** From this share of common words on two questions ask the same; `checkDuplicates` says why. */
const TOO_ALIKE = 0.65;

/**
 * Finds questions that ask nearly the same, whatever their types: the Jaccard index of the sets of their content words.
 * Of the 14,365 pairs among the 170 items of the bank on Pakistan and the Taliban, which are all different, one reaches an
 * index of 0.5 and none 0.6. A question of six content words with one of them exchanged has 5 / 7 = 0.71. The limit lies
 * between.
 * @see P. Jaccard, "Étude comparative de la distribution florale" (1901): size of the common part by size of the union
 */
export function checkDuplicates({ items }: SourceBank): Violation[] {
	const asked = items.map((at) => ({ at, words: askedWords(at) }));
	return asked.flatMap(({ at, words }, i) => {
		const before = asked.slice(0, i).map((other) => ({ id: other.at.value.id, alike: jaccard(words, other.words) }));
		const [nearest] = before.sort((a, b) => b.alike - a.alike);
		if (nearest === undefined || nearest.alike < TOO_ALIKE) return [];
		const percent = String(Math.round(nearest.alike * 100));
		return [violationAt(at, [], `Asks nearly the same as "${nearest.id}": ${percent} % of their words are common.`)];
	});
}

/**
 * The words that make a question this one. Orderings, matchings, map items and statements to sort share their instruction
 * with others of their type, so what counts is what they are about. What a cloze hides is not part of the question: the same
 * fact may be asked from two directions.
 */
export function askedWords({ value }: LocatedItem): ReadonlySet<string> {
	switch (value.type) {
		case 'ordering':
			return new Set(value.entries.flatMap(({ text }) => contentWords(text)));
		case 'matching':
			return new Set(value.pairs.flatMap(({ left, right }) => [...contentWords(left), ...contentWords(right)]));
		case 'map':
			// Two ways of asking for one place are one question; two places never are.
			return new Set([value.place]);
		case 'classify':
			return new Set(contentWords(statementOf(value.stem)));
		case 'cloze':
			return new Set(contentWords(value.stem.replace(/\{\{\d+::[^{}]*\}\}/g, ' ')));
		case 'basic':
		case 'short-answer':
		case 'single-choice':
		case 'multiple-choice':
		case 'true-false':
			return new Set(contentWords(value.stem));
		default:
			return assertNever(value);
	}
}

/** @returns 0 to 1, the common words by all words of both; 0 when there are none */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const common = [...a].filter((word) => b.has(word)).length;
	const all = a.size + b.size - common;
	return all === 0 ? 0 : common / all;
}

/** What follows "What kind of statement is this?" or "Sort this statement:"; the whole stem when nothing does. */
function statementOf(stem: string): string {
	return /^[^?:“"]*[?:]\s+(.+)$/s.exec(stem)?.[1] ?? stem;
}
