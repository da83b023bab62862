import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { gatherStatistics } from '$lib/domain/statistics/statistics';
import { cardColumns, tallied } from './columns';

const NO_TOPICS = { cards: [], bySet: new Map(), whole: new Map() };

describe('gatherStatistics', () => {
	it('adds up answers, days, time and cards', () => {
		const { totals, due } = gatherStatistics({
			tally: tallied(100, ['a.1.1', 98, 3, 10], ['a.1.1', 100, 6, 20], ['a.2.1', 100, 5, 300]).tally,
			cards: cardColumns({ card: 'a.1.1', dueDay: 103 }, { card: 'a.2.1', dueDay: 99 }, { card: 'a.3.1', reviews: 0 }),
			topics: NO_TOPICS,
			params: DEFAULT_PARAMETERS,
			today: 100
		});
		expect(totals).toEqual({ answers: 3, quizAnswers: 2, days: 2, tookMs: 150_000, cards: 2 });
		expect(due.length).toBe(91);
		expect([...due.slice(0, 4)]).toEqual([1, 0, 0, 1]);
	});

	it('has something to say about nothing', () => {
		const empty = gatherStatistics({
			tally: tallied(100).tally,
			cards: cardColumns(),
			topics: NO_TOPICS,
			params: DEFAULT_PARAMETERS,
			today: 100
		});
		expect(empty.totals).toEqual({ answers: 0, quizAnswers: 0, days: 0, tookMs: 0, cards: 0 });
		expect(empty.retention.overall).toBeNull();
		expect(empty.calibration.overall).toBeNull();
		expect(empty.hardest).toEqual([]);
	});
});
