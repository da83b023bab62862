import { beforeEach, describe, expect, it } from 'vitest';
import type { BackstoryDatabase } from '$lib/storage/database';
import { deleteSet, listSets, loadItems, loadSet, saveSet } from '$lib/storage/set-store';
import { dump, item, newFactory, NOON, openIn, rate, stateInDb, studySet, valueOf, writerOf } from './support';

let db: BackstoryDatabase;

beforeEach(async () => {
	db = await openIn(newFactory());
});

describe('saveSet', () => {
	it('stores a set that comes back the same', async () => {
		expect(valueOf(await saveSet(db, studySet()))).toEqual({ kind: 'added' });
		expect(valueOf(await loadSet(db, 'set-1'))).toEqual(studySet());
	});

	it('replaces an earlier revision, items gone from it included, and keeps progress', async () => {
		valueOf(await saveSet(db, studySet({ origin: 'received' })));
		await rate(writerOf(db));
		const progress = await stateInDb(db, 'set-1.1.1');
		const newer = studySet({
			revision: 2,
			origin: 'received',
			addedAt: NOON + 5,
			items: [item(1, { stem: 'Reworded' }), item(9)]
		});
		expect(valueOf(await saveSet(db, newer))).toEqual({ kind: 'replaced' });
		expect(valueOf(await loadSet(db, 'set-1'))).toEqual({ ...newer, addedAt: NOON });
		expect(await stateInDb(db, 'set-1.1.1')).toEqual(progress);
	});

	it('keeps a newer revision unless told otherwise', async () => {
		valueOf(await saveSet(db, studySet({ revision: 3 })));
		const before = await dump(db);
		const older = studySet({ revision: 2, title: 'Older' });
		expect(valueOf(await saveSet(db, older))).toEqual({ kind: 'kept', reason: 'newer', revision: 3 });
		expect(await dump(db)).toEqual(before);
		expect(valueOf(await saveSet(db, older, { overwrite: true }))).toEqual({ kind: 'replaced' });
		expect(valueOf(await loadSet(db, 'set-1'))?.title).toBe('Older');
	});

	it("keeps an own set when another's edition of it arrives, and keeps it own when told to take that", async () => {
		valueOf(await saveSet(db, studySet()));
		const received = studySet({ revision: 9, origin: 'received', title: 'Not mine' });
		expect(valueOf(await saveSet(db, received))).toEqual({ kind: 'kept', reason: 'own', revision: 1 });
		expect(valueOf(await saveSet(db, received, { overwrite: true }))).toEqual({ kind: 'replaced' });
		expect(valueOf(await loadSet(db, 'set-1'))).toMatchObject({ title: 'Not mine', origin: 'own', revision: 9 });
	});

	it('stores the set with all its items or not at all', async () => {
		valueOf(await saveSet(db, studySet()));
		const before = await dump(db);
		const unstorable = { ...item(5), bad: () => {} };
		const result = await saveSet(db, studySet({ revision: 2, title: 'Half', items: [item(4), unstorable] }));
		expect(result.ok).toBe(false);
		expect(await dump(db)).toEqual(before);
	});
});

describe('reading sets', () => {
	it('lists sets without items, latest first, with their numbers of items and cards', async () => {
		valueOf(await saveSet(db, studySet()));
		valueOf(await saveSet(db, studySet({ id: 'set-2', addedAt: NOON + 1, items: [] })));
		const sets = valueOf(await listSets(db));
		expect(sets.map(({ id, itemCount, cardCount }) => [id, itemCount, cardCount])).toEqual([['set-2', 0, 0], ['set-1', 3, 4]]); // prettier-ignore
		expect(sets[1]).not.toHaveProperty('items');
	});

	it('loads only the items asked for', async () => {
		valueOf(await saveSet(db, studySet()));
		const items = valueOf(await loadItems(db, new Map([['set-1', [2, 77]]]))).get('set-1');
		expect([...(items ?? [])]).toEqual([[2, item(2)]]);
	});

	it('leaves out rows that are no items', async () => {
		valueOf(await saveSet(db, studySet()));
		await db.items.put({ setId: 'set-1', number: 2, item: { type: 'riddle' } } as never);
		expect(valueOf(await loadSet(db, 'set-1'))?.items.map(({ number }) => number)).toEqual([1, 3]);
	});

	it('finds nothing under an unknown id', async () => {
		expect(valueOf(await loadSet(db, 'nowhere'))).toBeNull();
	});
});

describe('deleteSet', () => {
	it('removes the set and its items only, and a set that returns has its progress', async () => {
		valueOf(await saveSet(db, studySet()));
		valueOf(await saveSet(db, studySet({ id: 'set-2' })));
		await rate(writerOf(db));
		const progress = await stateInDb(db, 'set-1.1.1');
		valueOf(await deleteSet(db, 'set-1'));
		expect(valueOf(await listSets(db)).map(({ id }) => id)).toEqual(['set-2']);
		expect((await dump(db))['items']).toHaveLength(3);
		valueOf(await saveSet(db, studySet()));
		expect(await stateInDb(db, 'set-1.1.1')).toEqual(progress);
	});
});
