import { describe, expect, it } from 'vitest';
import { forecast, simulate } from '$lib/domain/plan/forecast';
import { retrievability } from '$lib/domain/fsrs-scheduler';
import { AVERAGE, drawColumns, NO_LIMIT, TODAY, toColumns } from './plan-learner';

describe('simulate', () => {
	it('expects what the forgetting curve says of cards that are not studied', () => {
		const cards = drawColumns(40);
		const pace = { fresh: 0, reviews: 0, minutes: Infinity };
		const days = simulate({ cards, fresh: 0, today: TODAY, days: 20, pace }, AVERAGE, 1);
		for (const { day, remembered } of days) {
			const recalls = Array.from(cards.stability, (stability, i) =>
				retrievability(day - cards.lastDay[i]!, stability, AVERAGE.params)
			);
			expect(remembered).toBeCloseTo(
				recalls.reduce((sum, recall) => sum + recall),
				3
			);
		}
	});
});

describe('forecast', () => {
	const start = { cards: drawColumns(60, 5), fresh: 40, today: TODAY, days: 30, pace: { ...NO_LIMIT, fresh: 4 } };

	it('gives each day its numbers, low to high', () => {
		const days = forecast(start, AVERAGE, 1);
		expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, i) => TODAY + i));
		for (const { reviews, minutes, remembered, waiting } of days) {
			for (const { low, median, high } of [reviews, minutes, remembered, waiting]) {
				expect(low <= median && median <= high).toBe(true);
			}
		}
		expect(days[0]!.fresh).toEqual({ low: 4, median: 4, high: 4 });
		expect(days[10]!.fresh).toEqual({ low: 0, median: 0, high: 0 });
	});

	it('keeps nine tenths and more of the cards in mind when all is reviewed in time', () => {
		const { remembered } = forecast(start, AVERAGE, 1).at(-1)!;
		expect(remembered.median / 100).toBeGreaterThan(0.9);
		expect(remembered.median / 100).toBeLessThan(1);
	});

	it('is the same for the same seed', () => {
		expect(forecast(start, AVERAGE, 5)).toEqual(forecast(start, AVERAGE, 5));
	});

	it('tells how far it is', () => {
		const shares: number[] = [];
		forecast({ ...start, cards: toColumns([]), days: 2 }, AVERAGE, 1, (share) => shares.push(share));
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.at(-1)).toBe(1);
	});
});
