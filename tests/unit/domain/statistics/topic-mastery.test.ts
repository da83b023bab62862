import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { topicsOf } from '$lib/domain/statistics/topic-index';
import { masterTopics } from '$lib/domain/statistics/topic-mastery';
import { cardColumns } from './columns';

describe('masterTopics', () => {
	const index = { cards: [10, 3], bySet: new Map([['a', Int16Array.from([-1, 0, 0, 0, 1, 1])]]), whole: new Map() };

	it('gives the share seen and the mean recall of what was seen', () => {
		// After as many days as its stability a card is recalled at 0.9; on the day itself at 1.
		const columns = cardColumns(
			{ card: 'a.1.1', stability: 10, lastDay: 90 },
			{ card: 'a.2.1', stability: 5, lastDay: 100 },
			{ card: 'a.3.1', stability: 20, lastDay: 80 },
			{ card: 'a.4.1', stability: 20, lastDay: 80 },
			{ card: 'a.5.1', reviews: 0 },
			{ card: 'gone.1.1' }
		);
		const [first, second] = masterTopics(columns, topicsOf(columns.cards, index), index, DEFAULT_PARAMETERS, 100);
		expect(first).toMatchObject({ cards: 10, seen: 3 });
		expect(first?.recall).toBeCloseTo((0.9 + 1 + 0.9) / 3, 6);
		expect(second).toEqual({ cards: 3, seen: 1, recall: null });
	});
});
