import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { QueueInput } from '$lib/domain/build-queue';
import { buildQueue } from '$lib/domain/build-queue';
import { DEFAULT_LIMITS } from '$lib/domain/daily-limits';
import { DEFAULT_QUEUE_OPTIONS, type QueueOptions } from '$lib/domain/queue-options';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
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
		setLimits: [],
		doneToday: { fresh: 0, reviews: 0 },
		setsDoneToday: new Map(),
		answeredToday: [],
		options: DEFAULT_QUEUE_OPTIONS,
		parameters: DEFAULT_PARAMETERS,
		last: null,
		...parts
	});
}

function choose(options: Partial<QueueOptions>): Pick<QueueInput, 'options'> {
	return { options: { ...DEFAULT_QUEUE_OPTIONS, ...options } };
}

function mainOf(parts: Partial<QueueInput>): string[] {
	return build(parts).main.map(({ card }) => card);
}

function cards(count: number, set = 'set'): string[] {
	return Array.from({ length: count }, (_, i) => `${set}.${String(i)}.1`);
}

function due(card: string, dueDay = 100): CardState {
	return reviewCard({ card, setId: card.split('.')[0] ?? '', dueDay, lastDay: 90 });
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
		expect(mainOf({ fresh: ['a.1.2', 'a.2.1'], answeredToday: [{ card: 'a.1.1', kind: 'review' }] })).toEqual([
			'a.2.1'
		]);
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

	it('does not offer a card as new that was put off or quizzed today, even when siblings may meet', () => {
		const answeredToday = [{ card: 'a.1.1', kind: 'new' as const }];
		const fresh = ['a.1.1', 'a.1.2'];
		expect(mainOf({ fresh, answeredToday, ...choose({ buryNewSiblings: false }) })).toEqual(['a.1.2']);
	});
});

describe('siblings', () => {
	const both = ['a.1.1', 'a.1.2'];

	it('all come on one day when that is wanted', () => {
		expect(mainOf({ fresh: both, ...choose({ buryNewSiblings: false }) })).toEqual(both);
		expect(mainOf({ reviews: both.map((card) => due(card)) })).toHaveLength(2);
	});

	it('in review come one a day when that is wanted, first the one that its order puts first', () => {
		const reviews = [due('a.1.1', 100), due('a.1.2', 99), due('a.2.1', 100)];
		expect(new Set(mainOf({ reviews, ...choose({ buryReviewSiblings: true }) }))).toEqual(new Set(['a.1.2', 'a.2.1']));
	});

	it('wait for a card on a learning step, which itself never waits', () => {
		const learning = both.map((card) => learningCard({ card }));
		const queue = build({ learning, reviews: [due('a.1.3')], ...choose({ buryReviewSiblings: true }) });
		expect(queue.learning).toHaveLength(2);
		expect(queue.main).toEqual([]);
	});

	it('wait for a review answered today, and reviews do not wait for a card that was new today', () => {
		const parts = { reviews: [due('a.1.1')], ...choose({ buryReviewSiblings: true }) };
		expect(mainOf({ ...parts, answeredToday: [{ card: 'a.1.2', kind: 'review' }] })).toEqual([]);
		expect(mainOf({ ...parts, answeredToday: [{ card: 'a.1.2', kind: 'new' }] })).toEqual(['a.1.1']);
	});

	it('that are left out for want of room make nothing wait and use nothing up', () => {
		const reviews = [due('a.1.1', 98), due('a.1.2', 99), due('a.2.1', 100)];
		const limits = { fresh: 5, reviews: 2 };
		expect(mainOf({ reviews, limits, ...choose({ buryReviewSiblings: true }) })).toEqual(['a.1.1', 'a.2.1']);
		expect(mainOf({ reviews: [due('a.1.1')], fresh: ['a.1.2'], limits: { fresh: 1, reviews: 0 } })).toEqual(['a.1.2']);
	});
});

describe('limits of a set', () => {
	const none = { fresh: null, reviews: null };

	it('hold besides those of the day, and leave its room to the others', () => {
		const fresh = [...cards(5, 'a'), ...cards(5, 'b')];
		const limits = { fresh: 4, reviews: 200 };
		const setLimits = [{ ...none, setId: 'a', fresh: 1 }];
		expect(mainOf({ fresh, limits, setLimits })).toEqual(['a.0.1', 'b.0.1', 'b.1.1', 'b.2.1']);
	});

	it('never add to those of the day', () => {
		const reviews = cards(9, 'a').map((card) => due(card));
		const setLimits = [{ ...none, setId: 'a', reviews: 50 }];
		expect(mainOf({ reviews, limits: { fresh: 0, reviews: 3 }, setLimits })).toHaveLength(3);
	});

	it('count what was done in the set earlier in the day', () => {
		const fresh = [...cards(5, 'a'), ...cards(5, 'b')];
		const setLimits = [{ setId: 'a', fresh: 3, reviews: 1 }];
		const setsDoneToday = new Map([['a', { fresh: 2, reviews: 1 }]]);
		const main = mainOf({ fresh, reviews: [due('a.9.1')], setLimits, setsDoneToday });
		expect(main.filter((card) => card.startsWith('a'))).toEqual(['a.0.1']);
	});

	it('of nothing take nothing from it', () => {
		expect(mainOf({ fresh: cards(3, 'a'), setLimits: [{ ...none, setId: 'a', fresh: 0 }] })).toEqual([]);
	});
});

describe('the place of new cards', () => {
	const parts = { reviews: cards(3).map((card) => due(card)), fresh: cards(2, 'new') };
	const kindsOf = (options: Partial<QueueOptions>): string =>
		build({ ...parts, ...choose(options) })
			.main.map(({ kind }) => kind[0])
			.join('');

	it('is among the reviews, before them or after them', () => {
		expect(kindsOf({})).toBe('rnrnr');
		expect(kindsOf({ newMix: 'before' })).toBe('nnrrr');
		expect(kindsOf({ newMix: 'after' })).toBe('rrrnn');
	});
});
