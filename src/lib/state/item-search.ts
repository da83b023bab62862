import type { GlossaryEntry } from '$lib/content/bank';
import { makeTermFinder } from '$lib/content/find-terms';
import type { Item } from '$lib/domain/item';
import { toSearchText, type SearchText } from '$lib/domain/search-text';
import type { StudySet } from '$lib/domain/set';

/**
 * Makes a set's items ready to be searched, by number: by all words of an item, those of its answer too (whoever looks for
 * a question remembers either), by its topic, and by every other name of a glossary term that it mentions.
 */
export function toItemSearch(set: StudySet, glossary: readonly GlossaryEntry[]): ReadonlyMap<number, SearchText> {
	const topics = new Map(set.topics.map(({ id, title }) => [id, title]));
	const find = makeTermFinder(glossary);
	const names = new Map(glossary.map(({ id, term, aliases = [] }) => [id, [term, ...aliases]]));
	/** The Taliban of “Pakistani Taliban” are not those of Afghanistan: the finder takes the longest name. */
	const namesOfTerms = (texts: readonly string[]) =>
		[...new Set(texts.flatMap((text) => [...find(text)]))].flatMap((id) => names.get(id) ?? []);
	return new Map(
		set.items.map((item) => {
			const texts = textsOf(item);
			const topic = topics.get(item.topic ?? '') ?? '';
			return [item.number, toSearchText([...texts, topic, ...namesOfTerms(texts)])];
		})
	);
}

function textsOf(item: Item): string[] {
	return [item.stem, item.explanation ?? '', ...answersOf(item)];
}

function answersOf(item: Item): readonly string[] {
	switch (item.type) {
		case 'basic':
			return [item.answer];
		case 'single-choice':
		case 'multiple-choice':
			return item.options.map((option) => option.text);
		case 'short-answer':
			return item.answers;
		case 'ordering':
			return item.entries.map((entry) => entry.text);
		case 'matching':
			return item.pairs.flatMap((pair) => [pair.left, pair.right]);
		case 'map':
			return [item.target.place];
		case 'cloze':
		case 'true-false':
		case 'classify':
			return [];
	}
}
