import type { TimedReviews } from '$lib/domain/log/histories-of-log';
import { measureHabits } from '$lib/domain/plan/answer-habits';
import type { Learner } from '$lib/domain/plan/learner';
import { measureCost } from '$lib/domain/plan/review-cost';
import { ok, type Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import type { StorageError } from '$lib/storage/storage-error';
import { runOnLog } from './log-worker';

/** Reads every review that counts, card by card, in a worker. @returns any storage error */
export function readReviews(): Promise<Result<TimedReviews, StorageError>> {
	return runOnLog({ kind: 'reviews' });
}

/** @returns the learner as the log shows them: how they rate and how long they take; any storage error */
export async function readLearner(params: SchedulerParameters): Promise<Result<Learner, StorageError>> {
	const reviews = await readReviews();
	if (!reviews.ok) return reviews;
	return ok({ params, habits: measureHabits(reviews.value), cost: measureCost(reviews.value) });
}
