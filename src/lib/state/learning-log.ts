import { foldCard } from '$lib/domain/fold';
import { ok, type Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { currentParameters, type ParameterHistory } from '$lib/domain/parameter-history';
import { replayJournal, type LogWriter } from '$lib/storage/event-store';
import { Journal } from '$lib/storage/journal';
import { loadParameterHistory } from '$lib/storage/parameter-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from './database.svelte';
import { localStore } from './local-store';

/** The log, and what a card's next state follows from. */
export type LearningLog = LogWriter & {
	/** Which parameters held when, as it was at the opening: whoever writes looks again. */
	readonly history: ParameterHistory;
	readonly parameters: SchedulerParameters;
};

/** Opens the log for writing; answers that a dying tab left in the journal are stored first. */
export async function openLog(database: DatabaseAccess): Promise<Result<LearningLog, StorageError>> {
	const opened = await database.open();
	if (!opened.ok) return opened;
	const history = await loadParameterHistory(opened.value);
	if (!history.ok) return history;
	const log = {
		db: opened.value,
		journal: new Journal(localStore()),
		fold: foldCard,
		history: history.value,
		parameters: currentParameters(history.value)
	};
	const replayed = await replayJournal(log);
	return replayed.ok ? ok(log) : replayed;
}
