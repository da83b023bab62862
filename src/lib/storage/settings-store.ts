import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { DEFAULT_SETTINGS, parseSettings, SETTING_KEYS } from './settings';
import type { Settings } from './settings';
import { isFields, isWhole } from './shape';
import type { StorageError } from './storage-error';

/** Reads all settings; one that is missing or unreadable has its default. @returns any storage error */
export function readSettings(db: BackstoryDatabase): Promise<Result<Settings, StorageError>> {
	return withReconnect(db, async () => ({ ...DEFAULT_SETTINGS, ...(await readStoredSettings(db)) }));
}

/** Lies among the settings: when one of them was changed last. */
const CHANGED_AT = 'settingsChangedAt';

/** Stores settings, together. @param at when they were changed; any storage error */
export function writeSettings(
	db: BackstoryDatabase,
	some: Partial<Settings>,
	at: EpochMs
): Promise<Result<null, StorageError>> {
	const rows = SETTING_KEYS.flatMap((key) => (key in some ? [{ key, value: some[key] }] : []));
	return withReconnect(db, async () => {
		await db.settings.bulkPut([...rows, { key: CHANGED_AT, value: at }]);
		return null;
	});
}

/** Reads the settings if they were changed after an instant. @returns null if they were not; any storage error */
export function readSettingsSince(
	db: BackstoryDatabase,
	at: EpochMs
): Promise<Result<Partial<Settings> | null, StorageError>> {
	return withReconnect(db, async () => {
		const changedAt = valueOf(await db.settings.get(CHANGED_AT));
		return isWhole(changedAt) && changedAt > at ? readStoredSettings(db) : null;
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
