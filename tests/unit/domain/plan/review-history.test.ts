import { describe, expect, it } from 'vitest';
import { measureHabits } from '$lib/domain/plan/answer-habits';
import { DEFAULT_COST, measureCost } from '$lib/domain/plan/review-cost';
import type { TimedHistory } from '$lib/domain/plan/review-history';
import { cardDays } from '$lib/domain/plan/review-history';

type Answer = readonly [day: number, rating: number, tookMs?: number];

function toHistory(cards: readonly (readonly Answer[])[]): TimedHistory {
	const answers = cards.flat();
	const starts = cards.reduce<number[]>((ends, card) => [...ends, (ends.at(-1) ?? 0) + card.length], [0]);
	return {
		starts: Uint32Array.from(starts),
		day: Int32Array.from(answers, ([day]) => day),
		rating: Uint8Array.from(answers, ([, rating]) => rating),
		tookMs: Float64Array.from(answers, ([, , tookMs = 5000]) => tookMs)
	};
}

function repeat(count: number, card: readonly Answer[]): (readonly Answer[])[] {
	return Array.from({ length: count }, () => card);
}

describe('cardDays', () => {
	it('takes the answers of a card on one day together', () => {
		const history = toHistory([
			[
				[1, 1],
				[1, 3],
				[4, 3]
			],
			[],
			[[4, 2]]
		]);
		expect([...cardDays(history)]).toEqual([
			{ day: 1, from: 0, to: 2, isFirst: true },
			{ day: 4, from: 2, to: 3, isFirst: false },
			{ day: 4, from: 3, to: 4, isFirst: true }
		]);
	});
});

describe('measureHabits', () => {
	it('are the average learner’s without history', () => {
		expect(measureHabits(toHistory([])).first[2]).toBeCloseTo(0.495, 12);
	});

	it('come close to the learner’s own with much of it', () => {
		const { first, passed } = measureHabits(
			toHistory(
				repeat(3000, [
					[1, 3],
					[3, 4],
					[9, 1],
					[9, 3]
				])
			)
		);
		expect(first[2]).toBeGreaterThan(0.99);
		expect(passed[2]).toBeGreaterThan(0.99);
		expect(first.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
		expect(passed.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
	});
});

describe('measureCost', () => {
	it('is the average learner’s without history', () => {
		expect(measureCost(toHistory([]))).toEqual(DEFAULT_COST);
	});

	it('counts all a card took on a day, by the first answer of the day', () => {
		const card: Answer[] = [
			[1, 3, 10_000],
			[1, 3, 5000],
			[3, 3, 6000],
			[9, 1, 12_000],
			[9, 3, 8000]
		];
		const { fresh, passed, failed } = measureCost(toHistory(repeat(10_000, card)));
		expect(fresh).toBeCloseTo(15, 1);
		expect(passed).toBeCloseTo(6, 1);
		expect(failed).toBeCloseTo(20, 1);
	});

	it('adds up to the time studied, which medians would not', () => {
		const cards = Array.from({ length: 9000 }, (_, i): Answer[] => [
			[1, 3, 0],
			[3, 3, i % 3 === 0 ? 30_000 : 3000]
		]);
		expect(measureCost(toHistory(cards)).passed).toBeCloseTo(12, 1);
	});

	it('counts an answer as a minute at most', () => {
		const cards = repeat(10_000, [[1, 3, 3_600_000]]);
		expect(measureCost(toHistory(cards)).fresh).toBeCloseTo(60, 0);
	});
});
