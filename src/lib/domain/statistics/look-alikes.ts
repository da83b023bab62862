import type { AnswerColumns } from '../answer-columns';
import { QUIZ_WRONG } from '../answer-columns';
import type { CardId } from '../card';
import type { Days, StudyDay } from '../units';
import { topicOf, type TopicIndex } from './topic-index';

/** Two cards of one topic that were missed on the same days. */
export type LookAlikes = { readonly cards: readonly [CardId, CardId]; readonly days: number };

/** Once is chance. */
const LEAST_DAYS = 2;
const SINCE: Days = 180;
/** On a day with more misses in one topic than this, sharing it says nothing. */
const MOST_A_DAY = 12;
/** Above any topic's place, which a column of 16 bits holds. */
const TOPICS = 65_536;

/**
 * Pairs of one topic that were missed on the same day, on two days or more: perhaps they are taken for each other. What
 * was answered instead is not in the log, so this is a hint and no proof.
 * @param limit at most so many pairs, most often first
 */
export function lookAlikes(
	{ cards, card, day, rating }: AnswerColumns,
	topics: TopicIndex,
	today: StudyDay,
	limit: number
): LookAlikes[] {
	const missed = new Map<number, Set<number>>();
	for (let i = 0; i < rating.length; i += 1) {
		if ((rating[i] !== 1 && rating[i] !== QUIZ_WRONG) || (day[i] ?? 0) <= today - SINCE) continue;
		const place = card[i] ?? 0;
		const topic = topicOf(cards[place] ?? '', topics);
		if (topic === -1) continue;
		const key = (day[i] ?? 0) * TOPICS + topic;
		const together = missed.get(key);
		if (together === undefined) missed.set(key, new Set([place]));
		else together.add(place);
	}
	return [...countPairs(missed.values(), cards.length)]
		.filter(([, days]) => days >= LEAST_DAYS)
		.sort((a, b) => b[1] - a[1] || a[0] - b[0])
		.slice(0, limit)
		.map(([pair, days]) => ({
			cards: [cards[Math.floor(pair / cards.length)] ?? '', cards[pair % cards.length] ?? ''],
			days
		}));
}

/** @returns by `a * size + b` with a below b, the number of groups that hold both */
function countPairs(groups: Iterable<ReadonlySet<number>>, size: number): Map<number, number> {
	const pairs = new Map<number, number>();
	for (const group of groups) {
		if (group.size < 2 || group.size > MOST_A_DAY) continue;
		const places = [...group].sort((a, b) => a - b);
		places.forEach((a, index) => {
			for (const b of places.slice(index + 1)) pairs.set(a * size + b, (pairs.get(a * size + b) ?? 0) + 1);
		});
	}
	return pairs;
}
