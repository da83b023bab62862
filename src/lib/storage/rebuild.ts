import type { CardId } from '$lib/domain/card';
import { decodeBlock } from '$lib/domain/log/block';
import { LogBuilder } from '$lib/domain/log/log-builder';
import type { Result } from '$lib/domain/result';
import { parseAttempt } from './attempt-parser';
import { readStoredCards } from './card-reader';
import { toCardRow, toGoneRow } from './card-row';
import { cardTables } from './card-write';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { parseLearningEvent } from './event-parser';
import { logTables, parseBlockRow, readHistories, readWholeLog } from './log-reader';
import type { Fold } from './new-event';
import { cardStateTables, packCards, putPacked } from './packed-cards';
import { readParameterHistory } from './parameter-store';
import { deriveAll } from './refold';
import type { StorageError } from './storage-error';

export type Rebuilt = {
	readonly events: number;
	readonly cards: number;
	/** Rows that could not be read and were put aside. */
	readonly quarantined: number;
};

/**
 * Throws away all that is derived, folds it anew from the log, and puts unreadable events, blocks and attempts aside.
 * @returns what was found; any storage error
 */
export function rebuildDerived(db: BackstoryDatabase): Promise<Result<Rebuilt, StorageError>> {
	return inTransaction(db, 'rw', [...foldTables(db), db.attempts], async () => {
		const quarantined = await quarantineUnreadable(db);
		return { ...(await foldWholeLog(db)), quarantined };
	});
}

/** Folds some cards anew whose rows are damaged. @returns any storage error */
export function refoldCards(
	db: BackstoryDatabase,
	cards: readonly CardId[],
	fold: Fold
): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [...cardStateTables(db), ...logTables(db)], async () => {
		const stored = await readStoredCards(db, cards);
		for (const [card, events] of await readHistories(db, cards)) {
			const state = events.length === 0 ? null : fold(events);
			const gone = stored.get(card)?.isPacked === true ? toGoneRow(card) : null;
			const row = state === null ? gone : toCardRow(state);
			await (row === null ? db.cards.delete(card) : db.cards.put(row));
		}
		return null;
	});
}

/** Folds every card and counter from the log, all or nothing. Runs inside a transaction over `foldTables`. */
export async function foldWholeLog(db: BackstoryDatabase): Promise<Omit<Rebuilt, 'quarantined'>> {
	const [device, history, log] = await Promise.all([readDevice(db), readParameterHistory(db), readWholeLog(db)]);
	const fold = deriveAll({ log, device, history });
	await putPacked(db, packCards(fold.states.values()));
	await db.counters.clear();
	await db.counters.bulkPut([...fold.counters]);
	db.tail = null;
	return { events: fold.events, cards: fold.states.size };
}

/** The tables that `foldWholeLog` and `mergeLog` need in their transaction. */
export function foldTables(db: BackstoryDatabase) {
	return [...cardTables(db), db.quarantine] as const;
}

async function quarantineUnreadable(db: BackstoryDatabase): Promise<number> {
	const put = async (
		source: 'events' | 'attempts' | 'blocks',
		isReadable: (row: unknown) => boolean
	): Promise<number> => {
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
	const blocks = await put('blocks', isReadableBlock);
	return events + blocks + (await put('attempts', (row) => parseAttempt(row) !== null));
}

function isReadableBlock(row: unknown): boolean {
	const block = parseBlockRow(row);
	return block !== null && decodeBlock(block.bytes, new LogBuilder()).ok;
}
