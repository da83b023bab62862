import type { Result } from '$lib/domain/result';
import { withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { DEFAULT_SETTINGS, parseSettings, SETTING_KEYS } from './settings';
import type { SettingKey, Settings } from './settings';
import { isFields } from './shape';
import type { StorageError } from './storage-error';

/** Reads all settings; one that is missing or unreadable has its default. @returns any storage error */
export function readSettings(db: BackstoryDatabase): Promise<Result<Settings, StorageError>> {
	return withReconnect(db, async () => ({ ...DEFAULT_SETTINGS, ...(await readStoredSettings(db)) }));
}

/** Stores one setting. @returns any storage error */
export function writeSetting<K extends SettingKey>(
	db: BackstoryDatabase,
	key: K,
	value: Settings[K]
): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.settings.put({ key, value });
		return null;
	});
}

/** The settings that were ever changed and are readable. */
export async function readStoredSettings(db: BackstoryDatabase): Promise<Partial<Settings>> {
	const rows = await db.settings.bulkGet([...SETTING_KEYS]);
	return parseSettings(Object.fromEntries(SETTING_KEYS.map((key, index) => [key, valueOf(rows[index])])));
}

function valueOf(row: unknown): unknown {
	return isFields(row) ? row['value'] : undefined;
}
