import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import type { BackstoryDatabase } from '$lib/storage/database';
import { refoldLog } from '$lib/storage/refold';
import { readSession } from '$lib/storage/session-store';
import { deleteSet, saveSet } from '$lib/storage/set-store';
import { keepShelf } from '$lib/storage/shelf';
import { newFactory, NOON, openIn, rate, studySet, undo, valueOf, writerOf } from './support';

let db: BackstoryDatabase;

const TODAY = Math.floor(NOON / DAY_MS);

async function session(setId: string | null = null, day = TODAY) {
	const query = { setId, bundled: ['bank'], day, since: NOON - 2 * DAY_MS, reviewLimit: 9 };
	return valueOf(await readSession(db, query));
}

/** What a session knows of the sets. */
async function known() {
	const { sets, introduced } = await session();
	return [sets.map(({ id }) => id), [...introduced].filter(([, count]) => count > 0)];
}

beforeEach(async () => {
	db = await openIn(newFactory());
	await saveSet(db, studySet());
	await saveSet(db, studySet({ id: 'set-2', addedAt: NOON + 1 }));
	await rate(writerOf(db), { card: 'set-1.1.1', rating: 4 });
});

describe('readSession', () => {
	it('gives the sets, what is due in them, and what was done', async () => {
		const { sets, setIds, introduced, reviews, today, done } = await session(null, TODAY + 30);
		expect(sets.map(({ id }) => id)).toEqual(['set-2', 'set-1']);
		expect(setIds).toEqual(['bank', 'set-2', 'set-1']);
		expect(introduced.get('set-1')).toBe(1);
		expect(reviews.map(({ card }) => card)).toEqual(['set-1.1.1']);
		expect([today.newDone, done.cards]).toEqual([0, []]);
		expect((await session()).today).toEqual({ newDone: 1, reviewsDone: 0 });
		expect((await session()).done.cards).toEqual([{ card: 'set-1.1.1', kind: 'new' }]);
	});

	it('keeps to one set', async () => {
		await rate(writerOf(db), { card: 'set-2.1.1', rating: 4, at: NOON + 1 });
		const { sets, setIds, introduced, reviews } = await session('set-2', TODAY + 30);
		expect([sets, setIds, [...introduced]]).toEqual([[], ['set-2'], [['set-2', 1]]]);
		expect(reviews.map(({ card }) => card)).toEqual(['set-2.1.1']);
	});
});

describe('what is kept of the sets', () => {
	const spoilt = () => db.summaries.update('shelf', { introduced: [['set-1', 7]] } as never);

	it('is what a session reads, as long as nothing happens', async () => {
		const before = await known();
		valueOf(await keepShelf(db));
		expect(await known()).toEqual(before);
		await spoilt();
		expect(await known()).toEqual([['set-2', 'set-1'], [['set-1', 7]]]);
	});

	it.each([
		['an answer', () => rate(writerOf(db), { card: 'set-1.2.1', at: NOON + 1 }), ['set-2', 'set-1'], [['set-1', 2]]],
		[
			'an undo',
			async () => undo(writerOf(db), ((await db.events.toArray()) as never[])[0] as never, NOON + 1),
			['set-2', 'set-1'],
			[]
		],
		[
			'a set that comes',
			() => saveSet(db, studySet({ id: 'set-3', addedAt: NOON + 2 })),
			['set-3', 'set-2', 'set-1'],
			[['set-1', 1]]
		],
		['a set that goes', () => deleteSet(db, 'set-2'), ['set-1'], [['set-1', 1]]],
		['a fold of the whole log', () => refoldLog(db), ['set-2', 'set-1'], [['set-1', 1]]]
	])('does not outlive %s', async (_, change, sets, introduced) => {
		// prettier-ignore
		valueOf(await keepShelf(db));
		await spoilt();
		await change();
		expect(await known()).toEqual([sets, introduced]);
	});

	it('is left alone when it is damaged', async () => {
		valueOf(await keepShelf(db));
		await db.summaries.update('shelf', { sets: [{ id: 'set-1' }] } as never);
		expect(await known()).toEqual([['set-2', 'set-1'], [['set-1', 1]]]);
	});
});
