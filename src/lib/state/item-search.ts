import type { GlossaryEntry } from '$lib/content/bank';
import { foldAnswer } from '$lib/domain/fold-answer';
import type { Item } from '$lib/domain/item';
import { toSearchText, type SearchText } from '$lib/domain/search-text';
import type { StudySet } from '$lib/domain/set';

type Name = { readonly name: string; readonly others: readonly string[] };

/**
 * Makes a set's items ready to be searched, by number: by all words of an item, those of its answer too (whoever looks for
 * a question remembers either), by its topic, and by every other name of a glossary term that it mentions.
 */
export function toItemSearch(set: StudySet, glossary: readonly GlossaryEntry[]): ReadonlyMap<number, SearchText> {
	const topics = new Map(set.topics.map(({ id, title }) => [id, title]));
	const names = longestFirst(glossary);
	return new Map(
		set.items.map((item) => {
			const texts = textsOf(item);
			const topic = topics.get(item.topic ?? '') ?? '';
			return [item.number, toSearchText([...texts, topic, ...otherNames(texts, names)])];
		})
	);
}

function longestFirst(glossary: readonly GlossaryEntry[]): Name[] {
	return glossary
		.map(({ term, aliases }) => [term, ...(aliases ?? [])])
		.flatMap((all) => all.map((name) => ({ name: toWords([name]), others: all })))
		.sort((a, b) => b.name.length - a.name.length);
}

/** A name that was found is taken out of the text: the Taliban of “Pakistani Taliban” are not those of Afghanistan. */
function otherNames(texts: readonly string[], names: readonly Name[]): string[] {
	let rest = toWords(texts);
	return names.flatMap(({ name, others }) => {
		if (!rest.includes(name)) return [];
		rest = rest.replaceAll(name, '  ');
		return others;
	});
}

function toWords(texts: readonly string[]): string {
	return ` ${texts.flatMap(foldAnswer).join(' ')} `;
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
