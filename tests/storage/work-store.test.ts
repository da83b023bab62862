import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '$lib/domain/units';
import type { BackstoryDatabase } from '$lib/storage/database';
import { deleteOldWork, deleteWork, listWork, readWork, writeWork } from '$lib/storage/work-store';
import { newFactory, NOON, openIn, valueOf } from './support';

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory());
});

async function keep(name: string, id: string, at: number, writtenAt: readonly number[] = []): Promise<boolean> {
	return valueOf(await writeWork(db, name, { id, at, text: `${name} ${id}` }, writtenAt));
}

async function idsOf(name: string): Promise<string[]> {
	return valueOf(await listWork(db, name)).map(({ id }) => id);
}

describe('unfinished work in storage', () => {
	it('is listed by its name alone, the latest first', async () => {
		await keep('entry', 'a', NOON);
		await keep('entry', 'b', NOON + 1);
		await keep('entry.x', 'c', NOON);
		expect(await idsOf('entry')).toEqual(['b', 'a']);
	});

	it('is not overwritten or deleted by whoever does not know of the last writing', async () => {
		await keep('entry', 'a', NOON);
		expect(await keep('entry', 'a', NOON + 1, [NOON])).toBe(true);
		expect(await keep('entry', 'a', NOON + 2, [NOON])).toBe(false);
		valueOf(await deleteWork(db, 'entry', 'a', [NOON]));
		expect(valueOf(await readWork(db, 'entry', 'a'))?.at).toBe(NOON + 1);
		valueOf(await deleteWork(db, 'entry', 'a', [NOON, NOON + 1]));
		expect(valueOf(await readWork(db, 'entry', 'a'))).toBeNull();
	});
});

describe('work that was left alone', () => {
	it('is deleted a week after it was found to be 90 days old, whatever its name, and not before', async () => {
		await keep('assignment', 'old', NOON - 1);
		await keep('report.1', 'old', NOON - 1);
		await keep('assignment', 'kept', NOON);
		const found = NOON + 90 * DAY_MS;
		valueOf(await deleteOldWork(db, found));
		valueOf(await deleteOldWork(db, found + 7 * DAY_MS));
		expect([await idsOf('assignment'), await idsOf('report.1')]).toEqual([['kept', 'old'], ['old']]);
		valueOf(await deleteOldWork(db, found + 7 * DAY_MS + 1));
		expect([await idsOf('assignment'), await idsOf('report.1')]).toEqual([['kept'], []]);
	});

	it('starts anew with every writing, and a clock that was set back deletes nothing', async () => {
		await keep('entry', 'a', NOON);
		valueOf(await deleteOldWork(db, NOON + 91 * DAY_MS));
		await keep('entry', 'a', NOON + 92 * DAY_MS, [NOON]);
		valueOf(await deleteOldWork(db, NOON + 100 * DAY_MS));
		valueOf(await deleteOldWork(db, 0));
		valueOf(await deleteOldWork(db, NOON + 183 * DAY_MS));
		expect(await idsOf('entry')).toEqual(['a']);
	});

	it('outlives a clock that was years ahead for a moment', async () => {
		await keep('entry', 'a', NOON);
		valueOf(await deleteOldWork(db, NOON + 1000 * DAY_MS));
		valueOf(await deleteOldWork(db, NOON + DAY_MS));
		expect(await idsOf('entry')).toEqual(['a']);
		// Old in truth, it has its week from then on.
		const old = NOON + 91 * DAY_MS;
		for (const day of [0, 7]) valueOf(await deleteOldWork(db, old + day * DAY_MS));
		expect(await idsOf('entry')).toEqual(['a']);
		valueOf(await deleteOldWork(db, old + 8 * DAY_MS));
		expect(await idsOf('entry')).toEqual([]);
	});

	it('takes none of the settings with it, nor what it cannot read', async () => {
		const others = [
			{ key: 'newPerDay', value: 20 },
			{ key: 'work', value: { id: 'a', at: 0, text: '' } },
			{ key: 'work0', value: { id: 'a', at: 0, text: '' } },
			{ key: 'work/entry/junk', value: { id: 'junk', at: 'long ago' } }
		];
		await db.settings.bulkPut(others);
		const before: unknown = await db.settings.toArray();
		valueOf(await deleteOldWork(db, NOON));
		expect(await db.settings.toArray()).toEqual(before);
	});
});
