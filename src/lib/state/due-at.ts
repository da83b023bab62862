import type { EpochMs } from '$lib/domain/units';
import { dueCountFromSummary, NO_PLAN, type HomeDue, type HomeSummary } from '$lib/storage/home-summary';
import { studyDayOf } from './clock';
import type { Preferences } from './preferences.svelte';

/** @returns what waits at an instant, by the settings in force */
export function dueAt(summary: HomeSummary, at: EpochMs, { learnAhead, limits, current }: Preferences): HomeDue {
	// A plan that was given up says nothing any more.
	const holding = current.plan === null ? { ...summary, ...NO_PLAN } : summary;
	return dueCountFromSummary(holding, studyDayOf(at), at + learnAhead, limits);
}
