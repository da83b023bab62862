import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import type { Attempt } from '$lib/domain/quiz';
import type { Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import { parseAttempt } from './attempt-parser';
import { toBase64, withBytesAsText } from './base64';
import { checksumOf } from './checksum';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { parseGivenRow } from './given-parser';
import { partTables, readLogParts } from './log-parts';
import { parseResultRow } from './result-parser';
import type { BlockRow, GivenRow, ResultRow, TakenRow } from './rows';
import { parseSetRow, readSet } from './set-store';
import { toPortable } from './settings';
import type { PortableSettings } from './settings';
import { readStoredSettings } from './settings-store';
import { parseAll } from './shape';
import type { StorageError } from './storage-error';
import { parseTakenRow } from './taken-parser';

export const BACKUP_APP = 'backstory';
export const BACKUP_FORMAT = 3;

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
	/** Assignments given, with the private keys that open their results: whoever has the file can open them too. */
	readonly given: readonly GivenRow[];
	readonly results: readonly ResultRow[];
	readonly taken: readonly TakenRow[];
	readonly settings: Partial<PortableSettings>;
};

/**
 * Makes the text of a backup file: one JSON object. `app` stands first, so that even the start of a file that was cut
 * off tells whose it is.
 * @returns any storage error
 */
export async function exportBackup(db: BackstoryDatabase, exportedAt: EpochMs): Promise<Result<string, StorageError>> {
	const classroom = [db.given, db.results, db.taken];
	const tables = [...partTables(db), db.sets, db.items, db.attempts, ...classroom, db.settings];
	const read = await inTransaction(db, 'rw', tables, () => readBackupRows(db, exportedAt));
	if (!read.ok) return read;
	const blocks = read.value.blocks.map(({ bytes }) => toBase64(bytes));
	const [given, taken] = [withBytesAsText(read.value.given), withBytesAsText(read.value.taken)];
	const body = { app: BACKUP_APP, format: BACKUP_FORMAT, ...read.value, blocks, given, taken };
	// After the transaction: it would end by itself while the browser computes the checksum.
	return { ok: true, value: JSON.stringify({ ...body, checksum: await checksumOf(body) }) };
}

async function readBackupRows(db: BackstoryDatabase, exportedAt: EpochMs): Promise<Backup> {
	const device = await readDevice(db);
	const [log, sets, attempts, given, results, taken, settings] = await Promise.all([
		readLogParts(db),
		readSets(db),
		db.attempts.toArray(),
		db.given.toArray(),
		db.results.toArray(),
		db.taken.toArray(),
		readStoredSettings(db)
	]);
	return {
		exportedAt,
		device,
		...log,
		sets,
		attempts: parseAll(attempts, parseAttempt),
		given: parseAll(given, parseGivenRow),
		results: parseAll(results, parseResultRow),
		taken: parseAll(taken, parseTakenRow),
		settings: toPortable(settings)
	};
}

async function readSets(db: BackstoryDatabase): Promise<StudySet[]> {
	const rows = parseAll(await db.sets.toArray(), parseSetRow);
	const sets = await Promise.all(rows.map((row) => readSet(db, row.id)));
	return sets.filter((set) => set !== null);
}
