import { describe, expect, it } from 'vitest';
import { confidentMisses } from '$lib/domain/statistics/confident-misses';
import { tallied, type AnswerRow } from './columns';

function missesOf(today: number, ...rows: AnswerRow[]) {
	const { tally, cards } = tallied(today, ...rows);
	return confidentMisses(tally.misses, cards, today, 10);
}

describe('confidentMisses', () => {
	it('are answers gone wrong that were expected right at nine in ten', () => {
		// Easy gives eight days of stability: after one day recall is expected to be far above 0.9, after 40 far below.
		const misses = missesOf(150, ['a.1.1', 100, 4], ['a.1.1', 101, 1], ['b.1.1', 100, 4], ['b.1.1', 140, 1]);
		expect(misses.map(({ card, times, lastDay }) => [card, times, lastDay])).toEqual([['a.1.1', 1, 101]]);
		expect(misses[0]?.expected).toBeGreaterThan(0.97);
	});

	it('include missed quiz questions, and put the most frequent first, then the latest', () => {
		const misses = missesOf(
			120,
			['a.1.1', 100, 4],
			['b.1.1', 100, 4],
			['c.1.1', 100, 4],
			['a.1.1', 101, 5],
			['b.1.1', 102, 1],
			['c.1.1', 101, 1],
			['c.1.1', 101, 4],
			['c.1.1', 102, 1]
		);
		expect(misses.map(({ card, times }) => [card, times])).toEqual([
			['c.1.1', 2],
			['b.1.1', 1],
			['a.1.1', 1]
		]);
	});

	it('are no second tries of the day, and nothing of three months ago', () => {
		expect(missesOf(101, ['a.1.1', 100, 4], ['a.1.1', 100, 1])).toEqual([]);
		expect(missesOf(191, ['a.1.1', 100, 4], ['a.1.1', 101, 1])).toEqual([]);
		expect(missesOf(190, ['a.1.1', 100, 4], ['a.1.1', 101, 1])).toHaveLength(1);
	});
});
