import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { isFields, isOneOf, isWhole } from './shape';
import type { StorageError } from './storage-error';

const KEY = 'last-merge';
const WAYS = ['file', 'codes', 'storage'] as const;

/** When and how this log and another were last brought together. */
export type LastMerge = { readonly at: EpochMs; readonly way: (typeof WAYS)[number] };

/** @returns null when that has never happened; any storage error */
export function readLastMerge(db: BackstoryDatabase): Promise<Result<LastMerge | null, StorageError>> {
	return withReconnect(db, async () => {
		const row = await db.settings.get(KEY);
		const value = isFields(row) && isFields(row['value']) ? row['value'] : {};
		const { at, way } = value;
		return isWhole(at) && isOneOf(way, WAYS) ? { at, way } : null;
	});
}

/** @returns any storage error */
export function writeLastMerge(db: BackstoryDatabase, merge: LastMerge): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.settings.put({ key: KEY, value: merge });
		return null;
	});
}
