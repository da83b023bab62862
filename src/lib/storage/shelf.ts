import type { Result } from '$lib/domain/result';
import { inTransaction } from './connection';
import { readCounters, readCountersOf, INTRODUCED_PREFIX, SEQ_KEY, SHELVED_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import type { SetRow } from './rows';
import { parseSetRow, readSets } from './set-store';
import { isCount, isFields, isText, parseAll } from './shape';
import type { StorageError } from './storage-error';

/** What a session has to know of every set. */
export type Shelf = {
	/** Own and received sets without their items, latest first. */
	readonly sets: readonly SetRow[];
	/** By set, how many of its cards have a state; none where no card has. */
	readonly introduced: ReadonlyMap<string, number>;
};

/**
 * Reads the shelf. Runs inside a transaction.
 * @param kept the row that `keepShelf` wrote, if there is one
 * @param counters the numbers of the next event and of the kept row's
 */
export async function readShelf(
	db: BackstoryDatabase,
	kept: unknown,
	counters: ReadonlyMap<string, number>
): Promise<Shelf> {
	const shelf = counters.get(SHELVED_KEY) === markOf(counters) ? parseShelf(kept) : null;
	if (shelf !== null) return shelf;
	const [sets, counts] = await Promise.all([readSets(db), readCountersOf(db, INTRODUCED_PREFIX)]);
	const introduced = [...counts].map(([key, count]) => [key.slice(INTRODUCED_PREFIX.length), count] as const);
	return { sets, introduced: new Map(introduced) };
}

/**
 * Keeps what a session has to know of every set in one row, since 200 sets are 400 rows otherwise. It holds until the next
 * event and the next change of a set; to be called when the browser has nothing else to do.
 * @returns any storage error
 */
export function keepShelf(db: BackstoryDatabase): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [db.sets, db.counters, db.summaries], async () => {
		const counters = await readCounters(db, [SEQ_KEY, SHELVED_KEY]);
		if (counters.get(SHELVED_KEY) === markOf(counters)) return null;
		const { sets, introduced } = await readShelf(db, null, new Map());
		await Promise.all([
			db.summaries.put({ id: 'shelf', sets, introduced: [...introduced] }),
			db.counters.put({ key: SHELVED_KEY, count: markOf(counters) })
		]);
		return null;
	});
}

/** One more than the number of the next event: 0 is what a counter is that is not there. */
function markOf(counters: ReadonlyMap<string, number>): number {
	return (counters.get(SEQ_KEY) ?? 0) + 1;
}

function parseShelf(row: unknown): Shelf | null {
	if (!isFields(row) || !Array.isArray(row['sets']) || !Array.isArray(row['introduced'])) return null;
	const sets = parseAll(row['sets'], parseSetRow);
	const introduced = parseAll(row['introduced'], parseCount);
	if (sets.length !== row['sets'].length || introduced.length !== row['introduced'].length) return null;
	return { sets, introduced: new Map(introduced) };
}

function parseCount(value: unknown): readonly [string, number] | null {
	if (!Array.isArray(value)) return null;
	const [setId, count] = value as readonly unknown[];
	return isText(setId, 100) && isCount(count) ? [setId, count] : null;
}
