import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LearningEvent } from '$lib/domain/event';
import { DAY_MS } from '$lib/domain/units';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { commitReview } from '$lib/storage/event-store';
import { mergeLog } from '$lib/storage/merge-log';
import { foldTables } from '$lib/storage/rebuild';
import { isUnfolded, refoldLog } from '$lib/storage/refold';
import {
	countersOf,
	expectDerivedFromLog,
	newFactory,
	NOON,
	openIn,
	rate,
	stateInDb,
	valueOf,
	writerOf
} from './support';

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory(), 'phone');
	const writer = writerOf(db);
	for (const [index, card] of ['set-1.1.1', 'set-1.2.1', 'set-2.1.1'].entries()) {
		await rate(writer, { card, at: NOON + index });
		await rate(writer, { card, at: NOON + DAY_MS + index });
	}
});

afterEach(() => db.close());

describe('working everything out anew', () => {
	it('finds nothing to put right where all is well', async () => {
		const before = await countersOf(db);
		expect(valueOf(await refoldLog(db))).toEqual({ events: 6, cards: 3, changed: 0 });
		expect(await countersOf(db)).toEqual(before);
	});

	it('puts right what is damaged, gone, or of no card that was answered, and the counters', async () => {
		const before = await countersOf(db);
		const row = (await db.cards.get('set-1.1.1')) as { stability: number };
		await db.cards.put({ ...row, stability: 999 } as never);
		await db.cards.delete('set-1.2.1');
		await db.cards.put({ ...row, card: 'set-9.9.1', setId: 'set-9' } as never);
		await db.counters.put({ key: 'introduced:set-1', count: 40 });
		expect(valueOf(await refoldLog(db)).changed).toBe(3);
		await expectDerivedFromLog(db);
		expect(await countersOf(db)).toEqual(before);
	});

	it('counts an answer that is given meanwhile', async () => {
		const writer = writerOf(db);
		const row = (await db.cards.get('set-2.1.1')) as { stability: number };
		await db.cards.put({ ...row, stability: 999 } as never);
		let answered: Promise<unknown> | null = null;
		const done = await refoldLog(db, () => {
			const at = NOON + 3 * DAY_MS;
			const event = {
				kind: 'review',
				id: 'meanwhile',
				card: 'set-1.1.1',
				at,
				day: 20_003,
				rating: 3,
				tookMs: 1
			} as const;
			answered ??= commitReview(writer, { event, step: { expected: null, next: null } });
		});
		expect(answered).not.toBeNull();
		expect(valueOf(done).cards).toBe(3);
		await expectDerivedFromLog(db);
		expect((await countersOf(db))['reviews:20003']).toBe(1);
	});

	it('tells how far it is', async () => {
		const shares: number[] = [];
		valueOf(await refoldLog(db, (share) => shares.push(share)));
		expect(shares[0]).toBe(0);
		expect(shares.every((share) => share >= 0 && share < 1)).toBe(true);
	});

	it('folds what a merge brought whose tab was closed before it could, and a merge that comes in between', async () => {
		const merge = (id: string, at: number) =>
			inTransaction(db, 'rw', foldTables(db), () =>
				mergeLog(db, { events: [arrived(id, at)], blocks: [], parameters: [] }, NOON + 9 * DAY_MS)
			);
		expect(valueOf(await isUnfolded(db))).toBe(false);
		valueOf(await merge('first', NOON - 5));
		expect(valueOf(await isUnfolded(db))).toBe(true);
		let second: Promise<unknown> | undefined;
		const mergeOnce = () => {
			second ??= merge('second', NOON - 4);
		};
		valueOf(await refoldLog(db, mergeOnce));
		expect(second).toBeDefined();
		expect(valueOf(await isUnfolded(db))).toBe(false);
		await expectDerivedFromLog(db);
		expect(await stateInDb(db, 'set-1.1.1')).toMatchObject({ reviews: 4 });
		valueOf(await merge('first', NOON - 5));
		expect(valueOf(await isUnfolded(db))).toBe(false);
	});
});

/** An answer that another device gave before those of this one. */
function arrived(id: string, at: number): LearningEvent {
	return { kind: 'review', id, device: 'tablet', seq: at, at, day: 19_999, card: 'set-1.1.1', rating: 3, tookMs: 9 };
}
