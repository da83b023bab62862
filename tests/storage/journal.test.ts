import { describe, expect, it } from 'vitest';
import { commitReview, replayJournal } from '$lib/storage/event-store';
import { Journal, JOURNAL_SLOTS } from '$lib/storage/journal';
import { countersOf, dump, errorOf, expectDerivedFromLog, fold, memoryStore, newFactory, NOON, openIn, rate, review, valueOf, voidOf, writerOf } from './support'; // prettier-ignore

const denied = (): never => {
	throw new DOMException('denied', 'SecurityError');
};

describe('Journal', () => {
	it('has the event written down before the database is asked', async () => {
		const store = memoryStore();
		const writer = writerOf(await openIn(newFactory()), store);
		const event = review();
		const saving = commitReview(writer, { event, step: { expected: null, next: null } });
		expect(new Journal(store).waiting().events).toEqual([event]);
		await saving;
		expect(store.entries.size).toBe(0);
	});

	it('is bounded and keeps the oldest', () => {
		const journal = new Journal(memoryStore());
		const events = Array.from({ length: JOURNAL_SLOTS }, () => review());
		expect(events.every((event) => journal.add(event))).toBe(true);
		expect(journal.add(review())).toBe(false);
		expect(journal.waiting().events).toEqual(events);
	});

	it('writes the same event once', () => {
		const store = memoryStore();
		const journal = new Journal(store);
		const event = review();
		expect([journal.add(event), journal.add(event)]).toEqual([true, true]);
		expect(store.entries.size).toBe(1);
	});

	it('strikes out an event that another tab wrote down', () => {
		const store = memoryStore();
		const event = review();
		new Journal(store).add(event);
		new Journal(store).remove(event.id);
		expect(store.entries.size).toBe(0);
	});

	it.each([null, { getItem: denied, setItem: denied, removeItem: denied }])(
		'does nothing without a store',
		async (store) => {
			const journal = new Journal(store);
			expect(journal.add(review())).toBe(false);
			journal.remove('x');
			expect(journal.waiting()).toEqual({ events: [], unreadable: [] });
			const db = await openIn(newFactory());
			await rate({ db, journal, fold });
			await expectDerivedFromLog(db);
		}
	);
});

describe('replayJournal', () => {
	it('stores what waits exactly once, also when the database had it already', async () => {
		const store = memoryStore();
		const db = await openIn(newFactory());
		const writer = writerOf(db, store);
		const kept = review({ at: NOON - 500 });
		await rate(writer, kept);
		const late = review({ card: 'set-1.2.1', at: NOON - 1000 });
		for (const event of [kept, late]) new Journal(store).add(event);
		expect(valueOf(await replayJournal(writer))).toBe(2);
		expect(valueOf(await replayJournal(writer))).toBe(0);
		expect((await dump(db))['events']).toHaveLength(2);
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toMatchObject({ 'new:20000': 2, 'introduced:set-1': 2, seq: 2 });
	});

	it('replays a rating and its undo to nothing', async () => {
		const db = await openIn(newFactory());
		const writer = writerOf(db);
		const event = review();
		writer.journal.add(event);
		writer.journal.add(voidOf(event, NOON + 1));
		expect(valueOf(await replayJournal(writer))).toBe(2);
		expect((await dump(db))['cards']).toEqual([]);
	});

	it('puts aside what is no event', async () => {
		const store = memoryStore();
		const db = await openIn(newFactory());
		const junk = ['{', '[]', '{"format":2}', JSON.stringify({ format: 1, event: { ...review(), rating: 7 } })];
		for (const [index, text] of junk.entries()) store.setItem(`backstory.journal.${index}`, text);
		expect(valueOf(await replayJournal(writerOf(db, store)))).toBe(0);
		expect(store.entries.size).toBe(0);
		expect((await dump(db))['quarantine']?.map((row) => (row as { row: string }).row)).toEqual(junk);
		expect((await dump(db))['events']).toEqual([]);
	});

	it('keeps what it cannot store', async () => {
		const db = await openIn(newFactory());
		const writer = writerOf(db);
		writer.journal.add(review());
		const full = (): never => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		db.events.hook('creating', full);
		expect(errorOf(await replayJournal(writer))).toEqual({ kind: 'quota' });
		expect(writer.journal.waiting().events).toHaveLength(1);
		db.events.hook('creating').unsubscribe(full);
		expect(valueOf(await replayJournal(writer))).toBe(1);
		expect(writer.journal.waiting().events).toHaveLength(0);
	});
});
