import { historiesOfLog } from '$lib/domain/log/histories-of-log';
import { currentParameters } from '$lib/domain/parameter-history';
import { measureHabits } from '$lib/domain/plan/answer-habits';
import { backTest } from '$lib/domain/plan/back-test';
import { checkForecasts, type ForecastChecks } from '$lib/domain/plan/forecast-check';
import { measureCost } from '$lib/domain/plan/review-cost';
import { ok, type Result } from '$lib/domain/result';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { joinLog, logTables, readRawLog } from '$lib/storage/log-reader';
import { readParameterHistory } from '$lib/storage/parameter-store';
import type { StorageError } from '$lib/storage/storage-error';

/** How past forecasts have held. */
export type TestedForecasts = ForecastChecks & {
	/** Whether the scheduler was fitted to answers such as these, which flatters its forecasts of recall. */
	readonly isFitted: boolean;
};

/** The same log has the same outcome each time it is asked. */
const SEED = 1;

/**
 * Holds the forecasts that the stored log would have given against what the log says came of them.
 * @param onprogress the share that is done, 0 to 1
 * @returns any storage error
 */
export async function testForecasts(
	db: BackstoryDatabase,
	onprogress: (share: number) => void
): Promise<Result<TestedForecasts, StorageError>> {
	const read = await inTransaction(db, 'r', [...logTables(db), db.parameters], async () => ({
		raw: await readRawLog(db),
		history: await readParameterHistory(db)
	}));
	if (!read.ok) return read;
	const params = currentParameters(read.value.history);
	const reviews = historiesOfLog(joinLog(read.value.raw));
	const learner = { params, habits: measureHabits(reviews), cost: measureCost(reviews) };
	const tested = backTest(reviews, learner, SEED, onprogress);
	const isFitted = params.weights.some((weight, index) => weight !== DEFAULT_PARAMETERS.weights[index]);
	return ok({ ...checkForecasts(tested), isFitted });
}
