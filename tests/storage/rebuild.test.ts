import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import { saveAttempt } from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import { rebuildDerived } from '$lib/storage/rebuild';
import { attempt, countersOf, dump, errorOf, expectDerivedFromLog, newFactory, NOON, openIn, rate, storedStates, undo, valueOf, writerOf } from './support'; // prettier-ignore

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory());
	const writer = writerOf(db);
	await rate(writer);
	await rate(writer, { at: NOON + DAY_MS });
	await rate(writer, { card: 'set-1.2.1', at: NOON + DAY_MS + 1 });
	await undo(writer, await rate(writer, { card: 'set-1.3.1', at: NOON + DAY_MS + 2 }), NOON + DAY_MS + 3);
});

describe('rebuildDerived', () => {
	it('changes nothing in a sound database', async () => {
		const [before, states, counters] = [await dump(db), await storedStates(db), await countersOf(db)];
		expect(valueOf(await rebuildDerived(db))).toEqual({ events: 5, cards: 2, quarantined: 0 });
		expect((await dump(db))['events']).toEqual(before['events']);
		expect(await storedStates(db)).toEqual(states);
		expect(await countersOf(db)).toEqual(counters);
	});

	it('mends cards and counters that were lost or are wrong', async () => {
		const counters = await countersOf(db);
		await db.cards.clear();
		await db.cards.put({ card: 'set-9.1.1', odd: true } as never);
		await db.counters.bulkPut([{ key: 'new:20000', count: 77 }, { key: 'seq', count: 0 }]); // prettier-ignore
		valueOf(await rebuildDerived(db));
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toEqual(counters);
	});

	it('puts unreadable events and attempts aside and keeps the rest', async () => {
		valueOf(await saveAttempt(db, attempt()));
		const junk = { id: 'junk', card: 'set-1.1.1', kind: 'review', rating: 9 };
		await db.events.put(junk as never);
		await db.attempts.put({ id: 'odd' } as never);
		expect(valueOf(await rebuildDerived(db))).toEqual({ events: 5, cards: 2, quarantined: 2 });
		const tables = await dump(db);
		expect(tables['quarantine']).toEqual([
			{ id: 1, source: 'events', row: junk },
			{ id: 2, source: 'attempts', row: { id: 'odd' } }
		]);
		expect([tables['events']?.length, tables['attempts']?.length]).toEqual([5, 1]);
		await expectDerivedFromLog(db);
	});

	it('leaves everything as it was when it fails', async () => {
		const before = await dump(db);
		db.cardPages.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(errorOf(await rebuildDerived(db))).toEqual({ kind: 'quota' });
		expect(await dump(db)).toEqual(before);
	});
});
