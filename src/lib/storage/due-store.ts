import { Dexie } from 'dexie';
import type { CardId, CardState } from '$lib/domain/card';
import type { Result } from '$lib/domain/result';
import type { EpochMs, StudyDay } from '$lib/domain/units';
import { askDuePages, FEW_SETS, readPackedReady, readStates, readStatesOfSet } from './card-reader';
import { isGoneRow, parseCardRow } from './card-row';
import { inTransaction, withReconnect } from './connection';
import {
	INTRODUCED_PREFIX,
	introducedKey,
	newKey,
	readCounters,
	readCountersOf,
	reviewsKey,
	toDayCounters
} from './counters';
import type { DayCounters } from './counters';
import type { BackstoryDatabase } from './database';
import { cardStateTables } from './packed-cards';
import { isFields } from './shape';
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
	return inTransaction(db, 'r', cardStateTables(db), () => readDue(db, query));
}

/** Rows of cards that are due, of all sets, and the first pages of packed ones. */
export type DueRows = {
	readonly learning: readonly unknown[];
	readonly reviews: readonly unknown[];
	readonly pages: readonly unknown[];
};

/** Asks for what is due in all sets, which may be before it is known which sets those are. Runs inside a transaction. */
export async function askDue(db: BackstoryDatabase, { day, reviewLimit }: Omit<DueQuery, 'setIds'>): Promise<DueRows> {
	const [learning, reviews, pages] = await Promise.all([
		learningRows(db),
		dueRows(db, day, 0, reviewLimit),
		askDuePages(db, null)
	]);
	return { learning, reviews, pages };
}

/** As `loadDue`. Runs inside a transaction. @param asked what `askDue` has found, if it was asked before */
export async function readDue(db: BackstoryDatabase, query: DueQuery, asked?: DueRows): Promise<DueCards> {
	const { setIds, day, reviewLimit } = query;
	const isOfAll = asked !== undefined || setIds.length > FEW_SETS;
	const { learning, reviews, pages } = asked ?? (await (isOfAll ? askDue(db, query) : askDueOfEach(db, query)));
	const packed = await readPackedReady(db, { setIds, from: null, to: day, limit: reviewLimit }, pages);
	const wanted = new Set(query.setIds);
	const waiting = splitRows(learning);
	const due = splitRows(isOfAll ? await fillUp(db, query, wanted, reviews) : reviews);
	return {
		learning: waiting.states.filter(({ setId }) => wanted.has(setId)),
		reviews: [...due.states, ...packed].sort((a, b) => a.dueDay - b.dueDay).slice(0, reviewLimit),
		unreadable: [...waiting.unreadable, ...due.unreadable]
	};
}

/** One question for each set: quick for a few. */
async function askDueOfEach(
	db: BackstoryDatabase,
	{ setIds, day, reviewLimit }: DueQuery
): Promise<Omit<DueRows, 'pages'> & { readonly pages: null }> {
	const [learning, ...ofEach] = await Promise.all([
		learningRows(db),
		...setIds.map((setId) => dueReviews(db, setId, day).limit(reviewLimit).toArray())
	]);
	return { learning, reviews: ofEach.flat(), pages: null };
}

/** Passes over cards of sets that are not wanted, and asks for more in their place. @param first the first due cards of all sets */
async function fillUp(
	db: BackstoryDatabase,
	{ day, reviewLimit }: DueQuery,
	wanted: ReadonlySet<string>,
	first: readonly unknown[]
): Promise<unknown[]> {
	const found: unknown[] = [];
	let rows = first;
	for (let offset = reviewLimit; ; offset += reviewLimit) {
		found.push(...rows.filter((row) => wanted.has(setOfRow(row))));
		if (rows.length < reviewLimit || found.length >= reviewLimit) return found;
		rows = await dueRows(db, day, offset, reviewLimit);
	}
}

function learningRows(db: BackstoryDatabase): Promise<unknown[]> {
	return db.cards.orderBy('readyAt').limit(LEARNING_LIMIT).toArray();
}

function dueRows(db: BackstoryDatabase, day: StudyDay, offset: number, limit: number): Promise<unknown[]> {
	return db.cards.where('readyDay').belowOrEqual(day).offset(offset).limit(limit).toArray();
}

function setOfRow(row: unknown): string {
	return isFields(row) && typeof row['setId'] === 'string' ? row['setId'] : '';
}

/** Reads the states of some cards. @returns those that have one, by card; any storage error */
export function loadCards(
	db: BackstoryDatabase,
	cards: readonly CardId[]
): Promise<Result<Map<CardId, CardState>, StorageError>> {
	return inTransaction(db, 'r', cardStateTables(db), () => readStates(db, cards));
}

/** @returns the cards of a set that have a state, suspended ones included; any storage error */
export function introducedCards(db: BackstoryDatabase, setId: string): Promise<Result<Set<CardId>, StorageError>> {
	return inTransaction(db, 'r', cardStateTables(db), async () => new Set((await readStatesOfSet(db, setId)).keys()));
}

/** @returns the cards of a set that are set aside; any storage error */
export function suspendedCards(db: BackstoryDatabase, setId: string): Promise<Result<Set<CardId>, StorageError>> {
	return inTransaction(db, 'r', cardStateTables(db), async () => {
		const states = await readStatesOfSet(db, setId);
		return new Set([...states.values()].filter(({ suspended }) => suspended).map(({ card }) => card));
	});
}

/** @returns how many cards of each set have a state, from the kept counters; any storage error */
export function introducedCounts(
	db: BackstoryDatabase,
	setIds: readonly string[]
): Promise<Result<Map<string, number>, StorageError>> {
	return withReconnect(db, async () => {
		const isMany = setIds.length > FEW_SETS;
		const counts = await (isMany ? readCountersOf(db, INTRODUCED_PREFIX) : readCounters(db, setIds.map(introducedKey)));
		return new Map(setIds.map((setId) => [setId, counts.get(introducedKey(setId)) ?? 0]));
	});
}

/** @returns how much of a day's limits is used up, from the kept counters; any storage error */
export function todayCounters(db: BackstoryDatabase, day: StudyDay): Promise<Result<DayCounters, StorageError>> {
	return withReconnect(db, async () => toDayCounters(await readCounters(db, [newKey(day), reviewsKey(day)]), day));
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
	return inTransaction(db, 'r', cardStateTables(db), async () => {
		const [learning, ...reviews] = await Promise.all([
			db.cards.where('readyAt').belowOrEqual(query.now).limit(LEARNING_LIMIT).primaryKeys(),
			...query.setIds.map(async (setId) => {
				const ready = { setIds: [setId], from: null, to: query.day, limit: most };
				const [rows, packed] = await Promise.all([
					dueReviews(db, setId, query.day).limit(most).primaryKeys(),
					readPackedReady(db, ready)
				]);
				return Math.min(rows.length + packed.length, most);
			})
		]);
		return new Map(
			query.setIds.map((setId, index) => {
				const learningOfSet = learning.filter((card) => card.startsWith(`${setId}.`)).length;
				return [setId, { learning: Math.min(learningOfSet, most), reviews: reviews[index] ?? 0 }];
			})
		);
	});
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
		else if (isFields(row) && !isGoneRow(row)) unreadable.push(String(row['card']));
	}
	return { states, unreadable };
}
