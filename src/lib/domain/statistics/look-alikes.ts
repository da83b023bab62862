import type { CardId } from '../card';
import type { StudyDay } from '../units';
import { MISSES_SINCE, type Miss } from './misses';

/** Two cards of one topic that were missed on the same days. */
export type LookAlikes = { readonly cards: readonly [CardId, CardId]; readonly days: number };

/** Once is chance. */
const LEAST_DAYS = 2;
/** On a day with more misses in one topic than this, sharing it says nothing. */
const MOST_A_DAY = 12;
/** Above any topic's place, which a column of 16 bits holds. */
const TOPICS = 65_536;

/**
 * Pairs of one topic that were missed on the same day, on two days or more: perhaps they are taken for each other. What
 * was answered instead is not in the log, so this is a hint and no proof.
 * @param topics of the cards, as `topicsOf` gives them
 * @param limit at most so many pairs, most often first
 */
export function lookAlikes(
	misses: readonly Miss[],
	cards: readonly CardId[],
	topics: Int16Array,
	today: StudyDay,
	limit: number
): LookAlikes[] {
	// One number each, day before topic before card: 24,000 numbers are sorted in a tenth of the time of as many objects.
	const late = misses.filter(({ place, day }) => day > today - MISSES_SINCE && (topics[place] ?? -1) >= 0);
	const sorted = Float64Array.from(
		late,
		({ place, day }) => (day * TOPICS + (topics[place] ?? 0)) * cards.length + place
	);
	sorted.sort();
	const pairs = new Map<number, number>();
	let group: number[] = [];
	let of = -1;
	for (const number of sorted) {
		const [key, place] = [Math.floor(number / cards.length), number % cards.length];
		if (key !== of) {
			countPairs(group, cards.length, pairs);
			[group, of] = [[], key];
		}
		if (group.at(-1) !== place) group.push(place);
	}
	countPairs(group, cards.length, pairs);
	return [...pairs]
		.filter(([, days]) => days >= LEAST_DAYS)
		.map(([pair, days]) => ({ days, cards: pairOf(cards, pair) }))
		.sort((a, b) => b.days - a.days || compareCards(a.cards[0], b.cards[0]) || compareCards(a.cards[1], b.cards[1]))
		.slice(0, limit);
}

/**
 * Counts every pair of a group, unless it is too large.
 * @param places ascending
 * @param pairs by `a * size + b` with a below b, the number of groups that hold both
 */
function countPairs(places: readonly number[], size: number, pairs: Map<number, number>): void {
	if (places.length > MOST_A_DAY) return;
	for (const [index, a] of places.entries()) {
		for (const b of places.slice(index + 1)) pairs.set(a * size + b, (pairs.get(a * size + b) ?? 0) + 1);
	}
}

/** In the order of their names, so that it does not matter which of them was answered first. */
function pairOf(cards: readonly CardId[], pair: number): readonly [CardId, CardId] {
	const [a, b] = [cards[Math.floor(pair / cards.length)] ?? '', cards[pair % cards.length] ?? ''];
	return a < b ? [a, b] : [b, a];
}

function compareCards(a: CardId, b: CardId): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
