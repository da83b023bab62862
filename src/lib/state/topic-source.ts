import { cardsOfItem } from '$lib/domain/card';
import type { StudySet } from '$lib/domain/set';
import type { TopicIndex } from '$lib/domain/statistics/topic-index';
import type { Library } from './library.svelte';
import type { SetInShort } from './sets-in-short';

/** A topic as it is called; the title of the set where that counts as one. */
export type TopicName = { readonly title: string; readonly lang: string };

export type Topics = { readonly index: TopicIndex; readonly names: readonly TopicName[] };

/** Reading more questions than this just to sort them by topic would take seconds: the set counts as one topic. */
const MOST_ITEMS = 2000;
/** What a column of topics holds. */
const MOST_TOPICS = 32_000;

/** Finds the topics of all sets and which cards belong to them. A set without topics is one itself. */
export async function readTopics(sets: readonly SetInShort[], library: Library): Promise<Topics> {
	const names: TopicName[] = [];
	const cards: number[] = [];
	const bySet = new Map<string, Int16Array>();
	const whole = new Map<string, number>();
	for (const { id, title, lang, items, cards: count, hasTopics } of sets) {
		const set = hasTopics && items <= MOST_ITEMS ? await library.set(id) : null;
		const topics = (set?.topics ?? []).slice(0, Math.max(0, MOST_TOPICS - names.length));
		if (set === null || topics.length === 0) {
			whole.set(id, names.length);
			names.push({ title, lang });
			cards.push(count);
			continue;
		}
		const column = toColumn(set, names.length);
		bySet.set(id, column);
		topics.forEach(({ title: name, id: topic }) => {
			names.push({ title: name, lang });
			cards.push(countCards(set, topic));
		});
	}
	return { index: { cards, bySet, whole }, names };
}

function toColumn({ items, topics }: StudySet, first: number): Int16Array {
	const places = new Map(topics.map(({ id }, index) => [id, first + index]));
	const column = new Int16Array(1 + Math.max(0, ...items.map(({ number }) => number))).fill(-1);
	for (const { number, topic } of items) column[number] = places.get(topic ?? '') ?? -1;
	return column;
}

function countCards({ id, items }: StudySet, topic: string): number {
	return items.reduce((sum, item) => sum + (item.topic === topic ? cardsOfItem(id, item).length : 0), 0);
}
