import { ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import { lookAlikes, type LookAlikes } from '$lib/domain/statistics/look-alikes';
import type { EpochMs } from '$lib/domain/units';
import { listAttempts } from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import { listSets, loadSet } from '$lib/storage/set-store';
import type { StorageError } from '$lib/storage/storage-error';

/** Whoever takes quizzes daily has this many in half a year. */
const MOST_ATTEMPTS = 200;
/** Reading more questions than this would take seconds, for ten lines on a screen. */
const MOST_ITEMS = 20_000;
const LONGEST_LIST = 10;

/**
 * Finds the cards that were taken for each other in stored quizzes.
 * @param bundled the sets that ship with the app: they are not stored
 * @param since older quizzes say little about what somebody believes now
 * @returns any storage error
 */
export async function findLookAlikes(
	db: BackstoryDatabase,
	bundled: readonly StudySet[],
	since: EpochMs
): Promise<Result<LookAlikes[], StorageError>> {
	const [listed, stored] = await Promise.all([listAttempts(db, MOST_ATTEMPTS), listSets(db)]);
	if (!listed.ok) return listed;
	if (!stored.ok) return stored;
	const attempts = listed.value.filter(({ finishedAt }) => finishedAt !== null && finishedAt >= since);
	const asked = new Set(attempts.map(({ spec }) => spec.setId));
	const sets: StudySet[] = bundled.filter(({ id }) => asked.has(id));
	for (const { id, itemCount } of stored.value) {
		const set = asked.has(id) && itemCount <= MOST_ITEMS ? await loadSet(db, id) : null;
		if (set?.ok === false) return set;
		if (set !== null && set.value !== null) sets.push(set.value);
	}
	return ok(lookAlikes(attempts, sets, LONGEST_LIST));
}
