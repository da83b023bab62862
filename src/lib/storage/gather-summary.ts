import type { SetLimit } from '$lib/domain/daily-limits';
import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { StudyDay } from '$lib/domain/units';
import type { BackstoryDatabase } from './database';
import { dueByDay } from './due-days';
import { introducedCounts, learningTimes, todayCounters } from './due-store';
import type { HomePlan, HomeSet, HomeSummary } from './home-summary';
import { freshOfSets, HOME_SETS, SUMMARY_DAYS, SUMMARY_LEARNING } from './home-summary';
import type { StorageError } from './storage-error';

/**
 * Gathers what home shows from the database.
 * @param query `sets`: all sets there are, the bundled bank first; `limits`: those of single sets; `plan`: what the one in force asks
 * @returns any storage error
 */
export async function gatherHomeSummary(
	db: BackstoryDatabase,
	query: {
		readonly sets: readonly Omit<HomeSet, 'introduced'>[];
		readonly limits: readonly SetLimit[];
		readonly day: StudyDay;
		readonly plan: HomePlan;
	}
): Promise<Result<HomeSummary, StorageError>> {
	const { day } = query;
	const setIds = query.sets.map((set) => set.id);
	const [due, learning, introduced, today] = await Promise.all([
		dueByDay(db, { setIds, fromDay: day, days: SUMMARY_DAYS }),
		learningTimes(db, setIds, SUMMARY_LEARNING),
		introducedCounts(db, setIds),
		todayCounters(db, day)
	]);
	if (!due.ok) return due;
	if (!learning.ok) return learning;
	if (!introduced.ok) return introduced;
	if (!today.ok) return today;
	const sets = query.sets.map((set) => ({ ...set, introduced: introduced.value.get(set.id) ?? 0 }));
	const others = sets.slice(HOME_SETS);
	return ok({
		format: 1,
		dueByDay: due.value.map((count, index) => [day + index, count] as const),
		learningDueAt: learning.value,
		doneDay: day,
		...today.value,
		sets: sets.slice(0, HOME_SETS),
		otherSets: others.length,
		otherFresh: freshOfSets(others, query.limits),
		...query.plan
	});
}
