import { err, ok, type Result } from '$lib/domain/result';
import { writeLastMerge } from '$lib/storage/last-merge';
import { loadSyncParts } from '$lib/storage/log-parts';
import type { StorageError } from '$lib/storage/storage-error';
import { readSyncMemory, writeSyncMemory, type SyncMemory } from '$lib/storage/sync-memory';
import { now } from '../clock';
import type { DatabaseAccess } from '../database.svelte';
import { mergeIntoLog } from '../merge-log';
import { checkVault, type EnterError } from './enter-vault';
import { syncLog, type Synced, type SyncError } from './sync-log';
import type { SyncStore } from './sync-store';

export type SyncNowError = SyncError | EnterError | { readonly kind: 'no-passphrase' };

/** Brings this device and the learner's storage together, with the key that is remembered. One tab at a time. */
export async function syncNow(database: DatabaseAccess, store: SyncStore): Promise<Result<Synced, SyncNowError>> {
	// Two tabs would download and write the same files; the second finds nothing left to do.
	return navigator.locks.request('backstory-sync', () => syncAlone(database, store));
}

async function syncAlone(database: DatabaseAccess, store: SyncStore): Promise<Result<Synced, SyncNowError>> {
	const opened = await database.open();
	if (!opened.ok) return local(opened.error);
	const db = opened.value;
	const memory = await readSyncMemory(db);
	if (!memory.ok) return local(memory.error);
	if (memory.value === null) return err({ kind: 'no-passphrase' });
	const wrong = await checkVault(store, memory.value.vault);
	if (wrong !== null) return err(wrong);
	const log = {
		read: () => loadSyncParts(db),
		merge: (arrived: Parameters<typeof mergeIntoLog>[1]) => mergeIntoLog(database, arrived)
	};
	const { seen, done } = await syncLog({ store, key: memory.value.key, log, seen: memory.value.seen });
	const after: SyncMemory = { ...memory.value, seen, lastAt: done.ok ? now() : memory.value.lastAt };
	const kept = await writeSyncMemory(db, after);
	if (done.ok && !kept.ok) return local(kept.error);
	if (!done.ok) return done;
	await writeLastMerge(db, { at: now(), way: 'storage' });
	return ok(done.value);
}

function local(error: StorageError): Result<never, SyncNowError> {
	return err({ kind: 'local', error });
}
