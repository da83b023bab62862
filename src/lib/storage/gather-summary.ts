import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import type { BackstoryDatabase } from './database';
import { dueByDay } from './due-days';
import { introducedCounts, learningTimes, todayCounters } from './due-store';
import type { HomeSet, HomeSummary } from './home-summary';
import { SUMMARY_DAYS, SUMMARY_LEARNING } from './home-summary';
import { readSettings } from './settings-store';
import type { StorageError } from './storage-error';

/**
 * Gathers what home shows from the database.
 * @param query `sets`: all sets there are, the bundled bank included
 * @returns any storage error
 */
export async function gatherHomeSummary(
	db: BackstoryDatabase,
	query: { readonly sets: readonly Omit<HomeSet, 'introduced'>[]; readonly day: StudyDay; readonly now: EpochMs }
): Promise<Result<HomeSummary, StorageError>> {
	const { day, now } = query;
	const setIds = query.sets.map((set) => set.id);
	const [settings, due, learning, introduced, today] = await Promise.all([
		readSettings(db),
		dueByDay(db, { setIds, fromDay: day, days: SUMMARY_DAYS }),
		learningTimes(db, setIds, SUMMARY_LEARNING),
		introducedCounts(db, setIds),
		todayCounters(db, day)
	]);
	if (!settings.ok) return settings;
	if (!due.ok) return due;
	if (!learning.ok) return learning;
	if (!introduced.ok) return introduced;
	if (!today.ok) return today;
	const { newPerDay, reviewsPerDay, lastBackupAt, readParagraphs } = settings.value;
	return ok({
		format: 1,
		updatedAt: now,
		dueByDay: due.value.map((count, index) => [day + index, count] as const),
		learningDueAt: learning.value,
		newPerDay,
		reviewsPerDay,
		doneDay: day,
		...today.value,
		sets: query.sets.map((set) => ({ ...set, introduced: introduced.value.get(set.id) ?? 0 })),
		lastBackupAt,
		readParagraphs
	});
}
