import { historiesOfLog, type TimedReviews } from '$lib/domain/log/histories-of-log';
import { measureHabits } from '$lib/domain/plan/answer-habits';
import type { Learner } from '$lib/domain/plan/learner';
import { measureCost } from '$lib/domain/plan/review-cost';
import { ok, type Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { logTables, readWholeLog } from '$lib/storage/log-reader';
import type { StorageError } from '$lib/storage/storage-error';

/** Reads every review that counts, card by card. @returns any storage error */
export async function readReviews(database: BackstoryDatabase): Promise<Result<TimedReviews, StorageError>> {
	const log = await inTransaction(database, 'r', logTables(database), () => readWholeLog(database));
	return log.ok ? ok(historiesOfLog(log.value)) : log;
}

/** @returns the learner as the log shows them: how they rate and how long they take; any storage error */
export async function readLearner(
	database: BackstoryDatabase,
	params: SchedulerParameters
): Promise<Result<Learner, StorageError>> {
	const reviews = await readReviews(database);
	if (!reviews.ok) return reviews;
	return ok({ params, habits: measureHabits(reviews.value), cost: measureCost(reviews.value) });
}
