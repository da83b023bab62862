/// <reference lib="webworker" />
import { parseStudySet } from '$lib/content/item-schema';
import { withoutOtherSets } from '$lib/domain/card-columns';
import { answersOfLog } from '$lib/domain/log/answers-of-log';
import { historiesOfLog } from '$lib/domain/log/histories-of-log';
import type { LogColumns } from '$lib/domain/log/log-columns';
import { err, ok, type Result } from '$lib/domain/result';
import { gatherStatistics } from '$lib/domain/statistics/statistics';
import type { EpochMs } from '$lib/domain/units';
import type { Backup } from '$lib/storage/backup';
import { commitParameters } from '$lib/storage/commit-parameters';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { countAnswers, logTables, readWholeLog } from '$lib/storage/log-reader';
import { mergeLog } from '$lib/storage/merge-log';
import { openDatabase } from '$lib/storage/open-database';
import { readBackup } from '$lib/storage/read-backup';
import { foldTables } from '$lib/storage/rebuild';
import { refoldLog, type Progress } from '$lib/storage/refold';
import { repackCards } from '$lib/storage/repack-cards';
import { restoreBackup } from '$lib/storage/restore-backup';
import { sealOldEvents } from '$lib/storage/seal-log';
import type { StorageError } from '$lib/storage/storage-error';
import { sumUp, sumUpAfresh, type Moment } from '$lib/storage/sum-up';
import { findLookAlikes } from './find-look-alikes';
import type { LogReply, LogRequest, LogResults, LogTask } from './log-request';
import { testForecasts } from './test-forecasts';

declare const self: DedicatedWorkerGlobalScope;

// Only the page that made this worker can send it anything, and it sends what `state/log-worker.ts` types.
self.addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
	// A bug must reach the page as the worker's error event: a rejected promise would not.
	answer(data).catch(reportError);
});

/** The backup that was read last. */
let backup: Backup | null = null;

async function answer({ id, device, task }: LogRequest): Promise<void> {
	if (task.kind === 'read-backup') {
		post({ kind: 'done', id, value: await readFile(task.file) });
		return;
	}
	const db = await openDatabase({ newDevice: device, onSuperseded: () => self.close() });
	const progress: Progress = (share) => post({ kind: 'progress', id, share });
	const result = db.ok ? await run(db.value, task, progress) : db;
	if (db.ok) db.value.close();
	post(result.ok ? { kind: 'done', id, value: result.value } : { kind: 'failed', id, error: result.error });
}

function run(
	db: BackstoryDatabase,
	task: Exclude<LogTask, { kind: 'read-backup' }>,
	progress: Progress
): Promise<Result<LogResults[LogTask['kind']], StorageError>> {
	switch (task.kind) {
		case 'seal':
			return sealOldEvents(db, task.now);
		case 'refold':
			return refoldLog(db, progress);
		case 'repack':
			return repackCards(db);
		case 'parameters':
			return commitParameters({ db }, task.parameters, task.moment, progress);
		case 'answers':
			return readLog(db, answersOfLog);
		case 'sum-up':
			return keepSummary(db, task.moment);
		case 'statistics':
			return statistics(db, task);
		case 'reviews':
			return readLog(db, historiesOfLog);
		case 'back-test':
			return testForecasts(db, progress);
		case 'look-alikes':
			return findLookAlikes(db, task.bundled, task.since);
		case 'merge':
			return merge(db, task, progress);
		case 'restore':
			return restore(db, task.now, progress);
	}
}

async function readLog<T>(db: BackstoryDatabase, columnsOf: (log: LogColumns) => T): Promise<Result<T, StorageError>> {
	const log = await inTransaction(db, 'r', logTables(db), () => readWholeLog(db));
	return log.ok ? ok(columnsOf(log.value)) : log;
}

async function keepSummary(db: BackstoryDatabase, moment: Moment): Promise<Result<null, StorageError>> {
	const sums = await sumUpAfresh(db, moment);
	return sums.ok ? ok(null) : sums;
}

async function statistics(
	db: BackstoryDatabase,
	{ moment, topics, setIds }: Extract<LogTask, { kind: 'statistics' }>
): Promise<Result<LogResults['statistics'], StorageError>> {
	const sums = await sumUp(db, moment);
	if (!sums.ok) return sums;
	const { tally, params, cards } = sums.value;
	if (tally.answers === 0) return ok(null);
	const ofSets = withoutOtherSets(cards, new Set(setIds));
	return ok(gatherStatistics({ tally, cards: ofSets, topics, params, today: moment.day }));
}

async function merge(
	db: BackstoryDatabase,
	{ parts, now }: Extract<LogTask, { kind: 'merge' }>,
	progress: Progress
): Promise<Result<LogResults['merge'], StorageError>> {
	const done = await inTransaction(db, 'rw', foldTables(db), () => mergeLog(db, parts, now));
	if (!done.ok) return done;
	const { merged, known } = done.value;
	if (merged.events + merged.parameters === 0) return ok(merged);
	const folded = await refoldLog(db, progress, known);
	return folded.ok ? ok(merged) : folded;
}

async function readFile(file: Blob): Promise<LogResults['read-backup']> {
	const text = await textOf(file);
	if (text === null) return err({ kind: 'unreachable' });
	const read = await readBackup(text, parseStudySet);
	if (!read.ok) return read;
	backup = read.value;
	const { exportedAt, sets } = backup;
	return ok({ exportedAt, answers: countAnswers(backup), setIds: sets.map(({ id }) => id) });
}

/** @returns null for a file that was moved since it was chosen, or lies in a cloud that is offline */
async function textOf(file: Blob): Promise<string | null> {
	try {
		return await file.text();
	} catch {
		return null;
	}
}

async function restore(
	db: BackstoryDatabase,
	now: EpochMs,
	progress: Progress
): Promise<Result<LogResults['restore'], StorageError>> {
	if (backup === null) throw new Error('A backup must be read before it is restored');
	return restoreBackup(db, backup, now, progress);
}

function post(reply: LogReply): void {
	self.postMessage(reply);
}
