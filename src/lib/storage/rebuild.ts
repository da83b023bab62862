import type { CardId } from '$lib/domain/card';
import { compareEvents } from '$lib/domain/event';
import type { LearningEvent } from '$lib/domain/event';
import type { Result } from '$lib/domain/result';
import { parseAttempt } from './attempt-parser';
import { toCardRow } from './card-row';
import { cardTables, readCardEvents } from './card-write';
import { inTransaction } from './connection';
import { countCard, LAST_AT_KEY, SEQ_KEY } from './counters';
import type { CounterChanges } from './counters';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { parseLearningEvent } from './event-parser';
import type { Fold } from './new-event';
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
export function rebuildDerived(db: BackstoryDatabase, fold: Fold): Promise<Result<Rebuilt, StorageError>> {
	return inTransaction(db, 'rw', [...cardTables(db), db.attempts, db.quarantine], async () => {
		const quarantined = await quarantineUnreadable(db);
		return { ...(await foldWholeLog(db, fold)), quarantined };
	});
}

/** Folds some cards anew whose rows are damaged. @returns any storage error */
export function refoldCards(
	db: BackstoryDatabase,
	cards: readonly CardId[],
	fold: Fold
): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [db.cards, db.events], async () => {
		for (const card of cards) {
			const events = await readCardEvents(db, card);
			const state = events.length === 0 ? null : fold(events);
			await (state === null ? db.cards.delete(card) : db.cards.put(toCardRow(state)));
		}
		return null;
	});
}

/** Folds every card and counter from the log. Runs inside a transaction over `cardTables`. */
export async function foldWholeLog(db: BackstoryDatabase, fold: Fold): Promise<Omit<Rebuilt, 'quarantined'>> {
	const [device, rows] = await Promise.all([readDevice(db), db.events.toArray()]);
	const events = rows.map(parseLearningEvent).filter((event) => event !== null);
	const histories = groupByCard(events.sort(compareEvents));
	const states = histories.map((history) => fold(history)).filter((state) => state !== null);
	await Promise.all([db.cards.clear(), db.counters.clear()]);
	await Promise.all([
		db.cards.bulkPut(states.map(toCardRow)),
		db.counters.bulkPut([...countLog(histories, fold), ...countDevice(events, device)])
	]);
	return { events: events.length, cards: states.length };
}

function groupByCard(events: readonly LearningEvent[]): LearningEvent[][] {
	const histories = new Map<CardId, LearningEvent[]>();
	for (const event of events) {
		const history = histories.get(event.card);
		if (history === undefined) histories.set(event.card, [event]);
		else history.push(event);
	}
	return [...histories.values()];
}

function countLog(histories: readonly (readonly LearningEvent[])[], fold: Fold) {
	const changes: CounterChanges = new Map();
	for (const history of histories) countCard(changes, history, fold, 1);
	return [...changes].map(([key, count]) => ({ key, count }));
}

function countDevice(events: readonly LearningEvent[], device: string) {
	const seq = events.reduce((next, event) => (event.device === device ? Math.max(next, event.seq + 1) : next), 0);
	const lastAt = events.reduce((at, event) => Math.max(at, event.at), 0);
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
