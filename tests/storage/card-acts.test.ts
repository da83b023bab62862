import { beforeEach, describe, expect, it } from 'vitest';
import { suspendCard } from '$lib/domain/suspend-card';
import { DAY_MS } from '$lib/domain/units';
import type { BackstoryDatabase } from '$lib/storage/database';
import { dueCounts, introducedCards, loadCards, loadDue } from '$lib/storage/due-store';
import { replayJournal } from '$lib/storage/event-store';
import type { LogWriter } from '$lib/storage/event-store';
import { gatherHomeSummary } from '$lib/storage/gather-summary';
import { dueCountFromSummary, NO_PLAN } from '$lib/storage/home-summary';
import { JOURNAL_SLOTS } from '$lib/storage/journal';
import { rebuildDerived } from '$lib/storage/rebuild';
import { commitActs, commitVoids } from '$lib/storage/card-acts';
import type { ActWrite } from '$lib/storage/card-acts';
import {
	countersOf,
	dump,
	errorOf,
	expectDerivedFromLog,
	idAt,
	memoryStore,
	newFactory,
	NOON,
	openIn,
	rate,
	stateInDb,
	storedStates,
	valueOf,
	voidOf,
	writerOf
} from './support';

const SEEN = 'set-1.1.1';
const UNSEEN = 'set-1.2.1';
const DAY = 20_000;

let db: BackstoryDatabase;
let writer: LogWriter;

beforeEach(async () => {
	db = await openIn(newFactory());
	writer = writerOf(db);
	await rate(writer, { card: SEEN, rating: 4 });
});

describe('commitActs', () => {
	it('takes cards out of study and out of what home counts, and brings them back', async () => {
		const later = NOON + 40 * DAY_MS;
		expect(await home(later)).toMatchObject({ reviews: 1, fresh: 3 });
		valueOf(await commitActs(writer, await writesOf([SEEN, UNSEEN], true, NOON + 1)));
		expect(await home(later)).toMatchObject({ reviews: 0, fresh: 2 });
		expect(valueOf(await due(later)).reviews).toEqual([]);
		// A card with a state is not offered as new.
		expect(valueOf(await introducedCards(db, 'set-1'))).toEqual(new Set([SEEN, UNSEEN]));
		valueOf(await commitActs(writer, await writesOf([SEEN, UNSEEN], false, NOON + 2)));
		expect(await home(later)).toMatchObject({ reviews: 1, fresh: 3 });
		expect(valueOf(await due(later)).reviews.map(({ card }) => card)).toEqual([SEEN]);
		expect(valueOf(await introducedCards(db, 'set-1'))).toEqual(new Set([SEEN]));
		await expectDerivedFromLog(db);
	});

	it('leaves no trace in the memory of a card', async () => {
		const before = await stateInDb(db, SEEN);
		valueOf(await commitActs(writer, await writesOf([SEEN], true, NOON + 1)));
		expect(await stateInDb(db, SEEN)).toEqual(before && { ...before, suspended: true });
		valueOf(await commitActs(writer, await writesOf([SEEN], false, NOON + 2)));
		expect(await stateInDb(db, SEEN)).toEqual(before);
	});

	it('gives the cards in the order given, numbers the events, and empties the journal', async () => {
		const written = valueOf(await commitActs(writer, await writesOf([UNSEEN, SEEN], true, NOON + 1)));
		expect(written.map(({ state }) => [state?.card, state?.suspended])).toEqual([
			[UNSEEN, true],
			[SEEN, true]
		]);
		expect(written.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual([1, 2]);
		expect(writer.journal.waiting().events).toEqual([]);
		// The next answer goes on from there.
		expect((await rate(writer, { card: 'set-1.3.1', at: NOON + 2 })).seq).toBe(3);
		expect(await countersOf(db)).toMatchObject({ seq: 4, 'introduced:set-1': 3 });
	});

	it('takes the same events twice as one', async () => {
		const writes = await writesOf([SEEN, UNSEEN], true, NOON + 1);
		valueOf(await commitActs(writer, writes));
		const before = await dump(db);
		valueOf(await commitActs(writer, writes));
		expect(await dump(db)).toEqual(before);
	});

	it('keeps an answer that another tab has given meanwhile', async () => {
		const writes = await writesOf([SEEN, UNSEEN], true, NOON + 2);
		await rate(writer, { card: UNSEEN, at: NOON + 1 });
		const [, second] = valueOf(await commitActs(writer, writes));
		expect(second?.state).toMatchObject({ suspended: true, reviews: 1 });
		await expectDerivedFromLog(db);
	});

	it('stores none of the cards when one cannot be stored; the journal keeps them for the next start', async () => {
		const writes = await writesOf([SEEN, UNSEEN], true, NOON + 1);
		const before = await dump(db);
		const fail = (): never => {
			throw new DOMException('disk full', 'QuotaExceededError');
		};
		db.counters.hook('updating', fail);
		expect(errorOf(await commitActs(writer, writes))).toEqual({ kind: 'quota' });
		db.counters.hook('updating').unsubscribe(fail);
		expect(await dump(db)).toEqual(before);
		expect(writer.journal.waiting().events).toEqual(writes.map(({ event }) => event));
		expect(valueOf(await replayJournal(writer))).toBe(2);
		expect((await stateInDb(db, UNSEEN))?.suspended).toBe(true);
		expect(writer.journal.waiting().events).toEqual([]);
		await expectDerivedFromLog(db);
	});

	it('stores more cards than the journal has room for', async () => {
		const store = memoryStore();
		const cards = Array.from({ length: JOURNAL_SLOTS + 20 }, (_, index) => `set-2.${index + 1}.1`);
		valueOf(await commitActs(writerOf(db, store), await writesOf(cards, true, NOON + 1)));
		expect(valueOf(await loadCards(db, cards)).size).toBe(cards.length);
		expect(await countersOf(db)).toMatchObject({ 'introduced:set-2': cards.length });
		expect([...store.entries]).toEqual([]);
	});

	it('is there again when all is folded anew', async () => {
		valueOf(await commitActs(writer, await writesOf([SEEN, UNSEEN], true, NOON + 1)));
		const before = [await storedStates(db), await countersOf(db)];
		valueOf(await rebuildDerived(db));
		expect([await storedStates(db), await countersOf(db)]).toEqual(before);
	});
});

describe('commitVoids', () => {
	it('takes a suspension of several cards back, down to a card without a state', async () => {
		const before = await db.cards.toArray();
		const writes = await writesOf([SEEN, UNSEEN], true, NOON + 1);
		valueOf(await commitActs(writer, writes));
		const voids = writes.map(({ event }) => voidOf(event, NOON + 2));
		const undone = valueOf(await commitVoids(writer, voids));
		expect(undone.map(({ state }) => state?.suspended)).toEqual([false, undefined]);
		expect(await db.cards.toArray()).toEqual(before);
		expect(await countersOf(db)).toMatchObject({ 'introduced:set-1': 1 });
		await expectDerivedFromLog(db);
	});
});

/** Events as the screen makes them: from the states it has. */
function writesOf(cards: readonly string[], suspended: boolean, at: number): Promise<ActWrite[]> {
	return Promise.all(
		cards.map(async (card) => {
			const event = { id: idAt(at), at, day: DAY, card, kind: 'suspend', suspended } as const;
			const expected = await stateInDb(db, card);
			return { event, step: { expected, next: suspendCard(expected, event) } };
		})
	);
}

function due(now: number) {
	return loadDue(db, { setIds: ['set-1'], day: Math.floor(now / DAY_MS), reviewLimit: 10 });
}

async function home(now: number) {
	const day = Math.floor(now / DAY_MS);
	const sets = [{ id: 'set-1', title: 'A set', cards: 4 }];
	const summary = valueOf(await gatherHomeSummary(db, { sets, limits: [], day, plan: NO_PLAN }));
	const counts = valueOf(await dueCounts(db, { setIds: ['set-1'], day, now, limit: 10 }));
	const waiting = dueCountFromSummary(summary, day, now, {
		everyDay: { fresh: 20, reviews: 200 },
		today: null,
		sets: []
	});
	expect(counts.get('set-1')?.reviews).toBe(waiting.reviews);
	return waiting;
}
