import { foldCard } from '$lib/domain/fold';
import { ok, type Result } from '$lib/domain/result';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import type { LearningEvent } from '$lib/domain/event';
import { replayJournal, type LogWriter } from '$lib/storage/event-store';
import { Journal } from '$lib/storage/journal';
import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from './database.svelte';
import { localStore } from './local-store';

/** Folds a card's events with this learner's parameters. */
export function fold(events: readonly LearningEvent[]) {
	return foldCard(events, DEFAULT_PARAMETERS);
}

/** Opens the log for writing; answers that a dying tab left in the journal are stored first. */
export async function openLog(database: DatabaseAccess): Promise<Result<LogWriter, StorageError>> {
	const opened = await database.open();
	if (!opened.ok) return opened;
	const log: LogWriter = { db: opened.value, journal: new Journal(localStore()), fold };
	const replayed = await replayJournal(log);
	return replayed.ok ? ok(log) : replayed;
}
