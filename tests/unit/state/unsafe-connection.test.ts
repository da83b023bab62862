import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { App } from '$lib/state/app.svelte';
import { BackupDesk } from '$lib/state/backup.svelte';
import { autoSync } from '$lib/state/sync/auto-sync';
import { CodeReader } from '$lib/state/sync/code-reader.svelte';
import { CodeSender } from '$lib/state/sync/code-sender.svelte';
import { StorageSync } from '$lib/state/sync/storage-sync.svelte';
import type { BackstoryDatabase } from '$lib/storage/database';
import { dump, memoryStore, rate, writerOf } from '../../storage/support';
import { appOver } from './fake-app';

const INSECURE = { kind: 'insecure' };

let app: App;
let db: BackstoryDatabase;
let before: unknown;

/** A page that came over http from another host than this one has chance, and nothing else of cryptography. */
beforeEach(async () => {
	({ app, db } = await appOver());
	await rate(writerOf(db));
	before = await dump(db);
	vi.stubGlobal('sessionStorage', memoryStore());
	vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
	vi.stubGlobal('navigator', { onLine: true });
});

afterEach(async () => {
	expect(await dump(db)).toEqual(before);
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

it('makes and reads no backup, and says why', async () => {
	const desk = new BackupDesk(app);
	await desk.make();
	expect(desk.step).toEqual(INSECURE);
	desk.cancel();
	await desk.choose(new File(['{}'], 'backup.json'));
	expect(desk.step).toEqual(INSECURE);
});

it('shows and reads no codes, and says why', async () => {
	const sender = new CodeSender(app.database);
	await sender.show(null, true);
	expect(sender.step).toEqual(INSECURE);
	const reader = new CodeReader(app.database, () => undefined);
	await reader.start();
	await reader.readAll('BSC1.AAAAAAAA.0.1.AAAAAAA.AA');
	expect(reader.step).toEqual(INSECURE);
});

it('connects to no storage and syncs with none, and says why', async () => {
	const open = vi.spyOn(app.database, 'open');
	const storage = new StorageSync(
		() => app.database,
		() => undefined
	);
	await storage.start();
	await storage.goOn();
	expect(storage.step).toEqual(INSECURE);
	await expect(autoSync(app)).resolves.toBeUndefined();
	expect(open).not.toHaveBeenCalled();
});
