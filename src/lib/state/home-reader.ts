import type { SetLimit } from '$lib/domain/daily-limits';
import { ok, type Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { openAttempt } from '$lib/storage/attempt-store';
import type { BackstoryDatabase } from '$lib/storage/database';
import { gatherHomeSummary } from '$lib/storage/gather-summary';
import { writeHomeSummary, type HomePlan, type HomeSet, type HomeSummary } from '$lib/storage/home-summary';
import { listSets } from '$lib/storage/set-store';
import type { StorageError } from '$lib/storage/storage-error';
import { glanceAhead } from './home-glance';
import type { Preferences } from './preferences.svelte';

/** Keeps what home will start from, with the words that stand there before the app runs. */
export function keepSummary(summary: HomeSummary, preferences: Preferences, at: EpochMs): void {
	try {
		writeHomeSummary(localStorage, summary, glanceAhead(summary, preferences, at));
	} catch {
		// localStorage is denied: home then reads the database each time.
	}
}

export type HomeRead = {
	readonly summary: HomeSummary;
	readonly hasOpenQuiz: boolean;
	/** Whether anything has been learnt or kept on this device. */
	readonly begun: boolean;
};

/** Reads what the home screen shows, all by index or kept counter. @returns any storage error */
export async function readHome(
	db: BackstoryDatabase,
	query: {
		readonly bundled: readonly Omit<HomeSet, 'introduced'>[];
		readonly limits: readonly SetLimit[];
		readonly day: StudyDay;
		readonly plan: HomePlan;
	}
): Promise<Result<HomeRead, StorageError>> {
	const stored = await listSets(db);
	if (!stored.ok) return stored;
	const own = stored.value.map(({ id, title, cardCount }) => ({ id, title, cards: cardCount }));
	const sets = [...query.bundled, ...own];
	const [summary, attempt] = await Promise.all([gatherHomeSummary(db, { ...query, sets }), openAttempt(db)]);
	if (!summary.ok) return summary;
	const hasOpenQuiz = attempt.ok && attempt.value !== null;
	return ok({
		summary: summary.value,
		hasOpenQuiz,
		begun: hasOpenQuiz || own.length > 0 || summary.value.sets.some(({ introduced }) => introduced > 0)
	});
}
