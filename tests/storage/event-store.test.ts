import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import type { BackstoryDatabase } from '$lib/storage/database';
import { todayCounters } from '$lib/storage/due-store';
import { commitReview, commitVoid, eventsOfCard } from '$lib/storage/event-store';
import type { LogWriter } from '$lib/storage/event-store';
import {
	countersOf,
	dump,
	errorOf,
	expectDerivedFromLog,
	fold,
	newFactory,
	NOON,
	openIn,
	rate,
	review,
	stateInDb,
	undo,
	valueOf,
	voidOf,
	writerOf
} from './support';

let factory: IDBFactory;
let db: BackstoryDatabase;
let writer: LogWriter;

beforeEach(async () => {
	factory = newFactory();
	db = await openIn(factory);
	writer = writerOf(db);
});

describe('commitReview', () => {
	it('stores the event with device and running number, the card and the counters', async () => {
		const first = await rate(writer);
		const second = await rate(writer, { card: 'set-1.2.1', at: NOON + 1000 });
		expect([first.device, first.seq, second.seq]).toEqual(['device-a', 0, 1]);
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toEqual({ seq: 2, 'last-at': NOON + 1000, 'new:20000': 2, 'introduced:set-1': 2 });
	});

	it('takes the same event twice as one', async () => {
		const event = review();
		const next = fold([{ ...event, device: 'x', seq: 0 }]);
		const once = valueOf(await commitReview(writer, { event, step: { expected: null, next } }));
		const before = await dump(db);
		const twice = valueOf(await commitReview(writer, { event, step: { expected: null, next } }));
		expect(twice).toEqual(once);
		expect(await dump(db)).toEqual(before);
	});

	it('counts a card as a review on a later day, and once a day', async () => {
		await rate(writer);
		await rate(writer, { at: NOON + 60_000 });
		await rate(writer, { at: NOON + DAY_MS });
		await rate(writer, { at: NOON + DAY_MS + 60_000 });
		expect(valueOf(await todayCounters(db, 20_000))).toEqual({ newDone: 1, reviewsDone: 0 });
		expect(valueOf(await todayCounters(db, 20_001))).toEqual({ newDone: 0, reviewsDone: 1 });
	});

	it('stores the state it is given when the card is as expected', async () => {
		const event = review();
		const next = fold([{ ...event, rating: 4, device: 'x', seq: 0 }]);
		const written = valueOf(await commitReview(writer, { event, step: { expected: null, next } }));
		expect(written.state).toEqual(next);
	});

	it('folds the whole history when the card changed meanwhile', async () => {
		const before = await stateInDb(db, 'set-1.1.1');
		await rate(writer, { rating: 1 });
		const event = review({ rating: 4, at: NOON + 5000 });
		const next = fold([{ ...event, device: 'x', seq: 0 }]);
		const written = valueOf(await commitReview(writer, { event, step: { expected: before, next } }));
		expect(written.state?.reviews).toBe(2);
		await expectDerivedFromLog(db);
	});

	it('folds the whole history when the clock was set back', async () => {
		await rate(writer, { at: NOON });
		const expected = await stateInDb(db, 'set-1.1.1');
		const event = review({ rating: 1, at: NOON - DAY_MS });
		await commitReview(writer, { event, step: { expected, next: expected } });
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toMatchObject({ 'new:19999': 1, 'reviews:20000': 1, 'last-at': NOON });
	});

	it('asks for what it rests on first only until it knows the sets, whichever comes next', async () => {
		const settings = vi.spyOn(db.settings, 'get');
		const asked: number[] = [];
		for (let n = 0; n < 3; n += 1) {
			await rate(writer, { card: `set-1.${String(n)}.1`, at: NOON + 2 * n });
			await rate(writer, { card: `set-2.${String(n)}.1`, at: NOON + 2 * n + 1 });
			asked.push(settings.mock.calls.length);
		}
		// The name of the device is asked for on the long way only: once for each set.
		expect(asked).toEqual([2, 2, 2]);
		await expectDerivedFromLog(db);
	});

	it('counts rightly when another tab has written to a set since this one did', async () => {
		const other = await openIn(factory);
		await rate(writer, { card: 'set-2.1.1' });
		await rate(writerOf(other), { card: 'set-2.2.1', at: NOON + 1 });
		// Of another set nothing is known: the long way brings the end of the log up to date, and nothing else.
		await rate(writer, { card: 'set-3.1.1', at: NOON + 2 });
		await rate(writer, { card: 'set-2.3.1', at: NOON + 3 });
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toMatchObject({ seq: 4, 'introduced:set-2': 3, 'introduced:set-3': 1 });
	});

	it('stores neither event nor card nor counters when the transaction fails', async () => {
		await rate(writer);
		const before = await dump(db);
		const fail = (): never => {
			throw new DOMException('disk full', 'QuotaExceededError');
		};
		db.cards.hook('updating', fail);
		const event = review({ at: NOON + 1000 });
		const result = await commitReview(writer, { event, step: { expected: null, next: null } });
		db.cards.hook('updating').unsubscribe(fail);
		expect(errorOf(result)).toEqual({ kind: 'quota' });
		expect(await dump(db)).toEqual(before);
		expect(writer.journal.waiting().events).toEqual([event]);
	});

	it('throws what is a bug instead of reporting it as a storage error', async () => {
		const broken = { ...writer, fold: () => { throw new TypeError('a bug'); } }; // prettier-ignore
		await expect(commitVoid(broken, voidOf({ id: 'x', card: 'set-1.1.1' }, NOON))).rejects.toThrow('a bug');
		expect((await dump(db))['events']).toEqual([]);
	});
});

describe('suspending', () => {
	it('takes a card out of what is due and back', async () => {
		await rate(writer, { rating: 4 });
		const state = await stateInDb(db, 'set-1.1.1');
		const day = { at: NOON + 1000, day: 20_000, card: 'set-1.1.1' };
		const event = { id: 's1', ...day, kind: 'suspend', suspended: true } as const;
		const next = state && { ...state, suspended: true };
		await commitReview(writer, { event, step: { expected: state, next } });
		expect(await db.cards.get('set-1.1.1')).not.toHaveProperty('readyDay');
		const release = { ...event, id: 's2', at: NOON + 2000, suspended: false };
		await commitReview(writer, { event: release, step: { expected: next, next: state } });
		expect(await db.cards.get('set-1.1.1')).toHaveProperty('readyDay', state?.dueDay);
		await expectDerivedFromLog(db);
	});
});

describe('a card set aside before anyone answered it', () => {
	it('counts as new when an answer to it arrives from another tab', async () => {
		const suspend = { id: 's1', at: NOON, day: 20_000, card: 'set-1.1.1', kind: 'suspend', suspended: true } as const;
		const next = fold([{ ...suspend, device: 'x', seq: 0 }]);
		valueOf(await commitReview(writer, { event: suspend, step: { expected: null, next } }));
		await rate(writer, { at: NOON + 1 });
		expect(await countersOf(db)).toMatchObject({ 'new:20000': 1, 'introduced:set-1': 1 });
		expect((await stateInDb(db, 'set-1.1.1'))?.suspended).toBe(true);
		await expectDerivedFromLog(db);
	});
});

describe('commitVoid', () => {
	it('removes a card whose only review is undone, and frees its place in the day', async () => {
		const event = await rate(writer);
		expect(await undo(writer, event, NOON + 1000)).toBeNull();
		expect((await dump(db))['cards']).toEqual([]);
		expect(await countersOf(db)).toEqual({ seq: 2, 'last-at': NOON + 1000 });
	});

	it('gives back the state before, as often as wanted', async () => {
		const events = [await rate(writer)];
		const states = [await stateInDb(db, 'set-1.1.1')];
		for (const days of [1, 5, 20]) {
			events.push(await rate(writer, { at: NOON + days * DAY_MS }));
			states.push(await stateInDb(db, 'set-1.1.1'));
		}
		for (let index = 3; index > 0; index--) {
			const event = events[index]!;
			expect(await undo(writer, event, NOON + 30 * DAY_MS + index)).toEqual(states[index - 1]);
		}
		await expectDerivedFromLog(db);
		expect(valueOf(await todayCounters(db, 20_001))).toEqual({ newDone: 0, reviewsDone: 0 });
	});

	it('undoes an event in the middle of a history', async () => {
		const first = await rate(writer, { rating: 1 });
		await rate(writer, { at: NOON + DAY_MS });
		await undo(writer, first, NOON + DAY_MS + 1);
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toMatchObject({ 'new:20001': 1, 'introduced:set-1': 1 });
		expect(await countersOf(db)).not.toHaveProperty('new:20000');
	});
});

describe('eventsOfCard', () => {
	it('gives the history of one card in the order of the log', async () => {
		await rate(writer, { at: NOON + 5 });
		await rate(writer, { card: 'set-1.2.1' });
		await rate(writer, { at: NOON });
		const events = valueOf(await eventsOfCard(db, 'set-1.1.1'));
		expect(events.map((event) => event.at)).toEqual([NOON, NOON + 5]);
	});
});
