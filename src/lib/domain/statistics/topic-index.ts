import type { CardId } from '../card';

/** The topics of all sets, and which of them each item belongs to. */
export type TopicIndex = {
	/** How many cards each topic has, seen or not. */
	readonly cards: readonly number[];
	/** By set, the topic's place for each item number; -1 for none. */
	readonly bySet: ReadonlyMap<string, Int16Array>;
	/** Topics of sets too large to look into: every card of the set belongs to this one. */
	readonly whole: ReadonlyMap<string, number>;
};

/** @returns for each card the place of its topic; -1 for a card that has none or whose set is gone */
export function topicsOf(cards: readonly CardId[], { bySet, whole }: TopicIndex): Int16Array {
	const topics = new Int16Array(cards.length);
	let prefix = '.';
	let set: { readonly whole: number | undefined; readonly items: Int16Array | undefined } | undefined;
	for (let place = 0; place < cards.length; place += 1) {
		const card = cards[place] ?? '';
		// Cards of a set stand together, and there may be 100,000 of them.
		if (set === undefined || !card.startsWith(prefix)) {
			prefix = card.slice(0, card.indexOf('.') + 1);
			const setId = prefix.slice(0, -1);
			set = { whole: whole.get(setId), items: bySet.get(setId) };
		}
		const { items } = set;
		topics[place] = set.whole ?? items?.[Number(card.slice(prefix.length, card.lastIndexOf('.')))] ?? -1;
	}
	return topics;
}
