import type { Result } from '$lib/domain/result';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { parseGivenRow } from './given-parser';
import type { GivenRow } from './rows';
import type { StorageError } from './storage-error';

/** What a teacher may still change of an assignment that was given. */
export type GivenChange = Partial<Pick<GivenRow, 'classList' | 'remarks'>>;

/**
 * Changes an assignment given here, as it is stored now: another tab may have changed it since it was read.
 * @returns the row as stored, or null when it is gone; any storage error
 */
export function changeGiven(
	db: BackstoryDatabase,
	id: string,
	change: (row: GivenRow) => GivenChange
): Promise<Result<GivenRow | null, StorageError>> {
	return inTransaction(db, 'rw', [db.given], async () => {
		const stored = parseGivenRow(await db.given.get(id));
		if (stored === null) return null;
		const changed = { ...stored, ...change(stored) };
		await db.given.put(changed);
		return changed;
	});
}
