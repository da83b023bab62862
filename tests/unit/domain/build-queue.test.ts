import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { QueueInput } from '$lib/domain/build-queue';
import { buildQueue, DEFAULT_LIMITS } from '$lib/domain/build-queue';
import { MINUTE_MS } from '$lib/domain/units';
import { learningCard, noonOf, reviewCard } from './learning-log';

const NOW = noonOf(100);

function build(parts: Partial<QueueInput>) {
	return buildQueue({
		day: 100,
		now: NOW,
		learning: [],
		reviews: [],
		fresh: [],
		limits: DEFAULT_LIMITS,
		doneToday: { fresh: 0, reviews: 0 },
		answeredToday: [],
		last: null,
		...parts
	});
}

function mainOf(parts: Partial<QueueInput>): string[] {
	return build(parts).main.map(({ card }) => card);
}

function cards(count: number, set = 'set'): string[] {
	return Array.from({ length: count }, (_, i) => `${set}.${String(i)}.1`);
}

function due(card: string, dueDay = 100): CardState {
	return reviewCard({ card, dueDay, lastDay: 90 });
}

describe('buildQueue', () => {
	it('takes 20 new cards and 200 reviews a day', () => {
		const queue = build({ fresh: cards(50, 'new'), reviews: cards(300).map((card) => due(card)) });
		const kinds = queue.main.map(({ kind }) => kind);
		expect([kinds.filter((kind) => kind === 'new').length, kinds.filter((kind) => kind === 'review').length]).toEqual([
			20, 200
		]);
	});

	it('takes off what was done earlier in the day', () => {
		const input = { fresh: cards(50, 'new'), reviews: cards(300).map((card) => due(card)) };
		expect(mainOf({ ...input, doneToday: { fresh: 15, reviews: 190 } })).toHaveLength(15);
		expect(mainOf({ ...input, doneToday: { fresh: 25, reviews: 500 } })).toEqual([]);
	});

	it('takes learning cards without limit', () => {
		const learning = cards(30).map((card) => learningCard({ card }));
		expect(build({ learning, limits: { fresh: 0, reviews: 0 } }).learning).toHaveLength(30);
	});

	it('orders reviews by due day', () => {
		expect(mainOf({ reviews: [due('a.1.1', 100), due('a.2.1', 90), due('a.3.1', 95)] })).toEqual([
			'a.2.1',
			'a.3.1',
			'a.1.1'
		]);
	});

	it('orders reviews of one day the same every time, whatever order they are read in, and otherwise the next day', () => {
		const reviews = cards(30).map((card) => due(card));
		const today = mainOf({ reviews });
		expect(mainOf({ reviews: [...reviews].reverse() })).toEqual(today);
		expect(today).not.toEqual(cards(30));
		expect(mainOf({ reviews, day: 101 })).not.toEqual(today);
	});

	it('keeps new cards in the order of the bank and spreads them among the reviews', () => {
		const reviews = cards(6).map((card) => due(card));
		const main = build({ reviews, fresh: cards(3, 'new') }).main;
		expect(main.map(({ kind }) => kind[0]).join('')).toBe('rnrrnrrnr');
		expect(main.filter(({ kind }) => kind === 'new').map(({ card }) => card)).toEqual(cards(3, 'new'));
	});

	it('leaves out cards that are suspended or due on a later day', () => {
		const reviews = [due('a.1.1', 101), { ...due('a.2.1'), suspended: true }];
		const learning = [learningCard({ card: 'a.3.1', suspended: true }), learningCard({ card: 'a.4.1', dueDay: 101 })];
		expect(build({ reviews, learning })).toMatchObject({ main: [], learning: [] });
	});

	it('puts a learning card whose step took days with the reviews, and counts it as one', () => {
		const learning = [learningCard({ card: 'a.1.1', dueAt: null, dueDay: 99 })];
		const queue = build({ learning, reviews: [due('a.2.1')], limits: { fresh: 20, reviews: 1 } });
		expect(queue.learning).toEqual([]);
		expect(queue.main.map(({ card, kind }) => [card, kind])).toEqual([['a.1.1', 'learning']]);
	});

	it('brings yesterday’s unfinished learning cards at once', () => {
		const learning = [learningCard({ card: 'a.1.1', dueDay: 99, dueAt: noonOf(99) + MINUTE_MS })];
		expect(build({ learning }).learning.map(({ dueAt }) => dueAt <= NOW)).toEqual([true]);
	});

	it('offers one new card of an item a day', () => {
		expect(mainOf({ fresh: ['a.1.1', 'a.1.2', 'a.1.3', 'a.2.1'] })).toEqual(['a.1.1', 'a.2.1']);
		expect(mainOf({ fresh: ['a.1.2', 'a.2.1'], answeredToday: ['a.1.1'] })).toEqual(['a.2.1']);
		expect(mainOf({ fresh: ['a.1.2', 'a.2.1'], learning: [learningCard({ card: 'a.1.1' })] })).toEqual(['a.2.1']);
		expect(mainOf({ fresh: ['a.1.2', 'a.2.1'], reviews: [due('a.1.1')] })).toEqual(['a.1.1', 'a.2.1']);
	});

	it('does not take items of different sets for siblings', () => {
		expect(mainOf({ fresh: ['a.1.1', 'b.1.1'] })).toEqual(['a.1.1', 'b.1.1']);
	});

	it('fills the day with later cards when siblings wait', () => {
		const fresh = cards(30).flatMap((card) => [card, card.replace(/1$/, '2')]);
		expect(mainOf({ fresh })).toHaveLength(20);
	});

	it('builds a day of 1,000 due cards in a few milliseconds', () => {
		const reviews = cards(1000).map((card) => due(card));
		build({ reviews });
		const started = performance.now();
		for (let i = 0; i < 10; i++) build({ reviews, day: 100 + i });
		expect((performance.now() - started) / 10).toBeLessThan(10);
	});
});
