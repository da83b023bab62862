import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { loadSyncParts } from '$lib/storage/log-parts';
import { mergeLog } from '$lib/storage/merge-log';
import { foldTables, foldWholeLog } from '$lib/storage/rebuild';
import type { LocalLog } from '$lib/state/sync/sync-log';

/** The log of a database, merged without a worker. */
export function localLogOf(db: BackstoryDatabase, now: number): LocalLog {
	return {
		read: () => loadSyncParts(db),
		merge: (arrived) =>
			inTransaction(db, 'rw', foldTables(db), async () => {
				const { merged } = await mergeLog(db, arrived, now);
				await foldWholeLog(db);
				return merged;
			})
	};
}
