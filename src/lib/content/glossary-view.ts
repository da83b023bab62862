import { cardsOfItem } from '../domain/card';
import type { Bank, CompanionParagraph } from './bank';
import { makeTermFinder } from './find-terms';
import { parseGlossaryTerms } from './glossary-terms';
import { itemsAboutTerms } from './items-about';
import { groupByLetter, type LetterGroup } from './letter-groups';

export type GlossaryTerm = {
	readonly id: string;
	readonly term: string;
	readonly aliases: readonly string[];
	readonly text: string;
	/** Numbers of the items about it. */
	readonly items: readonly number[];
	/** How many cards those items make. */
	readonly cards: number;
	/** Paragraphs of the companion that mention it. */
	readonly paragraphs: readonly number[];
};

/** @returns the bank's glossary as its page shows it: by letter, each term with its cards and paragraphs */
export function toGlossaryView(bank: Bank): LetterGroup<GlossaryTerm>[] {
	const about = itemsAboutTerms(bank.items, bank.glossary);
	const find = makeTermFinder(bank.glossary);
	const mentioned = bank.companion.map((paragraph) => ({
		number: paragraph.number,
		terms: mentionsIn(paragraph, find)
	}));
	const terms = bank.glossary.map(({ id, term, aliases = [], text }): GlossaryTerm => {
		const items = about.get(id) ?? [];
		return {
			id,
			term,
			aliases,
			text,
			items: items.map(({ number }) => number),
			cards: items.reduce((sum, item) => sum + cardsOfItem(bank.id, item).length, 0),
			paragraphs: mentioned.filter(({ terms }) => terms.has(id)).map(({ number }) => number)
		};
	});
	return groupByLetter(terms, ({ term }) => term);
}

/** A term counts where it is marked, whatever words stand for it, and where its name occurs. */
function mentionsIn(paragraph: CompanionParagraph, find: (text: string) => ReadonlySet<string>): ReadonlySet<string> {
	const texts = paragraph.blocks.flat().flatMap(({ text, note = '' }) => [text, note]);
	return new Set(
		texts.flatMap((text) => {
			const parts = parseGlossaryTerms(text);
			const marked = parts.flatMap((part) => (part.kind === 'term' ? [part.id] : []));
			const words = parts.map((part) => (part.kind === 'text' ? part.text : (part.label ?? ' '))).join('');
			return [...marked, ...find(words)];
		})
	);
}
