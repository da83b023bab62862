import type { DoneCard } from '$lib/domain/build-queue';
import type { CardId, CardState } from '$lib/domain/card';
import { toCardAddress } from '$lib/domain/card';
import type { DailyLimits } from '$lib/domain/daily-limits';
import { effectiveEvents, type AppliedEvent } from '$lib/domain/effective-events';
import type { Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { readStates } from './card-reader';
import { inTransaction } from './connection';
import type { BackstoryDatabase } from './database';
import { parseLearningEvent } from './event-parser';
import { toIdPrefix } from './id-prefix';
import { cardStateTables } from './packed-cards';
import type { StorageError } from './storage-error';

/** What was done on a study day. */
export type DoneToday = {
	/** Cards answered, and new cards put off. */
	readonly cards: readonly DoneCard[];
	/** How much of its limits each set has used up. */
	readonly sets: ReadonlyMap<string, DailyLimits>;
};

/**
 * Reads what was done on a study day, from the log: it is short.
 * @param since an instant that is not after the start of the day: event ids sort by time, so no other index is needed
 * @returns any storage error
 */
export function readDoneToday(
	db: BackstoryDatabase,
	day: StudyDay,
	since: EpochMs
): Promise<Result<DoneToday, StorageError>> {
	return inTransaction(db, 'r', [db.events, ...cardStateTables(db)], () => readDone(db, day, since));
}

/** As `readDoneToday`. Runs inside a transaction. */
export async function readDone(db: BackstoryDatabase, day: StudyDay, since: EpochMs): Promise<DoneToday> {
	const rows = await db.events.where('id').aboveOrEqual(toIdPrefix(since)).toArray();
	const events = effectiveEvents(rows.map(parseLearningEvent).filter((event) => event !== null));
	const byCard = groupByCard(events.filter((event) => event.day === day && isDoing(event)));
	const states = byCard.size === 0 ? new Map<CardId, CardState>() : await readStates(db, [...byCard.keys()]);
	const done = [...byCard].map(([card, ofCard]) => {
		const reviews = states.get(card)?.reviews ?? 0;
		return { card, kind: reviews <= countAnswers(ofCard) ? 'new' : 'review', first: ofCard[0]?.kind } as const;
	});
	return { cards: done.map(({ card, kind }) => ({ card, kind })), sets: countSets(done) };
}

/** A new card that is put off has no state that could say so: the log does. */
function isDoing(event: AppliedEvent): boolean {
	if (event.kind === 'bury') return event.until > event.day;
	return event.kind === 'review' || event.kind === 'quiz-answer';
}

function groupByCard(events: readonly AppliedEvent[]): Map<CardId, AppliedEvent[]> {
	const groups = new Map<CardId, AppliedEvent[]>();
	for (const event of events) groups.set(event.card, [...(groups.get(event.card) ?? []), event]);
	return groups;
}

/** How many of a card's answers of one day count as such. A quiz counts once: by the first answer, or by the first miss. */
function countAnswers(events: readonly AppliedEvent[]): number {
	const reviews = events.filter(({ kind }) => kind === 'review').length;
	const hasMiss = events.some((event) => event.kind === 'quiz-answer' && !event.correct);
	return reviews + (hasMiss || events[0]?.kind === 'quiz-answer' ? 1 : 0);
}

/** As the day's own counters do: a card that a quiz answered first uses nothing up. */
function countSets(
	done: readonly (DoneCard & { readonly first: AppliedEvent['kind'] | undefined })[]
): Map<string, DailyLimits> {
	const sets = new Map<string, DailyLimits>();
	for (const { card, kind, first } of done) {
		if (first !== 'review') continue;
		const { setId } = toCardAddress(card);
		const { fresh, reviews } = sets.get(setId) ?? { fresh: 0, reviews: 0 };
		sets.set(setId, kind === 'new' ? { fresh: fresh + 1, reviews } : { fresh, reviews: reviews + 1 });
	}
	return sets;
}
