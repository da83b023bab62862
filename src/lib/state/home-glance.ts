import { DAY_MS, type EpochMs } from '$lib/domain/units';
import { dueInWords } from '$lib/i18n/due-in-words';
import { dayInWords } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';
import type { Glance, GlanceWords } from '$lib/storage/glance';
import type { HomeSummary } from '$lib/storage/home-summary';
import { nextDayStart, nextMidnight } from './clock';
import { dueAt } from './due-at';
import { basisOf } from './glance-basis';
import type { Preferences } from './preferences.svelte';

/** Whoever stays away for longer waits for the app. */
const DAYS_AHEAD = 7;

/**
 * Puts into words what home will say, for each moment of the days ahead: they are on the screen before the app runs, which
 * takes longer to start than everything else. The script in app.html finds the moment and fills them in.
 * @param from when the summary was made
 */
export function glanceAhead(summary: HomeSummary, preferences: Preferences, from: EpochMs): Glance {
	const end = from + DAYS_AHEAD * DAY_MS;
	const moments = changesOf(summary, preferences, from, end);
	const told: GlanceWords[] = [];
	for (const [index, at] of moments.entries()) {
		const { learning, reviews, fresh } = dueAt(summary, at, preferences);
		const count = learning + reviews + fresh;
		const words = [dayInWords(at), dueInWords(count), count > 0 ? m.home_study({ count }) : ''] as const;
		// The same words hold on.
		if (told.at(-1)?.slice(1).join() === words.join()) told.pop();
		told.push([moments[index + 1] ?? end, ...words]);
	}
	return { from, basis: basisOf(preferences), told };
}

/** @returns the instants at which home may say something else, `from` among them, in their order */
function changesOf(
	{ learningDueAt }: HomeSummary,
	{ learnAhead }: Preferences,
	from: EpochMs,
	end: EpochMs
): readonly EpochMs[] {
	const changes = new Set([from, ...learningDueAt.map((due) => due - learnAhead)]);
	for (let at = from; at < end; at = nextDayStart(at)) changes.add(at).add(nextMidnight(at));
	return [...changes].filter((at) => at >= from && at < end).sort((a, b) => a - b);
}
