import { plainText } from '../../src/lib/domain/text';
import { countSyllables } from './syllables';
import { toPlainText } from './words';

/** Below this length one long word would decide. */
const LEAST_WORDS = 8;
/** Of running English prose, about. */
const MEAN_SYLLABLES = 1.5;

type Counted = { readonly sentences: number; readonly words: number; readonly syllables: number };

/**
 * Flesch-Kincaid grade of a text: the school year in which it is read with ease,
 * 0.39 × words per sentence + 11.8 × syllables per word - 15.59.
 *
 * - Names, numbers and short forms count one syllable, as a learner has to know them anyway and they should not decide.
 *   Names are capitalised words within a sentence, and the words of `names`.
 * - A text of fewer than 8 words is measured with as many words of 1.5 syllables added to its last sentence: the formula
 *   was made for passages, and in five words a single "organisation" would make a university text.
 * - A colon or semicolon ends a unit of thought, as a full stop does; so Flesch counted ("The Art of Readable Writing", 1949).
 * @param names folded by `foldName`
 * @returns a grade, mostly between 0 and 16
 * @see J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of new readability formulas for Navy
 * enlisted personnel", Research Branch Report 8-75 (1975)
 */
export function readingGrade(text: string, names: ReadonlySet<string>): number {
	const { sentences, words, syllables } = pad(count(text, names));
	return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** @returns the word in the form in which names are compared: small letters without accents and a possessive ending */
export function foldName(word: string): string {
	return word
		.normalize('NFKD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/['’]s?$/, '');
}

function count(text: string, names: ReadonlySet<string>): Counted {
	const sentences = sentencesOf(plainText(toPlainText(text)));
	const syllables = sentences.map((words) => words.map((word, i) => syllablesOf(word, i === 0, names)));
	const all = syllables.flat();
	return { sentences: Math.max(1, sentences.length), words: all.length, syllables: all.reduce((a, b) => a + b, 0) };
}

/** Words without the marks around them, by sentence. */
function sentencesOf(text: string): string[][] {
	return text
		.split(/[.?!…:;]+["'”’»)]*(?:\s+|$)/u)
		.map((sentence) => sentence.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.,-]*[\p{L}\p{N}\p{M}])?/gu) ?? [])
		.filter((words) => words.length > 0);
}

function syllablesOf(word: string, isFirst: boolean, names: ReadonlySet<string>): number {
	if (/\p{N}/u.test(word) || names.has(foldName(word)) || (!isFirst && /^\p{Lu}/u.test(word))) return 1;
	const parts = word.split('-').filter((part) => part !== '');
	if (parts.some((part) => names.has(foldName(part)))) return parts.length;
	return parts.reduce((sum, part) => sum + (/^\p{Lu}{2,}$/u.test(part) ? 1 : countSyllables(part)), 0);
}

function pad(counted: Counted): Counted {
	const missing = Math.max(0, LEAST_WORDS - counted.words);
	return {
		sentences: counted.sentences,
		words: counted.words + missing,
		syllables: counted.syllables + missing * MEAN_SYLLABLES
	};
}
