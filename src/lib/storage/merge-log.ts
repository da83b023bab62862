import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import { decodeBlock } from '$lib/domain/log/block';
import { isAhead, toHorizon, type Horizon } from '$lib/domain/log/dated-ahead';
import type { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt, type LogColumns } from '$lib/domain/log/log-columns';
import { orderLog } from '$lib/domain/log/order-log';
import { hasTwin } from '$lib/domain/log/twin-device';
import type { EpochMs } from '$lib/domain/units';
import { AHEAD, readAside, UNREAD, type Aside } from './aside';
import { readCounters, SEQ_KEY, UNFOLDED_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import { readDevice, renameDevice } from './device';
import { joinIntoBuilder, parseBlockRow, readRawLog, type RawLog } from './log-reader';
import { parseParametersEvent } from './parameter-store';
import { readTail, type KnownLog } from './refold';
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
 * @returns what was done, and the whole log as it is now
 */
export async function mergeLog(
	db: BackstoryDatabase,
	other: ArrivedLog,
	now: EpochMs
): Promise<{ readonly merged: Merged; readonly known: KnownLog }> {
	const [aside, raw, device, counters] = await Promise.all([
		readAside(db),
		readRawLog(db),
		readDevice(db),
		readCounters(db, [SEQ_KEY])
	]);
	const log = joinIntoBuilder(raw);
	const from = log.count;
	const horizon = toHorizon(now);
	const blocks = addBlocks(log, newBlocks(raw, other, aside), horizon);
	const sorted = sortArrived(other, aside, blocks, horizon);
	const first = log.count;
	for (const event of sorted.events) log.addEvent(event);
	const whole = log.finish();
	const { isNew, count } = findNewRows(whole, from);
	// A stored row that cannot be read is as good as none: its event is not in the log.
	const events = sorted.events.filter((_, index) => isNew[first + index] === 1);
	await Promise.all([db.blocks.bulkPut(sorted.blocks), db.events.bulkPut(events)]);
	const parameters = await putFreshParameters(db, sorted.parameters);
	const put = await setAside(db, sorted, aside);
	if (count + parameters > 0) await noteUnfolded(db);
	const renamed = hasTwin(whole, { device, nextSeq: counters.get(SEQ_KEY) ?? 0, from });
	if (renamed) await renameDevice(db, whole.devices);
	const known = { log: whole, tail: await readTail(db) };
	return { merged: { events: count, parameters, ...put, renamed }, known };
}

/** Marks the rows from one on whose events are in none of the rows before. */
function findNewRows(log: LogColumns, from: number): { readonly isNew: Uint8Array; readonly count: number } {
	const isNew = new Uint8Array(log.count);
	let count = 0;
	for (const row of orderLog(log)) {
		if (row < from) continue;
		isNew[row] = 1;
		count += 1;
	}
	return { isNew, count };
}

/** @returns the blocks that are not here yet, with those that wait because they could not be read */
function newBlocks(raw: RawLog, other: ArrivedLog, aside: Aside): BlockRow[] {
	const here = new Set(raw.blocks.map((row) => parseBlockRow(row)?.id));
	return distinct([...other.blocks, ...aside.blocks]).filter(({ id }) => !here.has(id));
}

type AddedBlocks = { readonly blocks: readonly BlockRow[]; readonly unpacked: readonly LearningEvent[] };

/**
 * Unpacks blocks into the log. A block is never changed: one that holds something dated ahead is taken apart instead, and
 * one that cannot be read is left out.
 */
function addBlocks(log: LogBuilder, arrived: readonly BlockRow[], horizon: Horizon): AddedBlocks {
	const blocks: BlockRow[] = [];
	const unpacked: LearningEvent[] = [];
	for (const block of arrived) {
		const start = log.count;
		if (!decodeBlock(block.bytes, log).ok) continue;
		const columns = log.finish();
		if (!hasAhead(columns, start, horizon)) {
			blocks.push(block);
			continue;
		}
		for (let row = start; row < columns.count; row += 1) unpacked.push(eventAt(columns, row));
		log.dropFrom(start);
	}
	return { blocks, unpacked };
}

function hasAhead(log: LogColumns, start: number, horizon: Horizon): boolean {
	for (let row = start; row < log.count; row += 1) {
		if (isAhead({ at: log.at[row] ?? 0, day: log.day[row] ?? 0 }, horizon)) return true;
	}
	return false;
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
function sortArrived(other: ArrivedLog, aside: Aside, { blocks, unpacked }: AddedBlocks, horizon: Horizon): Sorted {
	const events: LearningEvent[] = [...other.events, ...aside.events, ...unpacked];
	const parameters = [...other.parameters, ...aside.parameters];
	return {
		events: distinct(events.filter((event) => !isAhead(event, horizon))),
		blocks,
		parameters: distinct(parameters.filter((event) => !isAhead(event, horizon))),
		ahead: distinct([...events, ...parameters].filter((event) => isAhead(event, horizon))),
		unread: distinct(other.unread ?? [])
	};
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
