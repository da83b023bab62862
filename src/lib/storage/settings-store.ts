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
	return withReconnect(db, async () => {
		await putSettings(db, some, at);
		return null;
	});
}

/**
 * Makes the same of settings that are kept in two places, of which a killed browser may have lost the later one.
 * @param kept the settings of the other place, and when they were changed there; stored here if that is later
 * @returns the settings stored here if those are later, else null; any storage error
 */
export function reconcileSettings(
	db: BackstoryDatabase,
	kept: { readonly settings: Settings; readonly at: EpochMs }
): Promise<Result<Partial<Settings> | null, StorageError>> {
	return withReconnect(db, async () => {
		const stored = valueOf(await db.settings.get(CHANGED_AT));
		const changedAt = isWhole(stored) ? stored : 0;
		if (changedAt < kept.at) await putSettings(db, kept.settings, kept.at);
		return changedAt > kept.at ? readStoredSettings(db) : null;
	});
}

/** The settings that were ever changed and are readable. */
export async function readStoredSettings(db: BackstoryDatabase): Promise<Partial<Settings>> {
	const rows = await db.settings.bulkGet([...SETTING_KEYS]);
	return parseSettings(Object.fromEntries(SETTING_KEYS.map((key, index) => [key, valueOf(rows[index])])));
}

async function putSettings(db: BackstoryDatabase, some: Partial<Settings>, at: EpochMs): Promise<void> {
	const rows = SETTING_KEYS.flatMap((key) => (key in some ? [{ key, value: some[key] }] : []));
	await db.settings.bulkPut([...rows, { key: CHANGED_AT, value: at }]);
}

function valueOf(row: unknown): unknown {
	return isFields(row) ? row['value'] : undefined;
}
