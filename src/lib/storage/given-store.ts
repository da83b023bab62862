import type { Result } from '$lib/domain/result';
import { withReconnect } from './connection';
import type { BackstoryDatabase } from './database';
import { parseGivenRow } from './given-parser';
import type { GivenRow } from './rows';
import { parseAll } from './shape';
import type { StorageError } from './storage-error';

/** Saves an assignment that was given, in place of what is stored of it. @returns any storage error */
export function saveGiven(db: BackstoryDatabase, row: GivenRow): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.given.put(row);
		return null;
	});
}

/** Loads an assignment given here. @returns null when there is none; any storage error */
export function readGiven(db: BackstoryDatabase, id: string): Promise<Result<GivenRow | null, StorageError>> {
	return withReconnect(db, async () => parseGivenRow(await db.given.get(id)));
}

/** Lists the assignments given here, latest first. @returns any storage error */
export function listGiven(db: BackstoryDatabase): Promise<Result<GivenRow[], StorageError>> {
	return withReconnect(db, async () => {
		const rows = parseAll(await db.given.toArray(), parseGivenRow);
		return rows.sort((a, b) => b.givenAt - a.givenAt);
	});
}
