import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '$lib/domain/result';
import type { DatabaseAccess } from '$lib/state/database.svelte';
import { RemoteFilesStore } from '$lib/state/sync/remote-files';
import { StorageSync, type StorageWays } from '$lib/state/sync/storage-sync.svelte';
import { syncLog } from '$lib/state/sync/sync-log';
import type { BackstoryDatabase } from '$lib/storage/database';
import { readSyncMemory, writeSyncMemory } from '$lib/storage/sync-memory';
import type { RemoteFiles } from 'remotestoragejs/src/remotestorage.js';
import { newFactory, NOON, openIn, rate, valueOf, writerOf } from '../../../storage/support';
import { appOver } from '../fake-app';
import { localLogOf } from './local-log';
import { loadFiles, StorageServer } from './storage-server';

let server: StorageServer;
let files: RemoteFiles;
let db: BackstoryDatabase;
let access: DatabaseAccess;
let isLoadable: boolean;
let merges: number;

/** The library, where there is a network to load it from, and syncing without a worker and without a vault to look for. */
const ways = (retryMs = 60_000): StorageWays => ({
	open: () => {
		const store = new RemoteFilesStore(files);
		const remote = { isConnected: true, address: 'ada@storage.example', store, disconnect: () => undefined };
		return Promise.resolve(isLoadable ? { ...remote, connect: () => Promise.resolve(ok(null)) } : null);
	},
	sync: async (_, store) => {
		const memory = valueOf(await readSyncMemory(db));
		if (memory === null) return err({ kind: 'no-passphrase' });
		const { done } = await syncLog({ store, key: memory.key, log: localLogOf(db, NOON), seen: memory.seen });
		if (done.ok) valueOf(await writeSyncMemory(db, { ...memory, lastAt: NOON }));
		return done;
	},
	retryMs
});

const open = (retryMs?: number) =>
	new StorageSync(
		() => access,
		() => (merges += 1),
		ways(retryMs)
	);

const remember = async (lastAt: number | null) => {
	const usages = ['encrypt', 'decrypt'] as const;
	const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, usages);
	valueOf(await writeSyncMemory(db, { key, vault: Uint8Array.of(1), seen: new Map(), lastAt }));
};

beforeAll(async () => {
	files = await loadFiles();
});

afterAll(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

beforeEach(async () => {
	[isLoadable, merges] = [true, 0];
	db = await openIn(newFactory(), 'phone');
	access = (await appOver(db)).app.database;
	server = new StorageServer();
	await server.start(files);
});

afterEach(() => {
	server.stop();
	db.close();
});

describe('syncing without a connection', () => {
	it('says so, and when it last synced, where not even the library can be loaded', async () => {
		await remember(NOON - 5);
		isLoadable = false;
		const storage = open();
		expect(storage.step.kind).toBe('starting');
		await storage.start();
		expect(storage.step).toEqual({ kind: 'offline', isKnown: true });
		expect(storage.lastAt).toBe(NOON - 5);
	});

	it('says that a storage can be chosen later where none ever was', async () => {
		isLoadable = false;
		const storage = open();
		await storage.start();
		expect(storage.step).toEqual({ kind: 'offline', isKnown: false });
		isLoadable = true;
		await storage.goOn();
		expect(storage.step).toEqual({ kind: 'locked', error: null });
	});

	it('syncs by itself once there is one', async () => {
		await remember(null);
		await rate(writerOf(db));
		isLoadable = false;
		const storage = open();
		await storage.start();
		isLoadable = true;
		await storage.goOn();
		expect(storage.step).toMatchObject({ kind: 'ready', error: null, synced: { sent: 1 } });
		expect(storage.lastAt).toBe(NOON);
		expect(merges).toBe(1);
	});

	it('to a server that has stopped says that it cannot be reached, and goes on when it is back', async () => {
		await remember(NOON - 5);
		await rate(writerOf(db));
		const storage = open();
		await storage.start();
		server.stop();
		await storage.sync();
		expect(storage.step).toEqual({ kind: 'ready', error: { kind: 'offline' }, synced: null });
		expect(storage.lastAt).toBe(NOON - 5);
		await server.start(files);
		await storage.goOn();
		storage.end();
		expect(storage.step).toMatchObject({ kind: 'ready', error: null, synced: { sent: 1 } });
		expect(storage.lastAt).toBe(NOON);
	});

	it('tries again from time to time, for a network can be there without the server', async () => {
		await remember(null);
		await rate(writerOf(db));
		const storage = open(20);
		await storage.start();
		server.stop();
		await storage.sync();
		await server.start(files);
		await vi.waitFor(() => expect(storage.step).toMatchObject({ error: null, synced: { sent: 1 } }));
		storage.end();
	});

	it('does not try again once nobody looks', async () => {
		await remember(null);
		const storage = open();
		await storage.start();
		server.stop();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		await storage.sync();
		// The library has timers of its own.
		const timers = vi.getTimerCount();
		storage.end();
		expect(vi.getTimerCount()).toBe(timers - 1);
		vi.useRealTimers();
	});
});
