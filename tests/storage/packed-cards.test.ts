import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { DAY_MS } from '$lib/domain/units';
import { toCardRow } from '$lib/storage/card-row';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { dueByDay, dueOnDays } from '$lib/storage/due-days';
import { dueCounts, introducedCards, learningTimes, loadCards, loadDue, suspendedCards } from '$lib/storage/due-store';
import { cardStateTables, packCards, putPacked } from '$lib/storage/packed-cards';
import { isUnfolded, refoldLog } from '$lib/storage/refold';
import { countPackable, repackCards } from '$lib/storage/repack-cards';
import {
	countersOf,
	expectDerivedFromLog,
	newFactory,
	NOON,
	openIn,
	rate,
	stateInDb,
	storedStates,
	undo,
	valueOf,
	writerOf
} from './support';

const TODAY = 20_000;
const SETS = Array.from({ length: 12 }, (_, index) => `set-${String(index)}`);

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory());
});

afterEach(() => db.close());

const pack = async (into: BackstoryDatabase, states: readonly CardState[]) =>
	valueOf(await inTransaction(into, 'rw', cardStateTables(into), () => putPacked(into, packCards(states))));

const near = fc.integer({ min: TODAY - 5, max: TODAY + 5 });

const arbitraryState: fc.Arbitrary<CardState> = fc
	.record({
		set: fc.nat(SETS.length - 1),
		item: fc.constantFrom(1, 127, 128),
		phase: fc.constantFrom('learning', 'review', 'relearning'),
		dueDay: near,
		dueAt: fc.option(fc.integer({ min: NOON - 1000, max: NOON + 1000 }), { freq: 5 }),
		suspended: fc.nat(5).map((number) => number === 0),
		buriedUntil: fc.option(near)
	})
	.map(({ set, item, ...rest }) => {
		const setId = SETS[set] ?? '';
		const rests = { stability: item / 7, difficulty: 5.5, step: 0, lastDay: TODAY - 9, lastAt: NOON - 9 * DAY_MS };
		return { card: `${setId}.${String(item)}.1`, setId, ...rests, ...rest, reviews: 3, lapses: 0, failedDay: null };
	});

const someCards = (minLength: number, maxLength: number) =>
	fc.uniqueArray(arbitraryState, { selector: ({ card }) => card, minLength, maxLength });

/** All that a session, home and the plans ask for. Of cards due on the same day any may come first. */
async function answersOf(from: BackstoryDatabase, setIds: readonly string[]) {
	const due = valueOf(await loadDue(from, { setIds, day: TODAY, reviewLimit: 1000 }));
	const few = valueOf(await loadDue(from, { setIds, day: TODAY, reviewLimit: 3 }));
	const byName = (a: CardState, b: CardState) => (a.card < b.card ? -1 : 1);
	return {
		learning: due.learning,
		reviews: [...due.reviews].sort(byName),
		days: due.reviews.map(({ dueDay }) => dueDay),
		few: few.reviews.length,
		unreadable: due.unreadable,
		ahead: valueOf(await dueByDay(from, { setIds, fromDay: TODAY, days: 4 })),
		on: valueOf(await dueOnDays(from, { setIds, fromDay: TODAY - 2, days: 5 })),
		counts: valueOf(await dueCounts(from, { setIds: setIds.slice(0, 2), day: TODAY, now: NOON, limit: 2 })),
		times: valueOf(await learningTimes(from, setIds, 5)),
		introduced: [...valueOf(await introducedCards(from, 'set-1'))].sort(),
		suspended: [...valueOf(await suspendedCards(from, 'set-1'))].sort(),
		some: [...valueOf(await loadCards(from, ['set-1.1.1', 'set-1.128.1', 'set-2.127.1', 'none.1.1'])).values()],
		states: await storedStates(from)
	};
}

describe('packed cards', () => {
	it('answer every question as rows do, also when some have been written since', async () => {
		const property = fc.asyncProperty(
			someCards(0, 30),
			someCards(0, 12),
			fc.constantFrom(3, 12),
			async (packed, later, sets) => {
				const [plain, mixed] = await Promise.all([openIn(newFactory()), openIn(newFactory())]);
				const now = new Map([...packed, ...later].map((state) => [state.card, state]));
				await plain.cards.bulkPut([...now.values()].map(toCardRow));
				await pack(mixed, packed);
				await mixed.cards.bulkPut(later.map(toCardRow));
				const setIds = SETS.slice(0, sets);
				expect(await answersOf(mixed, setIds)).toEqual(await answersOf(plain, setIds));
				plain.close();
				mixed.close();
			}
		);
		await fc.assert(property, { seed: 42, numRuns: 12 });
	});

	it('are found however many fall due on one day', async () => {
		const state = (item: number): CardState => ({
			card: `set-${String(item % 12)}.${String(item)}.1`,
			setId: `set-${String(item % 12)}`,
			phase: 'review',
			stability: 9,
			difficulty: 5,
			step: 0,
			dueDay: item < 700 ? TODAY : TODAY + 1,
			dueAt: null,
			lastDay: TODAY - 9,
			lastAt: NOON,
			reviews: 3,
			lapses: 0,
			failedDay: null,
			suspended: false,
			buriedUntil: null
		});
		await pack(
			db,
			Array.from({ length: 900 }, (_, item) => state(item))
		);
		const due = (reviewLimit: number) => loadDue(db, { setIds: SETS, day: TODAY, reviewLimit });
		expect(valueOf(await due(2000)).reviews).toHaveLength(700);
		expect(valueOf(await due(300)).reviews).toHaveLength(300);
		expect(valueOf(await dueByDay(db, { setIds: SETS, fromDay: TODAY, days: 2 }))).toEqual([700, 200]);
	});
});

it('counting some days ahead reads what is packed of those days, not every card there is', async () => {
	await pack(db, fc.sample(someCards(30, 30), { seed: 42, numRuns: 1 })[0] ?? []);
	const pages = vi.spyOn(db.cardPages, 'where');
	const counts = valueOf(await dueOnDays(db, { setIds: SETS.slice(0, 3), fromDay: TODAY - 2, days: 3 }));
	expect(counts.some((count) => count > 0)).toBe(true);
	expect(pages).not.toHaveBeenCalled();
});

describe('writing to a card that is packed', () => {
	const at = NOON + 40 * DAY_MS;

	beforeEach(async () => {
		const writer = writerOf(db);
		for (const item of [1, 2, 3]) await rate(writer, { card: `set-1.${String(item)}.1`, rating: 4, at: NOON + item });
		valueOf(await repackCards(db));
		expect(await db.cards.count()).toBe(0);
	});

	it('puts a row in place of what is packed, at the first answer and at the next', async () => {
		const writer = writerOf(db);
		for (const later of [0, DAY_MS, 2 * DAY_MS]) {
			await rate(writer, { card: 'set-1.2.1', at: at + later });
			expect(await db.cards.toCollection().primaryKeys()).toEqual(['set-1.2.1']);
			await expectDerivedFromLog(db);
		}
		expect((await stateInDb(db, 'set-1.2.1'))?.reviews).toBe(4);
		expect((await countersOf(db))['introduced:set-1']).toBe(3);
	});

	it('keeps to the one quick round', async () => {
		const writer = writerOf(db);
		await rate(writer, { card: 'set-1.3.1', at });
		const long = vi.spyOn(db, 'transaction');
		await rate(writer, { card: 'set-1.2.1', at: at + 9 });
		// The one that reads the card for the screen.
		expect(long).toHaveBeenCalledOnce();
	});

	it('takes a packed card back to no state at all, and gives it one again', async () => {
		const writer = writerOf(db);
		const [first] = await db.events.where('card').equals('set-1.1.1').toArray();
		expect(await undo(writer, first as Parameters<typeof undo>[1], at)).toBeNull();
		expect(await stateInDb(db, 'set-1.1.1')).toBeNull();
		expect([...valueOf(await introducedCards(db, 'set-1'))]).toEqual(['set-1.2.1', 'set-1.3.1']);
		const due = valueOf(await loadDue(db, { setIds: ['set-1'], day: 20_400, reviewLimit: 9 }));
		expect([due.reviews.length, due.unreadable]).toEqual([2, []]);
		expect((await countersOf(db))['introduced:set-1']).toBe(2);
		valueOf(await repackCards(db));
		expect((await storedStates(db)).map(({ card }) => card)).toEqual(['set-1.2.1', 'set-1.3.1']);
		await rate(writer, { card: 'set-1.1.1', at: at + 1 });
		expect((await stateInDb(db, 'set-1.1.1'))?.reviews).toBe(1);
	});

	it('is seen as packable until it is packed; cards that wait for an instant stay rows', async () => {
		const writer = writerOf(db);
		await rate(writer, { card: 'set-1.2.1', at });
		await rate(writer, { card: 'set-1.4.1', rating: 1, at: at + 1 });
		expect(valueOf(await countPackable(db))).toBe(1);
		valueOf(await repackCards(db));
		expect(valueOf(await countPackable(db))).toBe(0);
		expect(await db.cards.toCollection().primaryKeys()).toEqual(['set-1.4.1']);
	});

	it('is not lost when it comes while all is packed', async () => {
		const writer = writerOf(db);
		await rate(writer, { card: 'set-1.2.1', at });
		const [, answer] = await Promise.all([repackCards(db), rate(writer, { card: 'set-1.3.1', at: at + 1 })]);
		expect(answer.card).toBe('set-1.3.1');
		await expectDerivedFromLog(db);
	});

	it('is mended by folding the log when a page is damaged, also when only packing was asked for', async () => {
		const [page] = (await db.cardPages.toArray()) as { id: string; bytes: Uint8Array }[];
		if (page === undefined) throw new Error('no page');
		await db.cardPages.put({ ...page, bytes: page.bytes.map((byte, place) => (place === 20 ? byte ^ 1 : byte)) });
		expect(await storedStates(db)).toEqual([]);
		valueOf(await repackCards(db));
		await expectDerivedFromLog(db);
		await db.cardPages.put({ ...page, bytes: page.bytes.subarray(3) });
		expect(valueOf(await refoldLog(db)).changed).toBe(3);
		await expectDerivedFromLog(db);
		expect(valueOf(await isUnfolded(db))).toBe(false);
	});
});
