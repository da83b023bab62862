import type { AnswerColumns } from '../answer-columns';
import { QUIZ_WRONG } from '../answer-columns';
import type { CardId } from '../card';
import type { Days, StudyDay } from '../units';
import type { MemoryPass } from './memory-pass';

/** A card that was missed although it ought to have been known. */
export type ConfidentMiss = {
	readonly card: CardId;
	readonly times: number;
	readonly lastDay: StudyDay;
	/** Recall that was expected the last time, 0 to 1. */
	readonly expected: number;
};

/** Of what is expected so surely, at most one answer in ten should be wrong. Rounded as the column is. */
const SURE = Math.fround(0.9);
/** What went wrong longer ago has been relearnt or shows again. */
const SINCE: Days = 90;

/**
 * Reviews rated Again and quiz questions missed where recall of 0.9 or more was expected, on the first answer of a day, in
 * the last 90 days; most often first, then latest.
 * @param limit at most so many cards
 */
export function confidentMisses(
	{ cards, card, day, rating }: AnswerColumns,
	{ recall, elapsed }: MemoryPass,
	today: StudyDay,
	limit: number
): ConfidentMiss[] {
	const misses = new Map<number, { times: number; lastDay: StudyDay; expected: number }>();
	for (let i = 0; i < rating.length; i += 1) {
		const answer = rating[i];
		if (answer !== 1 && answer !== QUIZ_WRONG) continue;
		if ((elapsed[i] ?? 0) < 1 || (recall[i] ?? 0) < SURE || (day[i] ?? 0) <= today - SINCE) continue;
		const place = card[i] ?? 0;
		const times = (misses.get(place)?.times ?? 0) + 1;
		misses.set(place, { times, lastDay: day[i] ?? 0, expected: recall[i] ?? 0 });
	}
	return [...misses]
		.map(([place, miss]) => ({ card: cards[place] ?? '', ...miss }))
		.sort((a, b) => b.times - a.times || b.lastDay - a.lastDay)
		.slice(0, limit);
}
