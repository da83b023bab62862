import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import { orderLog } from '$lib/domain/log/order-log';
import type { BackstoryDatabase } from './database';
import { parseLearningEvent } from './event-parser';
import { readWholeLog } from './log-reader';
import { parseParametersEvent } from './parameter-store';
import type { LogParts } from './rows';

/** How much was new. */
export type Merged = { readonly events: number; readonly parameters: number };

/**
 * Adds another log to this one: the union by id, so that a second time adds nothing. What is derived from the log is left
 * as it was: fold it after this. Runs inside a transaction over `foldTables`.
 */
export async function mergeLog(db: BackstoryDatabase, other: LogParts): Promise<Merged> {
	const before = await countEvents(db);
	const known = await db.blocks.bulkGet(other.blocks.map(({ id }) => id));
	await db.blocks.bulkPut(other.blocks.filter((_, index) => known[index] === undefined));
	await putFresh(db, other.events);
	const parameters = await putFreshParameters(db, other.parameters);
	return { events: (await countEvents(db)) - before, parameters };
}

async function countEvents(db: BackstoryDatabase): Promise<number> {
	return orderLog(await readWholeLog(db)).length;
}

async function putFresh(db: BackstoryDatabase, events: readonly LearningEvent[]): Promise<void> {
	const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
	const stored = await db.events.bulkGet(distinct.map(({ id }) => id));
	// A stored row that cannot be read is as good as none.
	await db.events.bulkPut(distinct.filter((_, index) => parseLearningEvent(stored[index]) === null));
}

async function putFreshParameters(db: BackstoryDatabase, events: readonly ParametersEvent[]): Promise<number> {
	const stored = await db.parameters.bulkGet(events.map(({ id }) => id));
	const fresh = events.filter((_, index) => parseParametersEvent(stored[index]) === null);
	await db.parameters.bulkPut(fresh);
	return fresh.length;
}
