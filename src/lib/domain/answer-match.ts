import { foldAnswer } from './fold-answer';

/** How a typed answer compares; `answer` is the accepted one it was nearest to. */
export type AnswerMatch = { readonly match: 'exact' | 'close'; readonly answer: string } | { readonly match: 'none' };

/** From this length on one slip is a slip; in shorter words it mostly makes another word. */
const SLIP_MIN_LETTERS = 6;

/**
 * Compares a typed answer with the accepted ones. Case, accents, punctuation, hyphens, spaces and articles don't matter. One slip of the finger in one word of six letters or more is `close`, which counts as right; words with
 * digits must be the same.
 */
export function matchAnswer(given: string, accepted: readonly string[]): AnswerMatch {
	const words = foldAnswer(given);
	const exact = accepted.find((answer) => isSame(given, words, answer));
	if (exact !== undefined) return { match: 'exact', answer: exact };
	const close = accepted.find((answer) => isClose(words, foldAnswer(answer)));
	return close === undefined ? { match: 'none' } : { match: 'close', answer: close };
}

function isSame(given: string, words: readonly string[], answer: string): boolean {
	const expected = foldAnswer(answer);
	// An answer made of marks alone, such as `?`, has nothing left to fold and is compared as it is.
	if (expected.length === 0) return given.trim() !== '' && given.trim() === answer.trim();
	return joinWords(words) === joinWords(expected);
}

/** Spaces don't count, save between digits: `1 2` is not 12. */
function joinWords(words: readonly string[]): string {
	return words
		.join(' ')
		.replace(/(\d) (?=\d)/g, '$1_')
		.replaceAll(' ', '');
}

function isClose(given: readonly string[], expected: readonly string[]): boolean {
	if (given.length !== expected.length) return false;
	const differing = expected.flatMap((word, i) => (given[i] === word ? [] : [{ word, typed: given[i] ?? '' }]));
	const [only] = differing;
	return only !== undefined && differing.length === 1 && isForgivable(only.word, only.typed);
}

function isForgivable(word: string, typed: string): boolean {
	if (/\p{N}/u.test(word + typed)) return false;
	const letters = Array.from(word);
	const typedLetters = Array.from(typed);
	if (letters.length < SLIP_MIN_LETTERS) return false;
	// A letter more or less at the front makes another word (`moral`, `amoral`) more often than a slip.
	if (letters.slice(1).join('') === typed || typedLetters.slice(1).join('') === word) return false;
	return isOneSlip(letters, typedLetters);
}

/**
 * Whether one letter left out, added or replaced, or two neighbours swapped, turns `a` into the different word `b`: a
 * Damerau-Levenshtein distance of 1. Linear time: looks at what is left between the common start and the common end.
 * @see F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964)
 */
function isOneSlip(a: readonly string[], b: readonly string[]): boolean {
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	const [lostA, lostB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
	if (lostA.length <= 1 && lostB.length <= 1) return true;
	return lostA.length === 2 && lostB.length === 2 && lostA[0] === lostB[1] && lostA[1] === lostB[0];
}
