import { Dexie } from 'dexie';
import { cardsOfItem } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import type { Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import { inTransaction, withReconnect } from './connection';
import { SHELVED_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import type { SetRow } from './rows';
import { parseStoredItem, parseTopic } from './set-parser';
import { isCount, isFields, isOneOf, isText, isWhole, parseList } from './shape';
import type { StorageError } from './storage-error';

/** What saving a set came to. `kept`: the stored one stays, because it is newer or because the learner wrote it. */
export type SaveOutcome =
	| { readonly kind: 'added' | 'replaced' }
	| { readonly kind: 'kept'; readonly reason: 'newer' | 'own'; readonly revision: number };

/**
 * Saves an own or received set with its items, in place of the same set's stored revision. Progress stays, because
 * cards are named by set and item number. A stored set that is newer is kept, and so is one the learner wrote here when
 * another's edition of it arrives, unless `overwrite` is given. An own set stays own.
 * @returns any storage error
 */
export function saveSet(
	db: BackstoryDatabase,
	set: StudySet,
	options: { readonly overwrite: boolean } = { overwrite: false }
): Promise<Result<SaveOutcome, StorageError>> {
	return inTransaction(db, 'rw', setTables(db), async (): Promise<SaveOutcome> => {
		const stored = parseSetRow(await db.sets.get(set.id));
		const reason = options.overwrite ? null : reasonToKeep(stored, set);
		if (stored !== null && reason !== null) return { kind: 'kept', reason, revision: stored.revision };
		await putSet(db, stored === null ? set : { ...set, origin: keptOrigin(stored, set), addedAt: stored.addedAt });
		return { kind: stored === null ? 'added' : 'replaced' };
	});
}

/** Lists the stored sets without their items, latest first. The bundled bank is not among them. @returns any storage error */
export function listSets(db: BackstoryDatabase): Promise<Result<SetRow[], StorageError>> {
	return withReconnect(db, () => readSets(db));
}

/** As `listSets`. Runs inside a transaction. */
export async function readSets(db: BackstoryDatabase): Promise<SetRow[]> {
	const rows = await db.sets.toArray();
	const sets = rows.map(parseSetRow).filter((set) => set !== null);
	return sets.sort((a, b) => b.addedAt - a.addedAt);
}

/** Loads a set with its items, in their author's order. @returns null when there is none; any storage error */
export function loadSet(db: BackstoryDatabase, id: string): Promise<Result<StudySet | null, StorageError>> {
	return inTransaction(db, 'r', [db.sets, db.items], () => readSet(db, id));
}

/** Items of several sets, by set and number. */
export type ItemsOfSets = ReadonlyMap<string, ReadonlyMap<number, Item>>;

/** Loads some items of some sets, in one question: what a session needs, never all. @returns any storage error */
export function loadItems(
	db: BackstoryDatabase,
	wanted: ReadonlyMap<string, readonly number[]>
): Promise<Result<ItemsOfSets, StorageError>> {
	const keys = [...wanted].flatMap(([setId, numbers]) => numbers.map((number): [string, number] => [setId, number]));
	return withReconnect(db, async () => {
		const rows = await db.items.bulkGet(keys);
		const found = new Map([...wanted.keys()].map((setId) => [setId, new Map<number, Item>()]));
		for (const [index, [setId]] of keys.entries()) {
			const item = parseItemRow(rows[index]);
			if (item !== null) found.get(setId)?.set(item.number, item);
		}
		return found;
	});
}

/**
 * Deletes a set and its items. What was learned with it stays in the log: if the set comes back, so does its progress.
 * @returns any storage error
 */
export function deleteSet(db: BackstoryDatabase, id: string): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', setTables(db), async () => {
		await Promise.all([db.sets.delete(id), itemsOf(db, id).delete(), db.counters.delete(SHELVED_KEY)]);
		return null;
	});
}

/** The tables that `putSet` needs in its transaction. */
function setTables(db: BackstoryDatabase) {
	return [db.sets, db.items, db.counters] as const;
}

/** Stores a set in place of whatever is stored under its id. Runs inside a transaction over sets, items and counters. */
export async function putSet(db: BackstoryDatabase, set: StudySet): Promise<void> {
	const { items, ...rest } = set;
	const cardCount = items.reduce((count, item) => count + cardsOfItem(set.id, item).length, 0);
	await itemsOf(db, set.id).delete();
	await Promise.all([
		db.sets.put({ ...rest, itemCount: items.length, cardCount }),
		// What is kept of all sets in short does not know of it.
		db.counters.delete(SHELVED_KEY),
		db.items.bulkPut(items.map((item, place) => ({ setId: set.id, number: item.number, place, item })))
	]);
}

/** Reads a set with its items. Runs inside a transaction. */
export async function readSet(db: BackstoryDatabase, id: string): Promise<StudySet | null> {
	const [row, itemRows] = await Promise.all([db.sets.get(id), itemsOf(db, id).toArray()]);
	const set = parseSetRow(row);
	if (set === null) return null;
	const { id: setId, title, lang, origin, revision, addedAt, topics } = set;
	const items = itemRows
		.sort(byPlace)
		.map(parseItemRow)
		.filter((item) => item !== null);
	return { id: setId, title, lang, origin, revision, addedAt, topics, items };
}

/** @returns the set's row, or null when it is missing or damaged */
export function parseSetRow(row: unknown): SetRow | null {
	if (!isFields(row)) return null;
	const { id, title, lang, origin, revision, addedAt, itemCount, cardCount } = row;
	const topics = parseList(row['topics'], 1000, parseTopic);
	if (!isText(id, 100) || typeof title !== 'string' || !isText(lang, 100) || topics === null) return null;
	if (!isOneOf(origin, ['bundled', 'own', 'received'] as const) || !isCount(revision) || !isWhole(addedAt)) return null;
	if (!isCount(itemCount) || !isCount(cardCount)) return null;
	return { id, title, lang, origin, revision, addedAt, topics, itemCount, cardCount };
}

function parseItemRow(row: unknown): Item | null {
	const item = isFields(row) ? parseStoredItem(row['item']) : null;
	return isFields(row) && item?.number === row['number'] ? item : null;
}

/** The author's order; rows without a place keep that of their numbers. */
function byPlace(a: unknown, b: unknown): number {
	const [first, second] = [a, b].map((row) => (isFields(row) && isCount(row['place']) ? row['place'] : 0));
	return (first ?? 0) - (second ?? 0);
}

function itemsOf(db: BackstoryDatabase, setId: string) {
	return db.items.where('[setId+number]').between([setId, Dexie.minKey], [setId, Dexie.maxKey]);
}

function reasonToKeep(stored: SetRow | null, set: StudySet): 'newer' | 'own' | null {
	if (stored === null) return null;
	if (stored.revision > set.revision) return 'newer';
	return stored.origin === 'own' && set.origin !== 'own' ? 'own' : null;
}

function keptOrigin(stored: SetRow, set: StudySet): StudySet['origin'] {
	return stored.origin === 'own' ? 'own' : set.origin;
}
