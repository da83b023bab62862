import type { StudyDay } from '$lib/domain/units';
import { openAttempt } from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import { dueByDay, introducedCounts, learningTimes, todayCounters } from '$lib/storage/due-store';
import type { HomeSet, HomeSummary } from '$lib/storage/home-summary';
import { listSets } from '$lib/storage/set-store';

type HomeQuery = {
	readonly day: StudyDay;
	/** How many days ahead. */
	readonly days: number;
	/** How many learning cards at most. */
	readonly learning: number;
	readonly bundled: readonly Omit<HomeSet, 'introduced'>[];
};

type HomeNumbers = Pick<HomeSummary, 'dueByDay' | 'learningDueAt' | 'doneDay' | 'newDone' | 'reviewsDone' | 'sets'>;

export type HomeRead = {
	readonly numbers: HomeNumbers;
	readonly hasOpenQuiz: boolean;
	/** Whether anything has been learnt or kept on this device. */
	readonly begun: boolean;
};

/** Reads the numbers of the home screen, all by index or kept counter. @returns null when storage fails */
export async function readHome(db: BackstoryDatabase, query: HomeQuery): Promise<HomeRead | null> {
	const stored = await listSets(db);
	if (!stored.ok) return null;
	const own = stored.value.map(({ id, title, cardCount }) => ({ id, title, cards: cardCount }));
	const known = [...query.bundled, ...own];
	const setIds = known.map(({ id }) => id);
	const [counts, due, learning, today, attempt] = await Promise.all([
		introducedCounts(db, setIds),
		dueByDay(db, { setIds, fromDay: query.day, days: query.days }),
		learningTimes(db, setIds, query.learning),
		todayCounters(db, query.day),
		openAttempt(db)
	]);
	if (!counts.ok || !due.ok || !learning.ok || !today.ok) return null;
	const sets = known.map((set) => ({ ...set, introduced: counts.value.get(set.id) ?? 0 }));
	return {
		numbers: {
			dueByDay: due.value.map((count, index) => [query.day + index, count] as const),
			learningDueAt: learning.value,
			doneDay: query.day,
			...today.value,
			sets
		},
		hasOpenQuiz: attempt.ok && attempt.value !== null,
		begun: own.length > 0 || sets.some(({ introduced }) => introduced > 0)
	};
}
