import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { DAY_MS } from '$lib/domain/units';
import { exportBackup } from '$lib/storage/backup';
import type { BackstoryDatabase } from '$lib/storage/database';
import { commitReview, eventsOfCard } from '$lib/storage/event-store';
import { countAnswers } from '$lib/storage/log-reader';
import { readBackup } from '$lib/storage/read-backup';
import { rebuildDerived, refoldCards } from '$lib/storage/rebuild';
import { restoreBackup } from '$lib/storage/restore-backup';
import { BLOCK_EVENTS, sealOldEvents } from '$lib/storage/seal-log';
import { uuidAt } from '../unit/domain/log/arbitrary-log';
import { countersOf, dump, fold, newFactory, NOON, openIn, parseSet, undo, valueOf, writerOf } from './support';

const CARDS = 100;
let db: BackstoryDatabase;

/** A log of one block and a few rows over, all of it old. */
function pastEvents(): LearningEvent[] {
	return Array.from({ length: BLOCK_EVENTS + 10 }, (_, seq) => {
		const at = NOON - (BLOCK_EVENTS + 10 - seq) * 3 * 60 * 60_000 - 10 * DAY_MS;
		const card = `set-1.${(seq % CARDS) + 1}.1`;
		const rating = seq % 9 === 0 ? 1 : 3;
		const day = Math.floor(at / DAY_MS);
		return { kind: 'review', id: uuidAt(at, seq), device: 'older', seq, at, day, card, rating, tookMs: 4000 };
	});
}

beforeEach(async () => {
	db = await openIn(newFactory(), 'phone');
	await db.events.bulkPut(pastEvents());
	valueOf(await rebuildDerived(db));
});

afterEach(() => db.close());

describe('sealing', () => {
	it('packs whole blocks of old events and leaves the rest, and nothing that is derived changes', async () => {
		const before = await dump(db);
		expect(valueOf(await sealOldEvents(db, NOON))).toBe(BLOCK_EVENTS);
		expect([await db.events.count(), await db.blocks.count()]).toEqual([10, 1]);
		valueOf(await rebuildDerived(db));
		const after = await dump(db);
		expect(after['cards']).toEqual(before['cards']);
		expect(after['counters']).toEqual(before['counters']);
		expect(valueOf(await sealOldEvents(db, NOON))).toBe(0);
	});

	it('leaves all as it is on a page that came without encryption: there is nothing to name a block by', async () => {
		const before = await dump(db);
		vi.stubGlobal('crypto', {});
		expect(valueOf(await sealOldEvents(db, NOON))).toBe(0);
		vi.unstubAllGlobals();
		expect(await dump(db)).toEqual(before);
	});

	it('leaves young events alone', async () => {
		const last = Math.max(...pastEvents().map(({ at }) => at));
		await db.events
			.where('id')
			.below(uuidAt(last - 4 * DAY_MS, 0))
			.delete();
		expect(valueOf(await sealOldEvents(db, last))).toBe(0);
	});

	it('keeps each card’s whole history, and its next answers go on from it', async () => {
		const writer = writerOf(db);
		const history = valueOf(await eventsOfCard(db, 'set-1.7.1'));
		valueOf(await sealOldEvents(db, NOON));
		expect(valueOf(await eventsOfCard(db, 'set-1.7.1'))).toEqual(history);
		const event = { id: uuidAt(NOON, 1), card: 'set-1.7.1', at: NOON, day: 20_000, kind: 'review', rating: 3 } as const;
		const stored = valueOf(
			await commitReview(writer, { event: { ...event, tookMs: 9 }, step: { expected: null, next: null } })
		);
		expect(stored.state?.reviews).toBe((fold(history)?.reviews ?? 0) + 1);
		expect(await undo(writer, stored.events[0]!, NOON + 5)).toEqual(fold(history));
		await db.cards.delete('set-1.7.1');
		valueOf(await refoldCards(db, ['set-1.7.1'], fold));
		expect(await db.cards.get('set-1.7.1')).toMatchObject({ reviews: fold(history)?.reviews });
	});

	it('travels in a backup, and comes back as it was, once', async () => {
		const whole = await dump(db);
		valueOf(await sealOldEvents(db, NOON));
		const backup = valueOf(await readBackup(valueOf(await exportBackup(db, NOON)), parseSet));
		expect(countAnswers(backup)).toBe(BLOCK_EVENTS + 10);
		const other = await openIn(newFactory(), 'tablet');
		expect(valueOf(await restoreBackup(other, backup, NOON)).events).toBe(BLOCK_EVENTS + 10);
		expect((await dump(other))['cards']).toEqual(whole['cards']);
		expect(valueOf(await restoreBackup(other, backup, NOON)).events).toBe(0);
		other.close();
	});

	it('counts an event once that is in a block here and a row there', async () => {
		const unsealed = valueOf(await readBackup(valueOf(await exportBackup(db, NOON)), parseSet));
		const counters = await countersOf(db);
		valueOf(await sealOldEvents(db, NOON));
		expect(valueOf(await restoreBackup(db, unsealed, NOON)).events).toBe(0);
		valueOf(await rebuildDerived(db));
		expect(await countersOf(db)).toEqual(counters);
	});

	it('goes on with what can be read when a block is damaged', async () => {
		valueOf(await sealOldEvents(db, NOON));
		const [block] = (await db.blocks.toArray()) as { id: string; bytes: Uint8Array }[];
		const bytes = block!.bytes.slice();
		bytes[100] = (bytes[100]! + 1) % 256;
		await db.blocks.put({ id: block!.id, bytes });
		expect(valueOf(await rebuildDerived(db)).events).toBe(10);
	});
});
