import { foldAnswer } from './fold-answer';
import { foldSpelling } from './spelling';

/** A text made ready to be searched: its words as they are, and as names from other scripts are also spelt. */
export type SearchText = { readonly exact: string; readonly loose: string };

/** A word of a search, both ways. */
export type SearchWord = { readonly exact: string; readonly loose: string };

/** Shorter words must be written as they stand: loosely spelt, `UN` and `on` would be the same. */
const LOOSE_MIN_LETTERS = 3;

/** Shorter ones must be whole: loosely spelt, `amir` would also begin `American`. */
const LOOSE_MIN_BEGINNING = 5;

/** Between two names (`Tehrik-e-Taliban`) either may stand, or none. */
const JOINING_VOWELS: ReadonlySet<string> = new Set(['e', 'i']);

/** Between letters a hyphen is written or left out: `de-escalation`, `deescalation`. */
const HYPHENS = /(?<=\p{L})[-‐‑–](?=\p{L})/gu;

/** Folds texts for `isFound`: without case, accents, marks, and with every hyphenated word in one piece too. */
export function toSearchText(texts: readonly string[]): SearchText {
	const words = texts.flatMap((text) => {
		const joined = text.replace(HYPHENS, '');
		return joined === text ? foldAnswer(text) : [...foldAnswer(text), ...foldAnswer(joined)];
	});
	return { exact: joinWords(words), loose: joinWords(words.map(foldSpelling)) };
}

/** @returns the words of what was typed; none when there is nothing to look for */
export function toSearchWords(query: string): SearchWord[] {
	// Folding a text drops its articles; the one that is left of a query was typed alone.
	const words = foldAnswer(query).filter((word, place) => word !== 'the' && (place === 0 || !JOINING_VOWELS.has(word)));
	return words.map((exact) => ({ exact, loose: foldSpelling(exact) }));
}

/**
 * Whether every word begins a word of the text; `tehreek` also finds `Tehrik`. In another spelling a beginning is enough from
 * five letters on, and a whole word, such as `nur` for Noor, from three.
 */
export function isFound(words: readonly SearchWord[], text: SearchText): boolean {
	return words.every((word) => text.exact.includes(` ${word.exact}`) || isFoundLoosely(word, text));
}

function isFoundLoosely({ exact, loose }: SearchWord, text: SearchText): boolean {
	if (exact.length < LOOSE_MIN_LETTERS) return false;
	return text.loose.includes(loose.length < LOOSE_MIN_BEGINNING ? ` ${loose} ` : ` ${loose}`);
}

function joinWords(words: readonly string[]): string {
	return ` ${words.join(' ')} `;
}
