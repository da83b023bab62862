import { describe, expect, it } from 'vitest';
import { topicsOf, type TopicIndex } from '$lib/domain/statistics/topic-index';

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
