import type { ParametersEvent } from '$lib/domain/event';
import type { Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { commitParameters } from '$lib/storage/commit-parameters';
import type { StorageError } from '$lib/storage/storage-error';
import { newId, now, studyDayOf } from './clock';
import type { DatabaseAccess } from './database.svelte';
import { openLog } from './learning-log';

/** Has cards scheduled with other parameters from now on. @returns the stored change; any storage error */
export async function changeParameters(
	database: DatabaseAccess,
	parameters: SchedulerParameters
): Promise<Result<ParametersEvent, StorageError>> {
	// Answers that wait in the journal come first: they were given before.
	const log = await openLog(database);
	if (!log.ok) return log;
	const at = now();
	return commitParameters(log.value, parameters, { id: newId(at), at, day: studyDayOf(at) });
}
