import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { connect } from './connection';
import { BackstoryDatabase } from './database';
import type { Dependencies } from './database';
import type { StorageError } from './storage-error';

export type OpenOptions = {
	/** A fresh random id, used as this device's name in the log if it has none yet. */
	readonly newDevice: string;
	/** Called when another tab upgraded or erased the database: from then on every call here fails with that error. */
	readonly onSuperseded: (reason: StorageError) => void;
	/** IndexedDB to use instead of the browser's. */
	readonly dependencies?: Dependencies;
};

/**
 * Opens the database, or creates it.
 * @returns errors: newer-version, blocked, denied, quota, lost, unknown
 */
export async function openDatabase(options: OpenOptions): Promise<Result<BackstoryDatabase, StorageError>> {
	const db = new BackstoryDatabase(options.newDevice, options.onSuperseded, options.dependencies);
	const connected = await connect(db);
	return connected.ok ? ok(db) : err(connected.error);
}
