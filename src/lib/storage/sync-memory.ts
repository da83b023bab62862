import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { isFields, isText, isWhole } from './shape';
import type { StorageError } from './storage-error';

const KEY = 'sync';

/** What this device remembers of the learner's storage. It never leaves the device: backups do not hold it. */
export type SyncMemory = {
	/** Opens the files there; the browser uses it but gives it to nobody. */
	readonly key: CryptoKey;
	readonly vault: Uint8Array<ArrayBuffer>;
	/** Revisions of files that need not be looked at again, by path. */
	readonly seen: ReadonlyMap<string, string>;
	readonly lastAt: EpochMs | null;
};

/** @returns null when nothing is remembered, or nothing that can be used; any storage error */
export function readSyncMemory(db: BackstoryDatabase): Promise<Result<SyncMemory | null, StorageError>> {
	return withReconnect(db, async () => {
		const row = await db.settings.get(KEY);
		return isFields(row) ? parseMemory(row['value']) : null;
	});
}

/** @param memory null to forget. @returns any storage error */
export function writeSyncMemory(db: BackstoryDatabase, memory: SyncMemory | null): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await (memory === null ? db.settings.delete(KEY) : db.settings.put({ key: KEY, value: memory }));
		return null;
	});
}

function parseMemory(value: unknown): SyncMemory | null {
	if (!isFields(value)) return null;
	const { key, vault, seen, lastAt } = value;
	if (!(key instanceof CryptoKey) || !(vault instanceof Uint8Array) || !(seen instanceof Map)) return null;
	const files = [...seen].filter((entry): entry is [string, string] => entry.every((text) => isText(text, 1000)));
	return { key, vault: new Uint8Array(vault), seen: new Map(files), lastAt: isWhole(lastAt) ? lastAt : null };
}
