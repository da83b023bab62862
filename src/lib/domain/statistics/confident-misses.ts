import type { CardId } from '../card';
import type { Days, StudyDay } from '../units';
import type { Miss } from './misses';

/** A card that was missed although it ought to have been known. */
export type ConfidentMiss = {
	readonly card: CardId;
	readonly times: number;
	readonly lastDay: StudyDay;
	/** Recall that was expected the last time, 0 to 1. */
	readonly expected: number;
};

/** Of what is expected so surely, at most one answer in ten should be wrong. Rounded as what was expected is. */
const SURE = Math.fround(0.9);
/** What went wrong longer ago has been relearnt or shows again. */
const SINCE: Days = 90;

/**
 * Reviews rated Again and quiz questions missed where recall of 0.9 or more was expected, on the first answer of a day, in
 * the last 90 days; most often first, then latest.
 * @param limit at most so many cards
 */
export function confidentMisses(
	misses: readonly Miss[],
	cards: readonly CardId[],
	today: StudyDay,
	limit: number
): ConfidentMiss[] {
	const found = new Map<number, ConfidentMiss>();
	for (const { place, day, recall } of misses) {
		if (recall === null || recall < SURE || day <= today - SINCE) continue;
		const times = (found.get(place)?.times ?? 0) + 1;
		found.set(place, { card: cards[place] ?? '', times, lastDay: day, expected: recall });
	}
	return [...found.values()]
		.sort((a, b) => b.times - a.times || b.lastDay - a.lastDay || (a.card < b.card ? -1 : 1))
		.slice(0, limit);
}
