import type { Result } from '$lib/domain/result';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import { inTransaction, withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { isFields, isText, isWhole } from './shape';
import type { StorageError } from './storage-error';

/** Work lies among the settings, where a table of its own would take a migration, and travels in no backup. */
const PREFIX = 'work';
/** The separator, and the character that follows it: keys between the two are the work of one name. */
const [AFTER, END] = ['/', '0'];

/**
 * Longer than any holiday, so that whoever comes back after one finds what was begun; but what nobody has gone on with for
 * a school term is given up, and with it the names of learners that may stand in it.
 */
const WORK_KEPT_MS = 90 * DAY_MS;
/** How long it must have been found old: a device whose clock was far ahead for a moment gives up nothing. */
const FOUND_OLD_MS = 7 * DAY_MS;

/** What somebody is in the middle of and has not finished. */
export type WorkRow = {
	readonly id: string;
	/** When it was last given to be kept. */
	readonly at: EpochMs;
	/** As JSON, for the parser of whoever put it there. */
	readonly text: string;
};

/** @returns the work of a name, the latest first; any storage error */
export function listWork(db: BackstoryDatabase, name: string): Promise<Result<WorkRow[], StorageError>> {
	return withReconnect(db, async () => {
		const start = `${PREFIX}/${name}`;
		const rows: unknown[] = await db.settings.where('key').between(`${start}${AFTER}`, `${start}${END}`).toArray();
		return rows.flatMap((row) => parseRow(row) ?? []).sort((a, b) => b.at - a.at);
	});
}

/** @returns one piece of work, null when it is not there any more; any storage error */
export function readWork(
	db: BackstoryDatabase,
	name: string,
	id: string
): Promise<Result<WorkRow | null, StorageError>> {
	return withReconnect(db, async () => parseRow(await db.settings.get(keyOf(name, id))));
}

/**
 * Stores work in place of what its id held, unless that is somebody else's.
 * @param writtenAt times of writing (`at`) that the writer knows of: work with any other is somebody else's. Two tabs that write in
 *   the same millisecond are not told apart.
 * @returns whether it is stored; any storage error
 */
export function writeWork(
	db: BackstoryDatabase,
	name: string,
	{ id, at, text }: WorkRow,
	writtenAt: readonly EpochMs[]
): Promise<Result<boolean, StorageError>> {
	return inTransaction(db, 'rw', [db.settings], async () => {
		if (await isForeign(db, keyOf(name, id), writtenAt)) return false;
		await db.settings.put({ key: keyOf(name, id), value: { id, at, text } });
		return true;
	});
}

/** Deletes work, unless what is there is somebody else's. @returns any storage error */
export function deleteWork(
	db: BackstoryDatabase,
	name: string,
	id: string,
	writtenAt: readonly EpochMs[]
): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [db.settings], async () => {
		if (!(await isForeign(db, keyOf(name, id), writtenAt))) await db.settings.delete(keyOf(name, id));
		return null;
	});
}

/**
 * Deletes all work, of any name, that was left alone for too long: marks it when it is first found so, and deletes it when it
 * still is a week later. Whoever goes on with it writes it without the mark.
 * @returns any storage error
 */
export function deleteOldWork(db: BackstoryDatabase, now: EpochMs): Promise<Result<null, StorageError>> {
	return inTransaction(db, 'rw', [db.settings], async () => {
		const rows: unknown[] = await db.settings.where('key').between(`${PREFIX}${AFTER}`, `${PREFIX}${END}`).toArray();
		const old = rows.flatMap((row) => {
			const work = parseRow(row);
			const isOld = work !== null && now - work.at > WORK_KEPT_MS;
			return isOld && isFields(row) && isText(row['key'], 1000) ? [{ key: row['key'], value: row['value'], work }] : [];
		});
		const isOver = ({ value }: (typeof old)[number]) => now - foundOldAt(value, now) > FOUND_OLD_MS;
		await db.settings.bulkDelete(old.filter(isOver).map(({ key }) => key));
		const found = old.filter(({ value }) => foundOldAt(value, now) === now);
		await db.settings.bulkPut(found.map(({ key, work }) => ({ key, value: { ...work, foundOldAt: now } })));
		return null;
	});
}

/** @returns when work was first found old; `now` when it was not yet, or by a clock that was ahead */
function foundOldAt(value: unknown, now: EpochMs): EpochMs {
	const found = isFields(value) ? value['foundOldAt'] : null;
	return isWhole(found) && found <= now ? found : now;
}

async function isForeign(db: BackstoryDatabase, key: string, writtenAt: readonly EpochMs[]): Promise<boolean> {
	const row = parseRow(await db.settings.get(key));
	return row !== null && !writtenAt.includes(row.at);
}

function keyOf(name: string, id: string): string {
	return `${PREFIX}/${name}${AFTER}${id}`;
}

function parseRow(row: unknown): WorkRow | null {
	const value = isFields(row) ? row['value'] : null;
	if (!isFields(value)) return null;
	const { id, at, text } = value;
	return isText(id, 100) && isWhole(at) && typeof text === 'string' ? { id, at, text } : null;
}
