import { callRoll } from '$lib/domain/learner-names';
import type { BackstoryDatabase } from '$lib/storage/database';
import { readGiven } from '$lib/storage/given-store';
import { listResults } from '$lib/storage/results-store';

/** @returns names of an assignment's class list that no result bears; null without a list, or when it cannot be read */
export async function readMissing(db: BackstoryDatabase, assignment: string): Promise<readonly string[] | null> {
	const given = await readGiven(db, assignment);
	if (!given.ok || given.value === null || given.value.classList.length === 0) return null;
	const results = await listResults(db, assignment);
	if (!results.ok) return null;
	return callRoll(
		given.value.classList,
		results.value.map(({ result }) => result.name)
	).missing;
}
