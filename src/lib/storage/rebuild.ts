import type { CardId } from '$lib/domain/card';
import { foldLog } from '$lib/domain/log/fold-log';
import type { LogColumns } from '$lib/domain/log/log-columns';
import type { Result } from '$lib/domain/result';
import { parseAttempt } from './attempt-parser';
import { toCardRow } from './card-row';
import { cardTables } from './card-write';
import { inTransaction } from './connection';
import { addChange, countReview, introducedKey, LAST_AT_KEY, SEQ_KEY } from './counters';
import type { CounterChanges } from './counters';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { parseLearningEvent } from './event-parser';
import { logTables, readHistories, readWholeLog } from './log-reader';
import type { Fold } from './new-event';
import { readParameterHistory } from './parameter-store';
import type { CardRow } from './rows';
import type { StorageError } from './storage-error';

export type Rebuilt = {
	readonly events: number;
	readonly cards: number;
	/** Rows that could not be read and were put aside. */
	readonly quarantined: number;
};

/**
 * Throws away all that is derived, folds it anew from the log, and puts unreadable events and attempts aside.
 * @returns what was found; any storage error
 */
export function rebuildDerived(
	db: BackstoryDatabase,
	onprogress?: (share: number) => void
): Promise<Result<Rebuilt, StorageError>> {
	return inTransaction(db, 'rw', [...foldTables(db), db.attempts, db.quarantine], async () => {
		const quarantined = await quarantineUnreadable(db);
		return { ...(await foldWholeLog(db, onprogress)), quarantined };
	});
}

/** Folds some cards anew whose rows are damaged. @returns any storage error */
export function refoldCards(
	db: BackstoryDatabase,
	cards: readonly CardId[],
	fold: Fold
): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [db.cards, ...logTables(db)], async () => {
		for (const [card, events] of await readHistories(db, cards)) {
			const state = events.length === 0 ? null : fold(events);
			await (state === null ? db.cards.delete(card) : db.cards.put(toCardRow(state)));
		}
		return null;
	});
}

/**
 * Folds every card and counter from the log. Runs inside a transaction over `foldTables`.
 * @param onprogress the share that is done, 0 to 1
 */
export async function foldWholeLog(
	db: BackstoryDatabase,
	onprogress: (share: number) => void = () => undefined
): Promise<Omit<Rebuilt, 'quarantined'>> {
	const [device, history, log] = await Promise.all([readDevice(db), readParameterHistory(db), readWholeLog(db)]);
	const rows: CardRow[] = [];
	const changes: CounterChanges = new Map();
	foldLog(log, history, {
		onprogress,
		onevent: (event, before) => countReview(changes, event, before),
		oncard: (_, state) => {
			if (state === null) return;
			rows.push(toCardRow(state));
			addChange(changes, introducedKey(state.setId), 1);
		}
	});
	await Promise.all([db.cards.clear(), db.counters.clear()]);
	const counters = [...changes].map(([key, count]) => ({ key, count }));
	await Promise.all([db.cards.bulkPut(rows), db.counters.bulkPut([...counters, ...countDevice(log, device)])]);
	db.tail = null;
	return { events: log.count, cards: rows.length };
}

/** The tables that `foldWholeLog` needs in its transaction. */
export function foldTables(db: BackstoryDatabase) {
	return [...cardTables(db), db.parameters] as const;
}

function countDevice(log: LogColumns, device: string) {
	const own = log.devices.indexOf(device);
	let [seq, lastAt] = [0, 0];
	for (let row = 0; row < log.count; row += 1) {
		if (log.device[row] === own) seq = Math.max(seq, (log.seq[row] ?? 0) + 1);
		lastAt = Math.max(lastAt, log.at[row] ?? 0);
	}
	return [
		{ key: SEQ_KEY, count: seq },
		{ key: LAST_AT_KEY, count: lastAt }
	];
}

async function quarantineUnreadable(db: BackstoryDatabase): Promise<number> {
	const put = async (source: 'events' | 'attempts', isReadable: (row: unknown) => boolean): Promise<number> => {
		const table = db[source];
		const keys: string[] = [];
		const rows: unknown[] = [];
		await table.each((row, cursor) => {
			if (isReadable(row)) return;
			keys.push(cursor.primaryKey);
			rows.push(row);
		});
		await db.quarantine.bulkAdd(rows.map((row) => ({ source, row })));
		await table.bulkDelete(keys);
		return keys.length;
	};
	const events = await put('events', (row) => parseLearningEvent(row) !== null);
	return events + (await put('attempts', (row) => parseAttempt(row) !== null));
}
