import type { CardId, CardState } from '$lib/domain/card';
import { foldLog } from '$lib/domain/log/fold-log';
import type { LogColumns } from '$lib/domain/log/log-columns';
import type { ParameterHistory } from '$lib/domain/parameter-history';
import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { joinStates, readRawStates, type RawStates } from './card-reader';
import { isSameState } from './card-row';
import { inTransaction, withReconnect } from './connection';
import { addChange, introducedKey, LAST_AT_KEY, readCounters, ReviewCounter, SEQ_KEY, UNFOLDED_KEY } from './counters';
import type { CounterChanges } from './counters';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { joinLog, logTables, readRawLog, type RawLog } from './log-reader';
import { cardStateTables, packCards, putPacked } from './packed-cards';
import { readParameterHistory } from './parameter-store';
import type { CounterRow } from './rows';
import type { StorageError } from './storage-error';

/** All that follows from a log. */
export type Derived = {
	readonly states: ReadonlyMap<CardId, CardState>;
	readonly counters: readonly CounterRow[];
	/** Events, each once. */
	readonly events: number;
};

export type Refolded = {
	readonly events: number;
	readonly cards: number;
	/** Cards whose stored state was another. */
	readonly changed: number;
};

/** @param onprogress the share that is done, 0 to 1 */
export type Progress = (share: number) => void;

/** A log as it was at a moment. */
export type KnownLog = { readonly log: LogColumns; readonly tail: Tail };

/** More rows than these are packed on this occasion. */
export const MANY_ROWS = 512;

/**
 * Folds the whole log anew and puts the outcome in place of what was stored, in one short transaction: study goes on
 * meanwhile. An answer that comes in between is folded too, in another round.
 * @param known the log, where it has just been read: it is read again if it has grown since
 * @returns what was found; any storage error
 */
export async function refoldLog(
	db: BackstoryDatabase,
	onprogress: Progress = () => undefined,
	known: KnownLog | null = null
): Promise<Result<Refolded, StorageError>> {
	let last = known;
	for (;;) {
		const read = await readForFold(db, last);
		if (!read.ok) return read;
		const { tail, raw, parts } = read.value;
		const log: LogColumns | null = parts === null ? (last?.log ?? null) : joinLog(parts);
		if (log === null) throw new Error('A log that was not read must be known');
		last = { log, tail };
		const derived = deriveAll({ ...read.value, log }, onprogress);
		const stored = joinStates(raw);
		const changed = countChanged(derived.states, stored.states);
		const isAsStored = changed === 0 && !stored.isDamaged && stored.rows <= MANY_ROWS;
		const packed = isAsStored ? null : packCards(derived.states.values());
		const written = await inTransaction(db, 'rw', [...cardStateTables(db), db.counters], async () => {
			if (!isSameTail(tail, await readTail(db))) return false;
			if (packed !== null) await putPacked(db, packed);
			await putCounters(db, derived.counters);
			return true;
		});
		if (!written.ok) return written;
		if (!written.value) continue;
		db.tail = null;
		return ok({ events: derived.events, cards: derived.states.size, changed });
	}
}

type ReadForFold = {
	/** Null when the known one still holds. */
	readonly parts: RawLog | null;
	readonly raw: RawStates;
	readonly history: ParameterHistory;
	readonly device: string;
	readonly tail: Tail;
};

function readForFold(db: BackstoryDatabase, known: KnownLog | null): Promise<Result<ReadForFold, StorageError>> {
	const tables = [...logTables(db), ...cardStateTables(db), db.parameters, db.counters, db.settings];
	return inTransaction(db, 'rw', tables, async () => {
		const tail = await readTail(db);
		const isKnown = known !== null && isSameTail(known.tail, tail);
		const [parts, raw, history, device] = await Promise.all([
			isKnown ? null : readRawLog(db),
			readRawStates(db),
			readParameterHistory(db),
			readDevice(db)
		]);
		return { parts, raw, history, device, tail };
	});
}

type WholeLog = { readonly log: LogColumns; readonly device: string; readonly history: ParameterHistory };

/** Folds a log into states and counters. */
export function deriveAll({ log, device, history }: WholeLog, onprogress: Progress = () => undefined): Derived {
	const states = new Map<CardId, CardState>();
	const changes: CounterChanges = new Map();
	const reviews = new ReviewCounter();
	const events = foldLog(log, history, {
		onprogress,
		onevent: (event, before) => reviews.count(event, before),
		oncard: (card, state) => {
			if (state === null) return;
			states.set(card, state);
			addChange(changes, introducedKey(state.setId), 1);
		}
	});
	reviews.addTo(changes);
	const counters = [...changes].map(([key, count]) => ({ key, count }));
	return { states, counters: [...counters, ...countDevice(log, device, history)], events };
}

/** A change of parameters has its number too, and an answer from before it is not simply the next of the log. */
function countDevice(log: LogColumns, device: string, history: ParameterHistory): CounterRow[] {
	const own = log.devices.indexOf(device);
	let [seq, lastAt] = [0, 0];
	for (let row = 0; row < log.count; row += 1) {
		if (log.device[row] === own) seq = Math.max(seq, (log.seq[row] ?? 0) + 1);
		lastAt = Math.max(lastAt, log.at[row] ?? 0);
	}
	for (const { after } of history) {
		if (after?.device === device) seq = Math.max(seq, after.seq + 1);
		lastAt = Math.max(lastAt, after?.at ?? 0);
	}
	return [
		{ key: SEQ_KEY, count: seq },
		{ key: LAST_AT_KEY, count: lastAt }
	];
}

/** Counters that tell one state of the log from another. */
export type Tail = ReadonlyMap<string, number>;

function countChanged(states: ReadonlyMap<CardId, CardState>, stored: ReadonlyMap<CardId, CardState>): number {
	let changed = 0;
	for (const [card, state] of states) if (!isSameState(stored.get(card) ?? null, state)) changed += 1;
	for (const card of stored.keys()) if (!states.has(card)) changed += 1;
	return changed;
}

async function putCounters(db: BackstoryDatabase, counters: readonly CounterRow[]): Promise<void> {
	await db.counters.clear();
	await db.counters.bulkPut(counters);
}

/** What every write to the log moves on, and every merge. Runs inside a transaction that includes the counters. */
export function readTail(db: BackstoryDatabase): Promise<Tail> {
	return readCounters(db, [SEQ_KEY, LAST_AT_KEY, UNFOLDED_KEY]);
}

/** @returns whether something was merged and never folded; any storage error */
export function isUnfolded(db: BackstoryDatabase): Promise<Result<boolean, StorageError>> {
	return withReconnect(db, async () => ((await readCounters(db, [UNFOLDED_KEY])).get(UNFOLDED_KEY) ?? 0) > 0);
}

/** @returns whether nothing was written to the log in between */
export function isSameTail(a: Tail, b: Tail): boolean {
	return [...a].every(([key, count]) => b.get(key) === count);
}
