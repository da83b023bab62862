import type { Result } from '$lib/domain/result';
import { inTransaction } from './connection';
import { readCounters, SEQ_KEY, SUMMED_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import type { StorageError } from './storage-error';

/** Events that are read and added each time without its being felt. */
const MANY_EVENTS = 1000;

/**
 * Whether so much has come since the last summary that a new one is worth the work, by the kept counters.
 * @returns any storage error
 */
export function isSummaryOld(db: BackstoryDatabase): Promise<Result<boolean, StorageError>> {
	return inTransaction(db, 'r', [db.counters, db.blocks], async () => {
		const counters = await readCounters(db, [SEQ_KEY, SUMMED_KEY]);
		const [next, summed] = [counters.get(SEQ_KEY) ?? 0, counters.get(SUMMED_KEY) ?? 0];
		if (next - summed >= MANY_EVENTS) return true;
		// Many answers of other devices are packed.
		return summed === 0 && (await db.blocks.limit(1).primaryKeys()).length > 0;
	});
}
