import { foldAnswer } from '../domain/fold-answer';

/** Entries of one initial: a capital letter, or `0–9` for all digits. */
export type LetterGroup<T> = { readonly letter: string; readonly entries: readonly T[] };

/** Sorts entries by name as a dictionary does, without case, accents or leading article, and groups them by initial. */
export function groupByLetter<T>(entries: readonly T[], nameOf: (entry: T) => string): LetterGroup<T>[] {
	const sorted = entries
		.map((entry) => ({ entry, key: foldAnswer(nameOf(entry)).join(' ') }))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
		.map(({ entry, key }) => ({ entry, letter: initialOf(key) }));
	return [...new Set(sorted.map(({ letter }) => letter))].map((letter) => ({
		letter,
		entries: sorted.filter((one) => one.letter === letter).map(({ entry }) => entry)
	}));
}

function initialOf(key: string): string {
	const [first = ''] = key;
	return /\p{N}/u.test(first) ? '0–9' : first.toUpperCase();
}
