import { Dexie } from 'dexie';
import type { CardId, CardState } from '$lib/domain/card';
import type { Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { parseCardRow } from './card-row';
import { inTransaction, withReconnect } from './connection';
import { introducedKey, newKey, readCounters, reviewsKey } from './counters';
import type { DayCounters } from './counters';
import type { BackstoryDatabase } from './database';
import type { StorageError } from './storage-error';

/** More learning cards than this never wait in earnest; the rest follow when these are done. */
const LEARNING_LIMIT = 1000;

export type DueQuery = {
	/** The sets to study. Cards of sets that are not here (deleted ones) are left alone. */
	readonly setIds: readonly string[];
	readonly day: StudyDay;
	/** How many due reviews to load at most. */
	readonly reviewLimit: number;
};

export type DueCards = {
	/** All cards that wait for an instant, now or later, soonest first. */
	readonly learning: readonly CardState[];
	/** Cards due on the day or before, longest due first: those in review, and those on learning steps of a day or more. */
	readonly reviews: readonly CardState[];
	/** Cards whose rows are damaged: `refoldCards` mends them. */
	readonly unreadable: readonly CardId[];
};

/** What waits in one set; each number stops at the query's limit plus one. */
export type DueCount = { readonly learning: number; readonly reviews: number };

/** Loads the seen cards of a session by index. Suspended cards are in no index. @returns any storage error */
export function loadDue(db: BackstoryDatabase, query: DueQuery): Promise<Result<DueCards, StorageError>> {
	return inTransaction(db, 'r', [db.cards], async () => {
		const [learningRows, ...reviewRows] = await Promise.all([
			db.cards.orderBy('readyAt').limit(LEARNING_LIMIT).toArray(),
			...query.setIds.map((setId) => dueReviews(db, setId, query.day).limit(query.reviewLimit).toArray())
		]);
		const learning = splitRows(learningRows);
		const reviews = splitRows(reviewRows.flat());
		return {
			learning: learning.states.filter((state) => query.setIds.includes(state.setId)),
			reviews: reviews.states.sort((a, b) => a.dueDay - b.dueDay).slice(0, query.reviewLimit),
			unreadable: [...learning.unreadable, ...reviews.unreadable]
		};
	});
}

/** Reads the states of some cards. @returns those that have one, by card; any storage error */
export function loadCards(
	db: BackstoryDatabase,
	cards: readonly CardId[]
): Promise<Result<Map<CardId, CardState>, StorageError>> {
	return withReconnect(db, async () => {
		const { states } = splitRows(await db.cards.bulkGet([...cards]));
		return new Map(states.map((state) => [state.card, state]));
	});
}

/** @returns the cards of a set that have a state, suspended ones included; any storage error */
export function introducedCards(db: BackstoryDatabase, setId: string): Promise<Result<Set<CardId>, StorageError>> {
	return withReconnect(db, async () => new Set(await db.cards.where('card').startsWith(`${setId}.`).primaryKeys()));
}

/** @returns the cards of a set that are set aside; any storage error */
export function suspendedCards(db: BackstoryDatabase, setId: string): Promise<Result<Set<CardId>, StorageError>> {
	return withReconnect(db, async () => {
		const { states } = splitRows(await db.cards.where('card').startsWith(`${setId}.`).toArray());
		return new Set(states.filter(({ suspended }) => suspended).map(({ card }) => card));
	});
}

/** @returns how many cards of each set have a state, from the kept counters; any storage error */
export function introducedCounts(
	db: BackstoryDatabase,
	setIds: readonly string[]
): Promise<Result<Map<string, number>, StorageError>> {
	return withReconnect(db, async () => {
		const counts = await readCounters(db, setIds.map(introducedKey));
		return new Map(setIds.map((setId) => [setId, counts.get(introducedKey(setId)) ?? 0]));
	});
}

/** @returns how much of a day's limits is used up, from the kept counters; any storage error */
export function todayCounters(db: BackstoryDatabase, day: StudyDay): Promise<Result<DayCounters, StorageError>> {
	return withReconnect(db, async () => {
		const counts = await readCounters(db, [newKey(day), reviewsKey(day)]);
		return { newDone: counts.get(newKey(day)) ?? 0, reviewsDone: counts.get(reviewsKey(day)) ?? 0 };
	});
}

/**
 * Counts what is due in each set. Counting costs by the row, so it stops one past the limit: enough to say `200+`.
 * @param query `now`: learning cards due by then count
 * @returns by set; any storage error
 */
export function dueCounts(
	db: BackstoryDatabase,
	query: { readonly setIds: readonly string[]; readonly day: StudyDay; readonly now: EpochMs; readonly limit: number }
): Promise<Result<Map<string, DueCount>, StorageError>> {
	const most = query.limit + 1;
	return inTransaction(db, 'r', [db.cards], async () => {
		const [learning, ...reviews] = await Promise.all([
			db.cards.where('readyAt').belowOrEqual(query.now).limit(LEARNING_LIMIT).primaryKeys(),
			...query.setIds.map((setId) => dueReviews(db, setId, query.day).limit(most).primaryKeys())
		]);
		return new Map(
			query.setIds.map((setId, index) => {
				const learningOfSet = learning.filter((card) => card.startsWith(`${setId}.`)).length;
				return [setId, { learning: Math.min(learningOfSet, most), reviews: reviews[index]?.length ?? 0 }];
			})
		);
	});
}

/**
 * Counts the cards that fall due on each of the days ahead; the first day includes what is overdue.
 * @param days how many days from `fromDay` on
 * @returns one number a day; any storage error
 */
export function dueByDay(db: BackstoryDatabase, query: DaysQuery): Promise<Result<number[], StorageError>> {
	return inTransaction(db, 'r', [db.cards], async () => {
		const overdue = query.setIds.map((setId) => dueReviews(db, setId, query.fromDay - 1).count());
		const [late, counts] = await Promise.all([Promise.all(overdue), countDays(db, query)]);
		return counts.map((count, index) => (index === 0 ? late.reduce((sum, more) => sum + more, count) : count));
	});
}

/** Counts the cards due on each of some days, and on no day before. @returns one number a day; any storage error */
export function dueOnDays(db: BackstoryDatabase, query: DaysQuery): Promise<Result<number[], StorageError>> {
	return inTransaction(db, 'r', [db.cards], () => countDays(db, query));
}

type DaysQuery = { readonly setIds: readonly string[]; readonly fromDay: StudyDay; readonly days: number };

async function countDays(db: BackstoryDatabase, { setIds, fromDay, days }: DaysQuery): Promise<number[]> {
	const countDay = async (day: StudyDay): Promise<number> => {
		const counts = await Promise.all(
			setIds.map((setId) => db.cards.where('[setId+readyDay]').equals([setId, day]).count())
		);
		return counts.reduce((sum, count) => sum + count, 0);
	};
	return Promise.all(Array.from({ length: days }, (_, index) => countDay(fromDay + index)));
}

/** The instants at which learning cards come back, soonest first. @returns at most `limit`; any storage error */
export function learningTimes(
	db: BackstoryDatabase,
	setIds: readonly string[],
	limit: number
): Promise<Result<EpochMs[], StorageError>> {
	return withReconnect(db, async () => {
		const { states } = splitRows(await db.cards.orderBy('readyAt').limit(LEARNING_LIMIT).toArray());
		const ofSets = states.filter((state) => setIds.includes(state.setId));
		return ofSets.flatMap((state) => (state.dueAt === null ? [] : [state.dueAt])).slice(0, limit);
	});
}

function dueReviews(db: BackstoryDatabase, setId: string, day: StudyDay) {
	return db.cards.where('[setId+readyDay]').between([setId, Dexie.minKey], [setId, day], true, true);
}

function splitRows(rows: readonly unknown[]): { states: CardState[]; unreadable: CardId[] } {
	const states: CardState[] = [];
	const unreadable: CardId[] = [];
	for (const row of rows) {
		const state = parseCardRow(row);
		if (state !== null) states.push(state);
		else if (typeof row === 'object' && row !== null && 'card' in row) unreadable.push(String(row.card));
	}
	return { states, unreadable };
}
