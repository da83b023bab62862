import { readFileSync } from 'node:fs';
import type { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { listAttempts, openAttempt } from '$lib/storage/attempt-store';
import { exportBackup } from '$lib/storage/backup';
import { APP_SCHEMA } from '$lib/storage/database';
import { introducedCards, loadDue, todayCounters } from '$lib/storage/due-store';
import { eventsOfCard } from '$lib/storage/event-store';
import { readBackup } from '$lib/storage/read-backup';
import { loadSet } from '$lib/storage/set-store';
import { readSettings } from '$lib/storage/settings-store';
import { newFactory, NOON, openIn, parseSet, rate, valueOf, writerOf } from './support';

type StoreDump = {
	readonly name: string;
	readonly keyPath: string | string[];
	readonly autoIncrement: boolean;
	readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
	readonly rows: readonly unknown[];
};
type DatabaseDump = { readonly version: number; readonly stores: readonly StoreDump[] };

/** A database as a released version left it. Never edited: each release adds its own. */
const released = JSON.parse(readFileSync('tests/fixtures/db-v1.json', 'utf8')) as DatabaseDump;

/** Rebuilds the dumped database with the bare browser interface, so that nothing of today's code shapes it. */
function install({ version, stores }: DatabaseDump, factory: IDBFactory): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = factory.open('backstory', version);
		request.onupgradeneeded = () => {
			for (const { name, keyPath, autoIncrement, indexes, rows } of stores) {
				const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
				for (const index of indexes) store.createIndex(index.name, index.keyPath);
				for (const row of rows) store.add(row);
			}
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
		request.onerror = () => reject(new Error('The dump could not be installed'));
	});
}

describe('a database of schema 1', () => {
	const opened = async () => {
		const factory = newFactory();
		await install(released, factory);
		return { db: await openIn(factory, 'unused'), factory };
	};
	const rowsOf = (name: string) => released.stores.find((store) => store.name === name)?.rows ?? [];

	it('opens with every row it had, in the schema of today', async () => {
		const { db, factory } = await opened();
		for (const { name, rows } of released.stores) expect(await db.table(name).toArray()).toEqual(rows);
		const added = db.tables
			.map(({ name }) => name)
			.filter((name) => released.stores.every((store) => store.name !== name));
		expect(added.sort()).toEqual(['blocks', 'cardPages', 'duePages', 'given', 'parameters', 'results', 'summaries', 'taken']); // prettier-ignore
		expect((await factory.databases())[0]?.version).toBe(10 * APP_SCHEMA);
	});

	it('is readable in all its parts', async () => {
		const { db } = await opened();
		expect(valueOf(await loadSet(db, 'set-1'))?.items).toHaveLength(3);
		expect(valueOf(await openAttempt(db))?.id).toBe('attempt-1');
		expect(valueOf(await listAttempts(db, 9)).map(({ id }) => id)).toEqual(['done']);
		expect(valueOf(await readSettings(db))).toMatchObject({ newPerDay: 9, readParagraphs: [2, 4] });
		expect(valueOf(await eventsOfCard(db, 'set-1.1.1'))).toHaveLength(2);
		expect(valueOf(await introducedCards(db, 'set-1')).size).toBe(rowsOf('cards').length);
		expect(valueOf(await todayCounters(db, 20_000)).newDone).toBe(1);
		const due = valueOf(await loadDue(db, { setIds: ['set-1'], day: 30_000, reviewLimit: 99 }));
		expect(due.unreadable).toEqual([]);
		expect(due.learning.length + due.reviews.length).toBe(rowsOf('cards').length);
		const backup = valueOf(await readBackup(valueOf(await exportBackup(db, NOON)), parseSet));
		expect(backup.events).toHaveLength(rowsOf('events').length);
	});

	it('takes further answers under the device it had', async () => {
		const { db } = await opened();
		const event = await rate(writerOf(db), { at: NOON * 2 });
		expect(event.device).toBe('device-a');
		expect(event.seq).toBe(5);
	});
});
