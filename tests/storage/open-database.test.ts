import Dexie from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import type { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { connect, withReconnect } from '$lib/storage/connection';
import { APP_SCHEMA, type BackstoryDatabase } from '$lib/storage/database';
import { commitReview } from '$lib/storage/event-store';
import { openDatabase } from '$lib/storage/open-database';
import { readSettings, writeSettings } from '$lib/storage/settings-store';
import { dump, errorOf, fold, newFactory, NOON, openIn, rate, review, valueOf, writerOf } from './support';

const open = (factory: unknown, onSuperseded = () => {}) =>
	openDatabase({
		newDevice: 'device-a',
		onSuperseded,
		dependencies: { indexedDB: factory as IDBFactory, IDBKeyRange }
	});

/** A later release that dropped an index and a table and added others. */
function newerDatabase(factory: IDBFactory): Dexie {
	const newer = new Dexie('backstory', { indexedDB: factory, IDBKeyRange });
	newer.version(APP_SCHEMA + 1).stores({ events: 'id', cards: 'card, due', extra: 'id', quarantine: null });
	return newer;
}

function nativeVersion(factory: IDBFactory): Promise<number | undefined> {
	return factory.databases().then((databases) => databases[0]?.version);
}

describe('openDatabase', () => {
	it('creates the tables and keeps the rows between openings', async () => {
		const factory = newFactory();
		const first = await openIn(factory);
		await rate(writerOf(first));
		const before = await dump(first);
		first.close();
		expect(await dump(await openIn(factory))).toEqual(before);
	});

	it('refuses a newer schema and leaves it as it is', async () => {
		const factory = newFactory();
		const newer = newerDatabase(factory);
		await newer.open();
		newer.close();
		expect(errorOf(await open(factory))).toEqual({ kind: 'newer-version' });
		expect(await nativeVersion(factory)).toBe(10 * (APP_SCHEMA + 1));
	});

	it('refuses a newer schema also where the browser does not list its databases', async () => {
		const factory = newFactory();
		const newer = new Dexie('backstory', { indexedDB: factory, IDBKeyRange });
		newer.version(APP_SCHEMA + 1).stores({ sets: 'id' });
		await newer.open();
		newer.close();
		Object.defineProperty(factory, 'databases', { value: undefined });
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		expect(errorOf(await open(factory))).toEqual({ kind: 'newer-version' });
	});

	it('says that storage is denied when there is no IndexedDB', async () => {
		expect(errorOf(await open(undefined))).toEqual({ kind: 'denied' });
	});

	it('says that storage is denied when the browser forbids it', async () => {
		const forbid = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
		expect(errorOf(await open({ open: forbid, databases: forbid }))).toEqual({ kind: 'denied' });
	});

	it('says that another tab is in the way instead of waiting for it', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const factory = newFactory();
		// A tab that neither upgrades nor lets go.
		const stubborn = await new Promise<IDBDatabase>((resolve) => {
			const request = factory.open('backstory', 5);
			request.onsuccess = () => resolve(request.result);
		});
		expect(errorOf(await open(factory))).toEqual({ kind: 'blocked' });
		stubborn.close();
		expect((await open(factory)).ok).toBe(true);
	});
});

describe('a tab left behind by an upgrade', () => {
	it('is told, lets the new tab upgrade, and can neither write nor open again', async () => {
		const factory = newFactory();
		const onSuperseded = vi.fn();
		const old = await openIn(factory, 'device-a', onSuperseded);
		const writer = writerOf(old);
		await rate(writer);
		const newer = newerDatabase(factory);
		await newer.open();
		expect(onSuperseded).toHaveBeenCalledWith({ kind: 'newer-version' });

		const event = review({ card: 'set-1.2.1' });
		const next = fold([{ ...event, device: 'x', seq: 0 }]);
		const result = await commitReview(writer, { event, step: { expected: null, next } });
		expect(errorOf(result)).toEqual({ kind: 'newer-version' });
		expect(errorOf(await readSettings(old))).toEqual({ kind: 'newer-version' });
		expect(await newer.table('events').count()).toBe(1);
		expect(writer.journal.waiting().events).toEqual([event]);
		expect(await nativeVersion(factory)).toBe(10 * (APP_SCHEMA + 1));
	});

	it('is told when another tab erases the database', async () => {
		const factory = newFactory();
		const onSuperseded = vi.fn();
		const old = await openIn(factory, 'device-a', onSuperseded);
		await Dexie.delete('backstory').catch(() => {});
		await new Promise<void>((resolve) => {
			factory.deleteDatabase('backstory').onsuccess = () => resolve();
		});
		expect(onSuperseded).toHaveBeenCalledWith({ kind: 'erased' });
		expect(errorOf(await writeSettings(old, { newPerDay: 5 }, NOON))).toEqual({ kind: 'erased' });
		expect(errorOf(await connect(old))).toEqual({ kind: 'erased' });
		expect(await factory.databases()).toEqual([]);
	});
});

describe('a connection that dies', () => {
	const kill: Record<string, (db: BackstoryDatabase) => void> = {
		'closed behind our back': (db) => db.backendDB().close(),
		'closed by the browser': (db) => void db.backendDB().onclose?.(new Event('close')),
		UnknownError: (db) => failOnce(db, 'UnknownError'),
		AbortError: (db) => failOnce(db, 'AbortError')
	};

	const failOnce = (db: BackstoryDatabase, name: string): void => {
		const fail = (): never => {
			db.events.hook('creating').unsubscribe(fail);
			throw new DOMException('Connection to Indexed Database server lost', name);
		};
		db.events.hook('creating', fail);
	};

	it.each(Object.keys(kill))('(%s) is replaced and the write lands once', async (way) => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const db = await openIn(newFactory());
		const writer = writerOf(db);
		const dead = db.backendDB();
		kill[way]?.(db);
		const event = review();
		const next = fold([{ ...event, device: 'x', seq: 0 }]);
		const result = await commitReview(writer, { event, step: { expected: null, next } });
		expect(result.ok).toBe(true);
		expect(db.backendDB()).not.toBe(dead);
		expect((await dump(db))['events']).toHaveLength(1);
		expect(writer.journal.waiting().events).toEqual([]);
	});

	it('is replaced once for all the work that it fails', async () => {
		const db = await openIn(newFactory());
		db.close();
		const openings = vi.spyOn(db, 'open');
		const results = await Promise.all([1, 2, 3].map((limit) => writeSettings(db, { newPerDay: limit }, NOON)));
		expect(results.every((result) => result.ok)).toBe(true);
		expect(openings).toHaveBeenCalledTimes(1);
	});

	it('is not replaced a second time', async () => {
		const db = await openIn(newFactory());
		const work = vi.fn(() => Promise.reject(new DOMException('gone', 'UnknownError')));
		expect(errorOf(await withReconnect(db, work))).toEqual({ kind: 'lost' });
		expect(work).toHaveBeenCalledTimes(2);
	});

	it('leaves what was committed before it', async () => {
		const db = await openIn(newFactory());
		valueOf(await writeSettings(db, { newPerDay: 5 }, NOON));
		db.close();
		expect(valueOf(await readSettings(db)).newPerDay).toBe(5);
	});
});
