import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '$lib/domain/result';
import { enterVault, type EnterError } from '$lib/state/sync/enter-vault';
import { RemoteFilesStore } from '$lib/state/sync/remote-files';
import { syncLog, type Synced, type SyncError } from '$lib/state/sync/sync-log';
import type { BackstoryDatabase } from '$lib/storage/database';
import { readLogStanding } from '$lib/storage/log-standing';
import type { RemoteFiles } from 'remotestoragejs/src/remotestorage.js';
import { errorOf, newFactory, NOON, openIn, rate, valueOf, writerOf } from '../../../storage/support';
import { localLogOf } from './local-log';
import { loadFiles, StorageServer } from './storage-server';

let server: StorageServer;
let files: RemoteFiles;
let phone: BackstoryDatabase;
let tablet: BackstoryDatabase;

beforeAll(async () => {
	files = await loadFiles();
});

afterAll(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

beforeEach(async () => {
	server = new StorageServer();
	await server.start(files);
	[phone, tablet] = [await openIn(newFactory(), 'phone'), await openIn(newFactory(), 'tablet')];
});

afterEach(() => {
	server.stop();
	phone.close();
	tablet.close();
});

async function sync(db: BackstoryDatabase): Promise<Result<Synced, EnterError | SyncError>> {
	const store = new RemoteFilesStore(files);
	const vault = await enterVault(store, 'correct horse battery', null, 100_000);
	if (!vault.ok) return vault;
	const { done } = await syncLog({ store, key: vault.value.key, log: localLogOf(db, NOON), seen: new Map() });
	return done;
}

describe('a remoteStorage server', () => {
	it('brings two devices that studied apart to the same log', async () => {
		for (const minute of [1, 2, 3]) await rate(writerOf(phone), { at: NOON + minute });
		await rate(writerOf(tablet), { at: NOON + 9, card: 'set-1.2.1' });
		expect(valueOf(await sync(phone))).toMatchObject({ events: 0, sent: 1 });
		expect(valueOf(await sync(tablet))).toMatchObject({ events: 3, sent: 1 });
		expect(valueOf(await sync(phone))).toMatchObject({ events: 1, locked: 0 });
		const [here, there] = [valueOf(await readLogStanding(phone)), valueOf(await readLogStanding(tablet))];
		expect(here.fingerprint).toEqual(there.fingerprint);
		expect(here.answers).toBe(4);
	});

	it('that takes back its permission is told from one that cannot be reached', async () => {
		await rate(writerOf(phone));
		server.revoke();
		expect(errorOf(await sync(phone))).toEqual({ kind: 'revoked' });
		server.stop();
		expect(errorOf(await sync(phone))).toEqual({ kind: 'offline' });
		expect(valueOf(await readLogStanding(phone)).answers).toBe(1);
	});

	it('keeps a file that is there when only a new one may be written', async () => {
		const store = new RemoteFilesStore(files);
		const [first, second] = [Uint8Array.of(1, 2, 0, 255), Uint8Array.of(9)];
		valueOf(await store.put('salt', first, true));
		expect(valueOf(await store.put('salt', second, true))).toBe('');
		expect(valueOf(await store.get('salt'))).toEqual(first);
		expect(valueOf(await store.get('nothing'))).toBeNull();
		expect([...valueOf(await store.list('blocks/'))]).toEqual([]);
	});
});
