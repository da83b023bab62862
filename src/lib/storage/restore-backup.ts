import type { Attempt } from '$lib/domain/quiz';
import { ok, type Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { toAttemptRow } from './attempt-store';
import { parseAttempt } from './attempt-parser';
import type { Backup } from './backup';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { mergeLog, type Merged } from './merge-log';
import { foldTables } from './rebuild';
import { refoldLog, type Progress } from './refold';
import { classroomTables, mergeClassroom, type RestoredClassroom } from './restore-classroom';
import { parseSetRow, putSet } from './set-store';
import { SETTING_KEYS } from './settings';
import { readStoredSettings } from './settings-store';
import type { StorageError } from './storage-error';

/** How many entries the backup had that were not here, or not in so late a form. */
export type Restored = Pick<Merged, 'events' | 'ahead' | 'renamed'> &
	RestoredClassroom & {
		readonly sets: number;
		readonly attempts: number;
	};

/**
 * Merges a backup into what is stored: the union of both logs, the later revision of each set, the further or later
 * corrected of each attempt, assignments with their results, and the settings that were never chosen here. All or nothing; a second time adds nothing.
 * What is derived from the log is worked out after that, at the latest when the app is opened again.
 * @returns what was added; any storage error
 */
export async function restoreBackup(
	db: BackstoryDatabase,
	backup: Backup,
	now: EpochMs,
	onprogress: Progress = () => undefined
): Promise<Result<Restored, StorageError>> {
	const tables = [...foldTables(db), db.sets, db.items, db.attempts, ...classroomTables(db)];
	const added = await inTransaction(db, 'rw', tables, async () => {
		const log = await mergeLog(db, backup, now);
		const sets = await mergeSets(db, backup);
		const attempts = await mergeAttempts(db, backup);
		const classroom = await mergeClassroom(db, backup);
		await mergeSettings(db, backup);
		return { log, sets, attempts, classroom };
	});
	if (!added.ok) return added;
	const { log, sets, attempts, classroom } = added.value;
	const { events, parameters, ahead, renamed } = log.merged;
	const folded = events + parameters === 0 ? null : await refoldLog(db, onprogress, log.known);
	return folded?.ok === false ? folded : ok({ events, ahead, renamed, sets, attempts, ...classroom });
}

async function mergeSets(db: BackstoryDatabase, backup: Backup): Promise<number> {
	let added = 0;
	for (const set of backup.sets) {
		const stored = parseSetRow(await db.sets.get(set.id));
		if (stored !== null && stored.revision >= set.revision) continue;
		await putSet(db, set);
		added += 1;
	}
	return added;
}

async function mergeAttempts(db: BackstoryDatabase, backup: Backup): Promise<number> {
	let added = 0;
	for (const attempt of backup.attempts) {
		const stored = parseAttempt(await db.attempts.get(attempt.id));
		if (stored !== null && !isFurther(attempt, stored)) continue;
		await db.attempts.put(toAttemptRow(attempt));
		added += 1;
	}
	return added;
}

function isFurther(attempt: Attempt, stored: Attempt): boolean {
	if (attempt.finishedAt === null) return false;
	return stored.finishedAt === null || (attempt.correctedAt ?? 0) > (stored.correctedAt ?? 0);
}

async function mergeSettings(db: BackstoryDatabase, backup: Backup): Promise<void> {
	const stored = await readStoredSettings(db);
	const merged = { ...backup.settings, ...stored };
	const read = new Set([...(backup.settings.readParagraphs ?? []), ...(stored.readParagraphs ?? [])]);
	if (read.size > 0) merged.readParagraphs = [...read].sort((a, b) => a - b);
	const rows = SETTING_KEYS.flatMap((key) => (merged[key] === undefined ? [] : [{ key, value: merged[key] }]));
	await db.settings.bulkPut(rows);
}
