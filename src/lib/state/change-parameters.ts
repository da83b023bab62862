import type { ParametersEvent } from '$lib/domain/event';
import type { Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import type { StorageError } from '$lib/storage/storage-error';
import { newId, now, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog } from './learning-log';
import { runOnLog } from './log-worker';

/**
 * Has cards scheduled with other parameters from now on. Folding every memory anew is a worker's: the page stays responsive.
 * @param onprogress the share that is done, 0 to 1
 * @returns the stored change; any storage error
 */
export async function changeParameters(
	database: DatabaseAccess,
	parameters: SchedulerParameters,
	onprogress: (share: number) => void
): Promise<Result<ParametersEvent, StorageError>> {
	// Answers that wait in the journal come first: they were given before.
	const log = await openLog(database);
	if (!log.ok) return log;
	const at = now();
	const moment = { id: newId(at), at, day: studyDayOf(at) };
	return runOnLog({ kind: 'parameters', parameters, moment }, onprogress);
}
