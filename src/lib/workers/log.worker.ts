/// <reference lib="webworker" />
import { answersOfLog } from '$lib/domain/log/answers-of-log';
import { historiesOfLog } from '$lib/domain/log/histories-of-log';
import type { LogColumns } from '$lib/domain/log/log-columns';
import { ok, type Result } from '$lib/domain/result';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { logTables, readWholeLog } from '$lib/storage/log-reader';
import { mergeLog } from '$lib/storage/merge-log';
import { openDatabase } from '$lib/storage/open-database';
import { foldTables } from '$lib/storage/rebuild';
import { refoldLog, type Progress } from '$lib/storage/refold';
import { restoreBackup } from '$lib/storage/restore-backup';
import { sealOldEvents } from '$lib/storage/seal-log';
import type { StorageError } from '$lib/storage/storage-error';
import type { LogReply, LogRequest, LogResults, LogTask } from './log-request';

declare const self: DedicatedWorkerGlobalScope;

// Only the page that made this worker can send it anything, and it sends what `state/log-worker.ts` types.
self.addEventListener('message', ({ data }: MessageEvent<LogRequest>) => void answer(data));

async function answer({ id, device, task }: LogRequest): Promise<void> {
	const db = await openDatabase({ newDevice: device, onSuperseded: () => self.close() });
	const progress: Progress = (share) => post({ kind: 'progress', id, share });
	const result = db.ok ? await run(db.value, task, progress) : db;
	if (db.ok) db.value.close();
	post(result.ok ? { kind: 'done', id, value: result.value } : { kind: 'failed', id, error: result.error });
}

function run(
	db: BackstoryDatabase,
	task: LogTask,
	progress: Progress
): Promise<Result<LogResults[LogTask['kind']], StorageError>> {
	switch (task.kind) {
		case 'seal':
			return sealOldEvents(db, task.now);
		case 'refold':
			return refoldLog(db, progress);
		case 'answers':
			return readLog(db, answersOfLog);
		case 'reviews':
			return readLog(db, historiesOfLog);
		case 'merge':
			return merge(db, task, progress);
		case 'restore':
			return restoreBackup(db, task.backup, task.now);
	}
}

async function readLog<T>(db: BackstoryDatabase, columnsOf: (log: LogColumns) => T): Promise<Result<T, StorageError>> {
	const log = await inTransaction(db, 'r', logTables(db), () => readWholeLog(db));
	return log.ok ? ok(columnsOf(log.value)) : log;
}

async function merge(
	db: BackstoryDatabase,
	{ parts, now }: Extract<LogTask, { kind: 'merge' }>,
	progress: Progress
): Promise<Result<LogResults['merge'], StorageError>> {
	const merged = await inTransaction(db, 'rw', foldTables(db), () => mergeLog(db, parts, now));
	if (!merged.ok || merged.value.events + merged.value.parameters === 0) return merged;
	const folded = await refoldLog(db, progress);
	return folded.ok ? merged : folded;
}

function post(reply: LogReply): void {
	self.postMessage(reply);
}
