import { analyseClass, type ClassAnalysis } from '$lib/domain/analysis/analyse-class';
import { ok, type Result } from '$lib/domain/result';
import type { BackstoryDatabase } from '$lib/storage/database';
import { readGiven } from '$lib/storage/given-store';
import { listResults } from '$lib/storage/results-store';
import type { StorageError } from '$lib/storage/storage-error';

/**
 * Marks and analyses what is stored of an assignment.
 * @param onprogress hears each whole percent once
 * @returns null where no such assignment was given here; any storage error
 */
export async function analyseStored(
	db: BackstoryDatabase,
	assignment: string,
	onprogress: (share: number) => void
): Promise<Result<ClassAnalysis | null, StorageError>> {
	const given = await readGiven(db, assignment);
	if (!given.ok || given.value === null) return given.ok ? ok(null) : given;
	const results = await listResults(db, assignment);
	if (!results.ok) return results;
	const work = analyseClass(given.value, results.value);
	let percent = 0;
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) return ok(step.value);
		if (Math.floor(step.value * 100) === percent) continue;
		percent = Math.floor(step.value * 100);
		onprogress(step.value);
	}
}
