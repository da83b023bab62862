import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { isFields, isText, isWhole } from './shape';
import type { StorageError } from './storage-error';

/** Work lies among the settings, where a table of its own would take a migration, and travels in no backup. */
const PREFIX = 'work';
/** The separator, and the character that follows it: keys between the two are the work of one name. */
const [AFTER, END] = ['/', '0'];

/** What somebody is in the middle of and has not finished. */
export type WorkRow = {
	readonly id: string;
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

/** Stores work in place of what its id held. @returns any storage error */
export function writeWork(
	db: BackstoryDatabase,
	name: string,
	{ id, at, text }: WorkRow
): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.settings.put({ key: keyOf(name, id), value: { id, at, text } });
		return null;
	});
}

/** @returns any storage error */
export function deleteWork(db: BackstoryDatabase, name: string, id: string): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.settings.delete(keyOf(name, id));
		return null;
	});
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
