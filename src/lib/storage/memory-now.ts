import { Dexie } from 'dexie';
import type { ObservabilitySet } from 'dexie';
import type { CardId, CardState } from '$lib/domain/card';
import { currentParameters } from '$lib/domain/parameter-history';
import type { Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { readStates } from './card-reader';
import { inTransaction } from './connection';
import { DATABASE_NAME, type BackstoryDatabase } from './database';
import { cardStateTables } from './packed-cards';
import { readParameterHistory } from './parameter-store';
import type { StorageError } from './storage-error';

/** What the next answers are scheduled from. */
export type MemoryNow = {
	readonly parameters: SchedulerParameters;
	/** Cards without a state are missing. */
	readonly states: ReadonlyMap<CardId, CardState>;
};

/** Reads the parameters that hold and the states of some cards. @returns any storage error */
export function readMemoryNow(
	db: BackstoryDatabase,
	cards: readonly CardId[]
): Promise<Result<MemoryNow, StorageError>> {
	return inTransaction(db, 'r', [db.parameters, ...cardStateTables(db)], async () => {
		const [history, states] = await Promise.all([readParameterHistory(db), readStates(db, cards)]);
		return { parameters: currentParameters(history), states };
	});
}

/** Written to when parameters change, and when all memories are worked out anew; an answer writes to neither. */
const TABLES = ['parameters', 'cardPages'].map((name) => `idb://${DATABASE_NAME}/${name}/`);

/**
 * Watches whether parameters change or memories are worked out anew: in this tab, another one, or a worker.
 * @returns what ends it
 */
export function watchMemory(onchange: () => void): () => void {
	const look = (parts: ObservabilitySet): void => {
		if (TABLES.some((table) => table in parts)) onchange();
	};
	Dexie.on.storagemutated.subscribe(look);
	return () => Dexie.on.storagemutated.unsubscribe(look);
}
