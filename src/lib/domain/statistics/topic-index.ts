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

/** @returns the place of a card's topic; -1 for a card that has none or whose set is gone */
export function topicOf(card: CardId, { bySet, whole }: TopicIndex): number {
	// `set.item.part`, split without the cost of a pattern: there may be 100,000 of them.
	const setEnd = card.indexOf('.');
	const setId = card.slice(0, setEnd);
	return whole.get(setId) ?? bySet.get(setId)?.[Number(card.slice(setEnd + 1, card.lastIndexOf('.')))] ?? -1;
}
