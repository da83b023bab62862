import type { Result } from '$lib/domain/result';
import type { Merged } from '$lib/storage/merge-log';
import type { ArrivedLog } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import { now } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { runOnLog } from './log-worker';

/** Adds another log to this device's and folds what has changed. @returns how much was new; any storage error */
export async function mergeIntoLog(database: DatabaseAccess, parts: ArrivedLog): Promise<Result<Merged, StorageError>> {
	// Opened first: an upgrade, or a database that cannot be opened, is this page's to tell.
	const opened = await database.open();
	return opened.ok ? runOnLog({ kind: 'merge', parts, now: now() }) : opened;
}
