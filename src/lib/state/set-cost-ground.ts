import type { Learner } from '$lib/domain/plan/learner';
import { ok, type Result } from '$lib/domain/result';
import { introducedCounts } from '$lib/storage/due-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from './database.svelte';
import { openLog } from './learning-log';
import { readLearner } from './review-source';

/** What the cost of sets depends on besides the sets. */
export type CostGround = { readonly learner: Learner; readonly begun: ReadonlySet<string> };

/** Reads how the learner studies and which of some sets they have begun. @returns any storage error */
export async function readCostGround(
	database: DatabaseAccess,
	ids: readonly string[]
): Promise<Result<CostGround, StorageError>> {
	const log = await openLog(database);
	if (!log.ok) return log;
	const { db, parameters } = log.value;
	const counts = await introducedCounts(db, ids);
	if (!counts.ok) return counts;
	const begun = new Set(ids.filter((id) => (counts.value.get(id) ?? 0) > 0));
	const learner = await readLearner(parameters);
	return learner.ok ? ok({ learner: learner.value, begun }) : learner;
}
