import { actHistory, type ActHistory } from '$lib/domain/act-history';
import type { Result } from '$lib/domain/result';
import type { EpochMs } from '$lib/domain/units';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { readDevice } from './device';
import { parseLearningEvent } from './event-parser';
import { toIdPrefix } from './id-prefix';
import type { StorageError } from './storage-error';

/**
 * What was done on this device since a moment and what of it was taken back, so that both can still be changed after a
 * reload.
 * @returns any storage error
 */
export function readRecentActs(db: BackstoryDatabase, since: EpochMs): Promise<Result<ActHistory, StorageError>> {
	return inTransaction(db, 'rw', [db.events, db.settings], async () => {
		const device = await readDevice(db);
		const rows = await db.events.where('id').aboveOrEqual(toIdPrefix(since)).toArray();
		return actHistory(
			rows.map(parseLearningEvent).filter((event) => event !== null),
			device
		);
	});
}
