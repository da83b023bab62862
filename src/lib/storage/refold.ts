import type { CardId, CardState } from '$lib/domain/card';
import { foldLog } from '$lib/domain/log/fold-log';
import type { LogColumns } from '$lib/domain/log/log-columns';
import type { ParameterHistory } from '$lib/domain/parameter-history';
import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { isSameState, parseCardRow, toCardRow } from './card-row';
import { inTransaction, withReconnect } from './connection';
import { addChange, countReview, introducedKey, LAST_AT_KEY, readCounters, SEQ_KEY, UNFOLDED_KEY } from './counters';
import type { CounterChanges } from './counters';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { logTables, readWholeLog } from './log-reader';
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

/** Rows written in one transaction: an answer that is given meanwhile waits for no more than these. */
const ROWS_AT_ONCE = 2000;

/** @param onprogress the share that is done, 0 to 1 */
export type Progress = (share: number) => void;

/**
 * Folds the whole log anew and writes what differs, in small transactions: study goes on meanwhile. An answer that comes
 * in between is folded too, in another round.
 * @returns what was found; any storage error
 */
export async function refoldLog(
	db: BackstoryDatabase,
	onprogress: Progress = () => undefined
): Promise<Result<Refolded, StorageError>> {
	let changed = 0;
	for (;;) {
		const tables = [...logTables(db), db.parameters, db.counters, db.settings];
		const read = await inTransaction(db, 'rw', tables, async () => ({
			log: await readWholeLog(db),
			history: await readParameterHistory(db),
			device: await readDevice(db),
			tail: await readTail(db)
		}));
		if (!read.ok) return read;
		const { log, history, device, tail } = read.value;
		const derived = deriveAll({ log, device, history }, onprogress);
		const written = await writeDerived(db, derived, tail);
		if (!written.ok) return written;
		changed += written.value.changed;
		const { events, states } = derived;
		if (written.value.isWhole) return ok({ events, cards: states.size, changed });
	}
}

type WholeLog = { readonly log: LogColumns; readonly device: string; readonly history: ParameterHistory };

/** Folds a log into states and counters. */
export function deriveAll({ log, device, history }: WholeLog, onprogress: Progress = () => undefined): Derived {
	const states = new Map<CardId, CardState>();
	const changes: CounterChanges = new Map();
	const events = foldLog(log, history, {
		onprogress,
		onevent: (event, before) => countReview(changes, event, before),
		oncard: (card, state) => {
			if (state === null) return;
			states.set(card, state);
			addChange(changes, introducedKey(state.setId), 1);
		}
	});
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

type Tail = ReadonlyMap<string, number>;
type Written = { readonly changed: number; readonly isWhole: boolean };

/** @returns `isWhole` is false when the log has grown meanwhile, and what is derived from it must be worked out anew */
async function writeDerived(
	db: BackstoryDatabase,
	{ states, counters }: Derived,
	tail: Tail
): Promise<Result<Written, StorageError>> {
	const stored = await inTransaction(db, 'r', [db.cards], () => db.cards.toArray());
	if (!stored.ok) return stored;
	const before = new Map(stored.value.map((row) => [keyOf(row), row]));
	const differing = [...states.values()].filter((state) => !isSameState(parseCardRow(before.get(state.card)), state));
	const gone = [...before.keys()].filter((card) => !states.has(card));
	let changed = 0;
	for (let from = 0; from === 0 || from < differing.length; from += ROWS_AT_ONCE) {
		const rows = differing.slice(from, from + ROWS_AT_ONCE).map(toCardRow);
		const isLast = from + ROWS_AT_ONCE >= differing.length;
		const written = await inTransaction(db, 'rw', [db.cards, db.counters], async () => {
			if (!isSameTail(tail, await readTail(db))) return false;
			await db.cards.bulkPut(rows);
			if (isLast) await Promise.all([db.cards.bulkDelete(gone), putCounters(db, counters)]);
			return true;
		});
		if (!written.ok) return written;
		if (!written.value) return ok({ changed, isWhole: false });
		changed += rows.length + (isLast ? gone.length : 0);
	}
	db.tail = null;
	return ok({ changed, isWhole: true });
}

async function putCounters(db: BackstoryDatabase, counters: readonly CounterRow[]): Promise<void> {
	await db.counters.clear();
	await db.counters.bulkPut(counters);
}

/** What every write to the log moves on, and every merge. */
function readTail(db: BackstoryDatabase): Promise<Tail> {
	return readCounters(db, [SEQ_KEY, LAST_AT_KEY, UNFOLDED_KEY]);
}

/** @returns whether something was merged and never folded; any storage error */
export function isUnfolded(db: BackstoryDatabase): Promise<Result<boolean, StorageError>> {
	return withReconnect(db, async () => ((await readCounters(db, [UNFOLDED_KEY])).get(UNFOLDED_KEY) ?? 0) > 0);
}

function isSameTail(a: Tail, b: Tail): boolean {
	return [...a].every(([key, count]) => b.get(key) === count);
}

/** A damaged row has its key all the same. */
function keyOf(row: unknown): CardId {
	return typeof row === 'object' && row !== null && 'card' in row ? String(row.card) : '';
}
