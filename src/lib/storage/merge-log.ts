import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import { decodeBlock } from '$lib/domain/log/block';
import { isAhead, toHorizon, type Horizon } from '$lib/domain/log/dated-ahead';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt } from '$lib/domain/log/log-columns';
import { orderLog } from '$lib/domain/log/order-log';
import { hasTwin } from '$lib/domain/log/twin-device';
import type { EpochMs } from '$lib/domain/units';
import { AHEAD, readAside, UNREAD, type Aside } from './aside';
import { readCounters, SEQ_KEY, UNFOLDED_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import { readDevice, renameDevice } from './device';
import { parseLearningEvent } from './event-parser';
import { readIntoBuilder } from './log-reader';
import { parseParametersEvent } from './parameter-store';
import type { ArrivedLog, BlockRow } from './rows';

/** What a merge did. */
export type Merged = {
	/** Events that were new. */
	readonly events: number;
	/** Changes of parameters that were new. */
	readonly parameters: number;
	/** Events that were set aside because they are dated ahead. */
	readonly ahead: number;
	/** Blocks that were set aside because they cannot be read. */
	readonly unread: number;
	/** Whether another device used this one's name, and this one has taken a new one. */
	readonly renamed: boolean;
};

/**
 * Adds another log to this one: the union by id, so that a second time adds nothing. What is dated more than a day ahead
 * waits in quarantine, as does what cannot be read; what waited and may now come in, comes in. What is derived from the
 * log is left as it was: fold it after this. Runs inside a transaction over `foldTables`.
 */
export async function mergeLog(db: BackstoryDatabase, other: ArrivedLog, now: EpochMs): Promise<Merged> {
	const aside = await readAside(db);
	const sorted = sortArrived(other, aside, toHorizon(now));
	const log = await readIntoBuilder(db);
	const [before, from] = [orderLog(log.finish()).length, log.count];
	const known = await db.blocks.bulkGet(sorted.blocks.map(({ id }) => id));
	const blocks = sorted.blocks.filter((_, index) => known[index] === undefined);
	const stored = await db.events.bulkGet(sorted.events.map(({ id }) => id));
	// A stored row that cannot be read is as good as none.
	const events = sorted.events.filter((_, index) => parseLearningEvent(stored[index]) === null);
	for (const { bytes } of blocks) decodeBlock(bytes, log);
	for (const event of events) log.addEvent(event);
	await Promise.all([db.blocks.bulkPut(blocks), db.events.bulkPut(events)]);
	const parameters = await putFreshParameters(db, sorted.parameters);
	const put = await setAside(db, sorted, aside);
	const whole = log.finish();
	const device = await readDevice(db);
	const nextSeq = (await readCounters(db, [SEQ_KEY])).get(SEQ_KEY) ?? 0;
	const found = orderLog(whole).length - before;
	if (found + parameters > 0) await noteUnfolded(db);
	const renamed = hasTwin(whole, { device, nextSeq, from });
	if (renamed) await renameDevice(db, whole.devices);
	return { events: found, parameters, ...put, renamed };
}

/** So that what was merged is folded in the end, also when the tab is closed before. */
async function noteUnfolded(db: BackstoryDatabase): Promise<void> {
	const count = (await readCounters(db, [UNFOLDED_KEY])).get(UNFOLDED_KEY) ?? 0;
	await db.counters.put({ key: UNFOLDED_KEY, count: count + 1 });
}

type Sorted = {
	readonly events: readonly LearningEvent[];
	readonly blocks: readonly BlockRow[];
	readonly parameters: readonly ParametersEvent[];
	readonly ahead: readonly (LearningEvent | ParametersEvent)[];
	readonly unread: readonly BlockRow[];
};

/** Tells what comes into the log from what is set aside. */
function sortArrived(other: ArrivedLog, aside: Aside, horizon: Horizon): Sorted {
	const readable = aside.blocks.filter(({ bytes }) => decodeBlock(bytes, new LogBuilder()).ok);
	const blocks: BlockRow[] = [];
	const events: LearningEvent[] = [...other.events, ...aside.events];
	for (const block of [...other.blocks, ...readable]) {
		const unpacked = eventsIfAhead(block, horizon);
		if (unpacked === null) blocks.push(block);
		else events.push(...unpacked);
	}
	const parameters = [...other.parameters, ...aside.parameters];
	return {
		events: distinct(events.filter((event) => !isAhead(event, horizon))),
		blocks: distinct(blocks),
		parameters: distinct(parameters.filter((event) => !isAhead(event, horizon))),
		ahead: distinct([...events, ...parameters].filter((event) => isAhead(event, horizon))),
		unread: distinct(other.unread ?? [])
	};
}

/** A block is never changed: one that holds something dated ahead is taken apart. @returns null when it holds nothing such */
function eventsIfAhead({ bytes }: BlockRow, horizon: Horizon): LearningEvent[] | null {
	const builder = new LogBuilder();
	decodeBlock(bytes, builder);
	const log = builder.finish();
	const hasAhead = log.at.some((at, row) => isAhead({ at, day: log.day[row] ?? 0 }, horizon));
	return hasAhead ? Array.from({ length: log.count }, (_, row) => eventAt(log, row)) : null;
}

async function putFreshParameters(db: BackstoryDatabase, events: readonly ParametersEvent[]): Promise<number> {
	const stored = await db.parameters.bulkGet(events.map(({ id }) => id));
	const fresh = events.filter((_, index) => parseParametersEvent(stored[index]) === null);
	await db.parameters.bulkPut(fresh);
	return fresh.length;
}

/** Puts into quarantine what is not there yet, and strikes out what has come into the log. */
async function setAside(
	db: BackstoryDatabase,
	{ events, parameters, blocks, ahead, unread }: Sorted,
	{ keys }: Aside
): Promise<Pick<Merged, 'ahead' | 'unread'>> {
	const released = [...events, ...parameters, ...blocks].flatMap(({ id }) => keys.get(id) ?? []);
	const late = ahead.filter(({ id }) => !keys.has(id)).map((row) => ({ source: AHEAD, row }));
	const lost = unread.filter(({ id }) => !keys.has(id)).map((row) => ({ source: UNREAD, row }));
	await Promise.all([db.quarantine.bulkDelete(released), db.quarantine.bulkAdd([...late, ...lost])]);
	return { ahead: late.length, unread: lost.length };
}

function distinct<T extends { readonly id: string }>(rows: readonly T[]): T[] {
	return [...new Map(rows.map((row) => [row.id, row])).values()];
}
