import { beforeEach, describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { DAY_MS } from '$lib/domain/units';
import { toCardRow } from '$lib/storage/card-row';
import type { BackstoryDatabase } from '$lib/storage/database';
import { dueByDay, dueOnDays } from '$lib/storage/due-days';
import { dueCounts, introducedCards, introducedCounts, learningTimes, loadCards, loadDue, suspendedCards } from '$lib/storage/due-store'; // prettier-ignore
import { rebuildDerived, refoldCards } from '$lib/storage/rebuild';
import { expectDerivedFromLog, fold, newFactory, NOON, openIn, rate, undo, valueOf, writerOf } from './support';

const TODAY = 20_000;
let db: BackstoryDatabase;

function state(card: string, changes: Partial<CardState> = {}): CardState {
	return {
		card,
		setId: card.split('.')[0] ?? '',
		phase: 'review',
		stability: 10,
		difficulty: 5,
		step: 0,
		dueDay: TODAY,
		dueAt: null,
		lastDay: TODAY - 5,
		lastAt: NOON - 5 * DAY_MS,
		reviews: 3,
		lapses: 0,
		failedDay: null,
		suspended: false,
		buriedUntil: null,
		...changes
	};
}

beforeEach(async () => {
	db = await openIn(newFactory());
	const states = [
		state('a.1.1', { dueDay: TODAY - 3 }),
		state('a.2.1'),
		state('a.3.1', { dueDay: TODAY + 1 }),
		state('a.4.1', { dueDay: TODAY - 9, suspended: true }),
		state('a.5.1', { phase: 'learning', dueAt: NOON + 600_000 }),
		state('a.6.1', { phase: 'relearning', dueAt: NOON - 1 }),
		state('a.7.1', { phase: 'learning', dueAt: NOON - 5, suspended: true }),
		state('a-b.1.1', { dueDay: TODAY - 4 }),
		state('a-b.2.1', { phase: 'learning', dueDay: TODAY - 1 }),
		state('gone.1.1', { dueDay: TODAY - 8 }),
		state('gone.2.1', { phase: 'learning', dueAt: NOON - 9 })
	];
	await db.cards.bulkPut(states.map(toCardRow));
});

describe('suspendedCards', () => {
	it('gives what is set aside in one set, not in others whose names begin alike', async () => {
		await db.cards.put(toCardRow(state('a-b.3.1', { suspended: true })));
		expect(valueOf(await suspendedCards(db, 'a'))).toEqual(new Set(['a.4.1', 'a.7.1']));
		expect(valueOf(await suspendedCards(db, 'gone'))).toEqual(new Set());
	});
});

describe('loadDue', () => {
	const ids = (cards: readonly CardState[]) => cards.map(({ card }) => card);

	it('gives learning cards soonest first and due cards longest due first, of the sets asked for', async () => {
		const due = valueOf(await loadDue(db, { setIds: ['a', 'a-b'], day: TODAY, reviewLimit: 200 }));
		expect(ids(due.learning)).toEqual(['a.6.1', 'a.5.1']);
		expect(ids(due.reviews)).toEqual(['a-b.1.1', 'a.1.1', 'a-b.2.1', 'a.2.1']);
		expect(due.unreadable).toEqual([]);
	});

	it('stops at the limit with the longest due', async () => {
		const due = valueOf(await loadDue(db, { setIds: ['a', 'a-b'], day: TODAY, reviewLimit: 2 }));
		expect(ids(due.reviews)).toEqual(['a-b.1.1', 'a.1.1']);
	});

	it('names damaged rows, which can then be folded again', async () => {
		const writer = writerOf(db);
		await rate(writer, { card: 'b.1.1', rating: 4 });
		const row = { ...toCardRow(state('b.1.1')), stability: 'much', dueDay: TODAY - 1, readyDay: TODAY - 1 };
		await db.cards.put(row as never);
		const damaged = valueOf(await loadDue(db, { setIds: ['b'], day: TODAY, reviewLimit: 9 }));
		expect(damaged).toMatchObject({ reviews: [], unreadable: ['b.1.1'] });
		valueOf(await refoldCards(db, damaged.unreadable, fold));
		await db.cards.where('card').noneOf(['b.1.1']).delete();
		await expectDerivedFromLog(db);
	});
});

describe('counting', () => {
	it('counts what is due in each set', async () => {
		const query = { setIds: ['a', 'a-b', 'none'], day: TODAY, now: NOON, limit: 200 };
		expect([...valueOf(await dueCounts(db, query))]).toEqual([
			['a', { learning: 1, reviews: 2 }],
			['a-b', { learning: 0, reviews: 2 }],
			['none', { learning: 0, reviews: 0 }]
		]);
	});

	it('stops one past the limit', async () => {
		const counts = valueOf(await dueCounts(db, { setIds: ['a'], day: TODAY, now: NOON, limit: 0 }));
		expect(counts.get('a')).toEqual({ learning: 1, reviews: 1 });
	});

	it('counts the days ahead, with what is overdue on the first', async () => {
		expect(valueOf(await dueByDay(db, { setIds: ['a', 'a-b'], fromDay: TODAY, days: 3 }))).toEqual([4, 1, 0]);
	});

	it('tells when learning cards of the sets come back', async () => {
		expect(valueOf(await learningTimes(db, ['a'], 50))).toEqual([NOON - 1, NOON + 600_000]);
		expect(valueOf(await learningTimes(db, ['a'], 1))).toEqual([NOON - 1]);
	});
});

describe('introducedCards', () => {
	it('holds the cards of one set, not of one whose name begins alike', async () => {
		const cards = valueOf(await introducedCards(db, 'a'));
		expect([...cards]).toEqual(['a.1.1', 'a.2.1', 'a.3.1', 'a.4.1', 'a.5.1', 'a.6.1', 'a.7.1']);
	});

	it('agrees with the kept counters', async () => {
		await db.cards.clear();
		const writer = writerOf(db);
		await rate(writer, { card: 'a.1.1' });
		await rate(writer, { card: 'a.2.1' });
		await undo(writer, await rate(writer, { card: 'b.1.1' }), NOON + 9);
		expect([...valueOf(await introducedCounts(db, ['a', 'b']))]).toEqual([['a', 2], ['b', 0]]); // prettier-ignore
		valueOf(await rebuildDerived(db));
		expect([...valueOf(await introducedCounts(db, ['a', 'b']))]).toEqual([['a', 2], ['b', 0]]); // prettier-ignore
		expect(valueOf(await introducedCards(db, 'a')).size).toBe(2);
	});
});

describe('dueOnDays', () => {
	it('counts each day by itself, without what is overdue', async () => {
		const counts = valueOf(await dueByDay(db, { setIds: ['a'], fromDay: TODAY, days: 3 }));
		const days = valueOf(await dueOnDays(db, { setIds: ['a'], fromDay: TODAY - 4, days: 7 }));
		expect(days.slice(0, 5).reduce((sum, count) => sum + count, 0)).toBe(counts[0]);
		expect(days.slice(5)).toEqual(counts.slice(1));
	});
});

describe('loadCards', () => {
	it('reads the cards that have a state', async () => {
		const cards = valueOf(await loadCards(db, ['a.1.1', 'a.99.1']));
		expect([...cards.keys()]).toEqual(['a.1.1']);
		expect(cards.get('a.1.1')).toEqual(state('a.1.1', { dueDay: TODAY - 3 }));
	});
});
