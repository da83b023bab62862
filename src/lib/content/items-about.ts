import { parseCloze } from '../domain/cloze';
import type { Item } from '../domain/item';
import type { GlossaryEntry } from './bank';
import { makeTermFinder } from './find-terms';

/**
 * Which items are about which glossary term: those that mention it in the stem or the right answer. Where there is none,
 * those that mention it in the explanation.
 * @returns the items by the term's id, in their order; every term has an entry
 */
export function itemsAboutTerms(
	items: readonly Item[],
	glossary: readonly GlossaryEntry[]
): ReadonlyMap<string, readonly Item[]> {
	const find = makeTermFinder(glossary);
	const mentions = items.map((item) => ({
		item,
		asked: new Set(askedTexts(item).flatMap((text) => [...find(text)])),
		explained: find(item.explanation ?? '')
	}));
	return new Map(
		glossary.map(({ id }) => {
			const asking = mentions.filter(({ asked }) => asked.has(id));
			const about = asking.length > 0 ? asking : mentions.filter(({ explained }) => explained.has(id));
			return [id, about.map(({ item }) => item)];
		})
	);
}

/** Stem and right answer. What is wrong says nothing about what an item is about. */
function askedTexts(item: Item): string[] {
	switch (item.type) {
		case 'basic':
			return [item.stem, item.answer];
		case 'short-answer':
			return [item.stem, ...item.answers];
		case 'cloze':
			return [
				parseCloze(item.stem)
					.map(({ text }) => text)
					.join('')
			];
		case 'single-choice':
		case 'multiple-choice':
			return [item.stem, ...item.options.filter(({ correct }) => correct).map(({ text }) => text)];
		case 'ordering':
			return [item.stem, ...item.entries.map(({ text }) => text)];
		case 'matching':
			return [item.stem, ...item.pairs.flatMap(({ left, right }) => [left, right])];
		case 'map':
			return [item.stem, item.target.place];
		case 'true-false':
		case 'classify':
			return [item.stem];
	}
}
