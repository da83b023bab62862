import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import type { Attempt } from '$lib/domain/quiz';
import type { Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import { parseAttempt } from './attempt-parser';
import { toBase64 } from './base64';
import { checksumOf } from './checksum';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { partTables, readLogParts } from './log-parts';
import type { BlockRow } from './rows';
import { parseSetRow, readSet } from './set-store';
import { toPortable } from './settings';
import type { PortableSettings } from './settings';
import { readStoredSettings } from './settings-store';
import { parseAll } from './shape';
import type { StorageError } from './storage-error';

export const BACKUP_APP = 'backstory';
export const BACKUP_FORMAT = 2;

/** Everything that cannot be derived. Settings that belong to one device stay behind. */
export type Backup = {
	readonly exportedAt: EpochMs;
	/** The device that made the backup. */
	readonly device: string;
	/** Events that are not packed yet. */
	readonly events: readonly LearningEvent[];
	/** Old events, packed. */
	readonly blocks: readonly BlockRow[];
	readonly parameters: readonly ParametersEvent[];
	readonly sets: readonly StudySet[];
	readonly attempts: readonly Attempt[];
	readonly settings: Partial<PortableSettings>;
};

/**
 * Makes the text of a backup file: one JSON object. `app` stands first, so that even the start of a file that was cut
 * off tells whose it is.
 * @returns any storage error
 */
export async function exportBackup(db: BackstoryDatabase, exportedAt: EpochMs): Promise<Result<string, StorageError>> {
	const tables = [...partTables(db), db.sets, db.items, db.attempts, db.settings];
	const read = await inTransaction(db, 'rw', tables, () => readBackupRows(db, exportedAt));
	if (!read.ok) return read;
	const blocks = read.value.blocks.map(({ bytes }) => toBase64(bytes));
	const body = { app: BACKUP_APP, format: BACKUP_FORMAT, ...read.value, blocks };
	// After the transaction: it would end by itself while the browser computes the checksum.
	return { ok: true, value: JSON.stringify({ ...body, checksum: await checksumOf(body) }) };
}

async function readBackupRows(db: BackstoryDatabase, exportedAt: EpochMs): Promise<Backup> {
	const device = await readDevice(db);
	const [log, sets, attempts, settings] = await Promise.all([
		readLogParts(db),
		readSets(db),
		db.attempts.toArray(),
		readStoredSettings(db)
	]);
	return {
		exportedAt,
		device,
		...log,
		sets,
		attempts: parseAll(attempts, parseAttempt),
		settings: toPortable(settings)
	};
}

async function readSets(db: BackstoryDatabase): Promise<StudySet[]> {
	const rows = parseAll(await db.sets.toArray(), parseSetRow);
	const sets = await Promise.all(rows.map((row) => readSet(db, row.id)));
	return sets.filter((set) => set !== null);
}
