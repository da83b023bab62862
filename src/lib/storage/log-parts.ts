import { compareEvents } from '$lib/domain/event';
import type { Result } from '$lib/domain/result';
import { readAside } from './aside';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { parseLearningEvent } from './event-parser';
import { logTables, parseBlockRow } from './log-reader';
import { parseParametersEvent } from './parameter-store';
import { parseAll } from './shape';
import type { LogParts } from './rows';
import type { StorageError } from './storage-error';

/** @returns all that another device may need, with what is kept aside here until its date; any storage error */
export function loadLogParts(db: BackstoryDatabase): Promise<Result<LogParts, StorageError>> {
	return inTransaction(db, 'r', partTables(db), () => readLogParts(db));
}

/** A log with what another device has to know about the one that holds it. */
export type SyncParts = {
	readonly device: string;
	readonly parts: LogParts;
	/** Ids of blocks that are kept aside because they cannot be read. */
	readonly unread: readonly string[];
};

/** @returns the log as it is brought together with that in a storage; any storage error */
export function loadSyncParts(db: BackstoryDatabase): Promise<Result<SyncParts, StorageError>> {
	return inTransaction(db, 'rw', [...partTables(db), db.settings], async () => {
		const [device, parts, aside] = await Promise.all([readDevice(db), readLogParts(db), readAside(db)]);
		return { device, parts, unread: aside.blocks.map(({ id }) => id) };
	});
}

/** The tables that `readLogParts` needs in its transaction. */
export function partTables(db: BackstoryDatabase) {
	return [...logTables(db), db.parameters, db.quarantine] as const;
}

/** Reads the log in parts, what cannot be read left out. Runs inside a transaction. */
export async function readLogParts(db: BackstoryDatabase): Promise<LogParts> {
	const [events, blocks, parameters, aside] = await Promise.all([
		db.events.toArray(),
		db.blocks.toArray(),
		db.parameters.toArray(),
		readAside(db)
	]);
	return {
		events: [...parseAll(events, parseLearningEvent), ...aside.events].sort(compareEvents),
		blocks: parseAll(blocks, parseBlockRow),
		parameters: [...parseAll(parameters, parseParametersEvent), ...aside.parameters]
	};
}
