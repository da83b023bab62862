import { foldAnswer } from '../domain/fold-answer';
import type { GlossaryEntry } from './bank';

type Name = { readonly id: string; readonly words: readonly string[]; readonly hasPlural: boolean };

/**
 * Prepares the search for glossary terms in running text. What it returns gives the ids of the terms that a text mentions
 * by name or alias: in whole words, whatever their case and accents, also in the plural or the possessive. Of names that lie
 * in one another the longest counts, so `Pakistani Taliban` is no mention of the Afghan Taliban, whose alias is `Taliban`.
 */
export function makeTermFinder(glossary: readonly GlossaryEntry[]): (text: string) => ReadonlySet<string> {
	const names = glossary
		.flatMap(({ id, term, aliases = [] }) => [term, ...aliases].map((name) => toName(id, name)))
		.filter(({ words }) => words.length > 0)
		.sort((a, b) => b.words.length - a.words.length);
	return (text) => findIn(foldAnswer(text.replace(/['’]s\b/g, '')), names);
}

/** An abbreviation takes no plural: ISI and an s are another name. */
function toName(id: string, name: string): Name {
	return { id, words: foldAnswer(name), hasPlural: /\p{Ll}$/u.test(name) };
}

function findIn(words: readonly string[], names: readonly Name[]): ReadonlySet<string> {
	const found = new Set<string>();
	let at = 0;
	while (at < words.length) {
		const longest = names.find((name) => standsAt(words, at, name));
		if (longest !== undefined) found.add(longest.id);
		at += longest?.words.length ?? 1;
	}
	return found;
}

function standsAt(words: readonly string[], at: number, { words: name, hasPlural }: Name): boolean {
	return name.every((word, index) => {
		const there = words[at + index];
		const isLast = index === name.length - 1;
		return there === word || (isLast && hasPlural && there === `${word}s`);
	});
}
