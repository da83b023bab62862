import type { Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { readAtOnce } from './connection';
import {
	introducedKey,
	newKey,
	readCounters,
	reviewsKey,
	SEQ_KEY,
	SHELVED_KEY,
	toDayCounters,
	type DayCounters
} from './counters';
import type { BackstoryDatabase } from './database';
import { readDone, type DoneToday } from './done-today';
import { askDue, readDue, type DueCards } from './due-store';
import { cardStateTables } from './packed-cards';
import { readShelf, type Shelf } from './shelf';
import type { StorageError } from './storage-error';

export type SessionQuery = {
	/** The one set to study; null for all. */
	readonly setId: string | null;
	/** The sets that ship with the app. */
	readonly bundled: readonly string[];
	readonly day: StudyDay;
	/** An instant that is not after the start of the day. */
	readonly since: EpochMs;
	/** How many due reviews to load at most. */
	readonly reviewLimit: number;
};

/** What storage knows of the cards of a session. */
export type SessionRows = DueCards &
	Shelf & {
		/** Every set the session is about. */
		readonly setIds: readonly string[];
		readonly today: DayCounters;
		readonly done: DoneToday;
	};

/**
 * Reads all that a session's queue is built from, by index and kept counter. In one transaction and asked for all at once,
 * since each round to the database costs as much as the rows do.
 * @returns any storage error
 */
export function readSession(db: BackstoryDatabase, query: SessionQuery): Promise<Result<SessionRows, StorageError>> {
	const { setId, bundled, day, since } = query;
	const tables = [db.sets, ...cardStateTables(db), db.counters, db.events, db.summaries];
	return readAtOnce(db, tables, async () => {
		const isAll = setId === null;
		const keys = [SEQ_KEY, SHELVED_KEY, newKey(day), reviewsKey(day), ...(isAll ? [] : [introducedKey(setId)])];
		const [counters, kept, asked, done] = await Promise.all([
			readCounters(db, keys),
			isAll ? db.summaries.get('shelf') : undefined,
			isAll ? askDue(db, query) : undefined,
			readDone(db, day, since)
		]);
		const shelf = isAll
			? await readShelf(db, kept, counters)
			: { sets: [], introduced: new Map([[setId, counters.get(introducedKey(setId)) ?? 0]]) };
		const setIds = isAll ? [...bundled, ...shelf.sets.map(({ id }) => id)] : [setId];
		const due = await readDue(db, { ...query, setIds }, asked);
		return { ...due, ...shelf, setIds, today: toDayCounters(counters, day), done };
	});
}
