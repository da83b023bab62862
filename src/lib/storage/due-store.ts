import { Dexie } from 'dexie';
import type { CardId, CardState } from '$lib/domain/card';
import type { Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { parseCardRow } from './card-row';
import { inTransaction, withReconnect } from './connection';
import { introducedKey, newKey, readCounters, readCountersOf, reviewsKey } from './counters';
import type { DayCounters } from './counters';
import type { BackstoryDatabase } from './database';
import { isFields } from './shape';
import type { StorageError } from './storage-error';

/** More learning cards than this never wait in earnest; the rest follow when these are done. */
const LEARNING_LIMIT = 1000;

/** From here on asking about all sets at once is quicker than about each. */
const FEW_SETS = 8;

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
		const [learningRows, reviewRows] = await Promise.all([
			db.cards.orderBy('readyAt').limit(LEARNING_LIMIT).toArray(),
			query.setIds.length > FEW_SETS ? dueOfAll(db, query) : dueOfEach(db, query)
		]);
		const learning = splitRows(learningRows);
		const reviews = splitRows(reviewRows);
		return {
			learning: learning.states.filter((state) => query.setIds.includes(state.setId)),
			reviews: reviews.states.sort((a, b) => a.dueDay - b.dueDay).slice(0, query.reviewLimit),
			unreadable: [...learning.unreadable, ...reviews.unreadable]
		};
	});
}

/** One question for each set: quick for a few. */
async function dueOfEach(db: BackstoryDatabase, { setIds, day, reviewLimit }: DueQuery): Promise<unknown[]> {
	const rows = await Promise.all(setIds.map((setId) => dueReviews(db, setId, day).limit(reviewLimit).toArray()));
	return rows.flat();
}

/** One question for all sets. Cards of sets that are not wanted are passed over, and more are asked for in their place. */
async function dueOfAll(db: BackstoryDatabase, { setIds, day, reviewLimit }: DueQuery): Promise<unknown[]> {
	const wanted = new Set(setIds);
	const found: unknown[] = [];
	for (let offset = 0; found.length < reviewLimit; offset += reviewLimit) {
		const due = db.cards.where('readyDay').belowOrEqual(day);
		const rows = await due.offset(offset).limit(reviewLimit).toArray();
		found.push(...rows.filter((row) => wanted.has(setOfRow(row))));
		if (rows.length < reviewLimit) break;
	}
	return found;
}

function setOfRow(row: unknown): string {
	return isFields(row) && typeof row['setId'] === 'string' ? row['setId'] : '';
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
		const isMany = setIds.length > FEW_SETS;
		const counts = await (isMany ? readCountersOf(db, introducedKey('')) : readCounters(db, setIds.map(introducedKey)));
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
	return inTransaction(db, 'r', [db.cards, db.counters], async () => {
		const count = await makeDayCounter(db, query.setIds);
		const [late, counts] = await Promise.all([count(null, query.fromDay - 1), countDays(count, query)]);
		return counts.map((day, index) => (index === 0 ? day + late : day));
	});
}

/** Counts the cards due on each of some days, and on no day before. @returns one number a day; any storage error */
export function dueOnDays(db: BackstoryDatabase, query: DaysQuery): Promise<Result<number[], StorageError>> {
	return inTransaction(db, 'r', [db.cards, db.counters], async () =>
		countDays(await makeDayCounter(db, query.setIds), query)
	);
}

type DaysQuery = { readonly setIds: readonly string[]; readonly fromDay: StudyDay; readonly days: number };

/** Counts the cards due from one day to another; null is the beginning of time. */
type DayCounter = (from: StudyDay | null, to: StudyDay) => Promise<number>;

function countDays(count: DayCounter, { fromDay, days }: DaysQuery): Promise<number[]> {
	return Promise.all(Array.from({ length: days }, (_, index) => count(fromDay + index, fromDay + index)));
}

/** Of many sets all cards are counted, and those of the few sets that are not wanted are taken off. */
async function makeDayCounter(db: BackstoryDatabase, setIds: readonly string[]): Promise<DayCounter> {
	const ofSets = async (sets: readonly string[], from: StudyDay | null, to: StudyDay): Promise<number> => {
		const counts = await Promise.all(
			sets.map((setId) => {
				const range = db.cards.where('[setId+readyDay]');
				return range.between([setId, from ?? Dexie.minKey], [setId, to], true, true).count();
			})
		);
		return counts.reduce((sum, count) => sum + count, 0);
	};
	if (setIds.length <= FEW_SETS) return (from, to) => ofSets(setIds, from, to);
	const wanted = new Set(setIds);
	const others = (await setsWithCards(db)).filter((setId) => !wanted.has(setId));
	return async (from, to) => {
		const range = db.cards.where('readyDay').between(from ?? Dexie.minKey, to, true, true);
		const [all, unwanted] = await Promise.all([range.count(), ofSets(others, from, to)]);
		return all - unwanted;
	};
}

/** @returns the sets of which cards have a state, also those that are no longer on this device */
async function setsWithCards(db: BackstoryDatabase): Promise<string[]> {
	const prefix = introducedKey('');
	const keys = await db.counters.where('key').startsWith(prefix).primaryKeys();
	return keys.map((key) => key.slice(prefix.length));
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
