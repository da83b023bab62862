import { describe, expect, it } from 'vitest';
import { lookAlikes } from '$lib/domain/statistics/look-alikes';
import { topicsOf, type TopicIndex } from '$lib/domain/statistics/topic-index';
import { tallied, type AnswerRow } from './columns';

const TOPICS: TopicIndex = {
	cards: [10, 10, 10],
	bySet: new Map([['a', Int16Array.from([-1, 0, 0, 0, 1])]]),
	whole: new Map([['large', 2]])
};

describe('topicsOf', () => {
	it('finds the topics by set and item number, and knows when there is none', () => {
		const cards = ['a.1.1', 'a.4.2', 'a.0.1', 'a.9.1', 'gone.1.1', 'large.77.1', 'a.1.2', 'aa.1.1'];
		expect([...topicsOf(cards, TOPICS)]).toEqual([0, 1, -1, -1, -1, 2, 0, -1]);
	});
});

describe('lookAlikes', () => {
	const missed = (...rows: (readonly [card: string, day: number, rating?: number])[]) => {
		const { tally, cards } = tallied(110, ...rows.map(([card, day, rating = 1]): AnswerRow => [card, day, rating]));
		return lookAlikes(tally.misses, cards, topicsOf(cards, TOPICS), 110, 10);
	};

	it('are pairs of one topic missed on the same day, twice or more', () => {
		const pairs = missed(['a.1.1', 100], ['a.2.1', 100], ['a.3.1', 100], ['a.2.1', 105, 5], ['a.1.1', 105]);
		expect(pairs).toEqual([{ cards: ['a.1.1', 'a.2.1'], days: 2 }]);
	});

	it('are no cards of different topics, no right answers and no card with itself', () => {
		expect(missed(['a.1.1', 100], ['a.4.1', 100], ['a.1.1', 101], ['a.4.1', 101])).toEqual([]);
		expect(missed(['a.1.1', 100], ['a.2.1', 100, 3], ['a.1.1', 101], ['a.2.1', 101, 6])).toEqual([]);
		expect(missed(['a.1.1', 100], ['a.1.1', 100], ['a.1.1', 101], ['a.1.1', 101])).toEqual([]);
	});

	it('are not guessed from days on which half of a topic went wrong', () => {
		const rows = [100, 101].flatMap((day) => Array.from({ length: 13 }, (_, i) => [`large.${i + 1}.1`, day] as const));
		expect(missed(...rows)).toEqual([]);
		expect(missed(...rows.filter((_, index) => index !== 0 && index !== 13)).length).toBeGreaterThan(0);
	});
});
