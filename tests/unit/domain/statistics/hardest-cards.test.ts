import { describe, expect, it } from 'vitest';
import { hardestCards } from '$lib/domain/statistics/hardest-cards';
import { cardColumns } from './columns';

describe('hardestCards', () => {
	const columns = cardColumns(
		{ card: 'a.1.1', lapses: 1 },
		{ card: 'a.2.1', lapses: 3, stability: 9 },
		{ card: 'a.3.1', lapses: 3, stability: 2 },
		{ card: 'a.4.1', lapses: 8, stability: 50 },
		{ card: 'a.5.1', lapses: 9, suspended: true },
		{ card: 'a.6.1', lapses: 2 }
	);

	it('are those forgotten most often, the least firm first among equals, without what is set aside', () => {
		expect(hardestCards(columns, 10).map(({ card }) => card)).toEqual(['a.4.1', 'a.3.1', 'a.2.1', 'a.6.1']);
	});

	it('are no more than asked for', () => {
		expect(hardestCards(columns, 2).map(({ card, lapses }) => [card, lapses])).toEqual([
			['a.4.1', 8],
			['a.3.1', 3]
		]);
	});
});
