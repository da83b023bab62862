import type { CardId, CardState } from '$lib/domain/card';
import type { StudyDay } from '$lib/domain/units';
import { isGoneRow, isWaiting, parseCardRow, readyDayOf } from './card-row';
import type { BackstoryDatabase } from './database';
import { parseDuePage, statesOfPage, toPageId } from './packed-cards';
import { isFields } from './shape';

/** A card's stored state, and whether a page holds one: its row then counts instead, even one that says it is gone. */
export type StoredCard = { readonly state: CardState | null; readonly isPacked: boolean };

/** All that is stored of cards. */
export type StoredStates = {
	readonly states: Map<CardId, CardState>;
	/** How many cards stand in rows that could be packed. */
	readonly rows: number;
	/** Whether a row or a page could not be read. */
	readonly isDamaged: boolean;
};

/** Rows as they lie in the tables, read in a transaction, to be understood after it. */
export type RawStates = { readonly pages: readonly unknown[]; readonly rows: readonly unknown[] };

/** Reads some cards, by their rows and else by their pages, all in one round. Runs inside a transaction over `cardStateTables`. */
export async function readStoredCards(
	db: BackstoryDatabase,
	cards: readonly CardId[]
): Promise<ReadonlyMap<CardId, StoredCard>> {
	const [rows, pages] = await Promise.all([
		db.cards.bulkGet([...cards]),
		db.cardPages.bulkGet([...new Set(cards.map(toPageId))])
	]);
	const packed = new Map<CardId, CardState>();
	for (const page of pages) for (const state of statesOfPage(page) ?? []) packed.set(state.card, state);
	return new Map(
		cards.map((card, index) => {
			const known = packed.get(card) ?? null;
			return [card, { state: stateOf(rows[index], known), isPacked: known !== null }];
		})
	);
}

/** @returns a card's state by its row, or else by its page; null when it has none, or what is stored is damaged */
export function storedState(card: CardId, row: unknown, page: unknown): CardState | null {
	return stateOf(row, statesOfPage(page)?.find((state) => state.card === card) ?? null);
}

/** A row holds what is newer than its page. */
function stateOf(row: unknown, packed: CardState | null): CardState | null {
	return row === undefined ? packed : parseCardRow(row);
}

/** Reads the states of some cards; those without one are missing. Runs inside a transaction over `cardStateTables`. */
export async function readStates(db: BackstoryDatabase, cards: readonly CardId[]): Promise<Map<CardId, CardState>> {
	const stored = await readStoredCards(db, cards);
	return new Map([...stored].flatMap(([card, { state }]) => (state === null ? [] : [[card, state]])));
}

/** Reads the states of all cards of a set. Runs inside a transaction over `cardStateTables`. */
export async function readStatesOfSet(db: BackstoryDatabase, setId: string): Promise<Map<CardId, CardState>> {
	const [pages, rows] = await Promise.all([
		db.cardPages.where('id').startsWith(`${setId}.`).toArray(),
		db.cards.where('card').startsWith(`${setId}.`).toArray()
	]);
	return joinStates({ pages, rows }).states;
}

/** Reads what is stored of all cards, for `joinStates`. Runs inside a transaction over `cardStateTables`. */
export async function readRawStates(db: BackstoryDatabase): Promise<RawStates> {
	const [pages, rows] = await Promise.all([db.cardPages.toArray(), db.cards.toArray()]);
	return { pages, rows };
}

/** @returns the states of the cards, those in rows in place of those on pages */
export function joinStates({ pages, rows }: RawStates): StoredStates {
	const states = new Map<CardId, CardState>();
	let isDamaged = false;
	let waiting = 0;
	for (const page of pages) {
		const read = statesOfPage(page);
		if (read === null) isDamaged = true;
		else for (const state of read) states.set(state.card, state);
	}
	for (const row of rows) {
		const state = parseCardRow(row);
		if (state === null) {
			states.delete(keyOf(row));
			isDamaged ||= !isGoneRow(row);
		} else {
			states.set(state.card, state);
			if (isWaiting(state)) waiting += 1;
		}
	}
	return { states, rows: rows.length - waiting, isDamaged };
}

/** Which packed cards are wanted, by the day they are ready. */
export type ReadyQuery = {
	readonly setIds: readonly string[];
	/** First and last study day; null is the beginning of time. */
	readonly from: StudyDay | null;
	readonly to: StudyDay;
	readonly limit: number;
};

/** From here on asking about all sets at once is quicker than about each. */
export const FEW_SETS = 8;

/**
 * Reads packed cards by the day they are ready, earliest first; those that have a row of their own are left out. Runs
 * inside a transaction over `cardStateTables`.
 * @param first the first pages of all sets, if they were asked for already
 * @returns at most `limit`
 */
export async function readPackedReady(
	db: BackstoryDatabase,
	query: ReadyQuery,
	first: readonly unknown[] | null = null
): Promise<CardState[]> {
	// From a day on few pages are of the days wanted, while all of a set would have to be looked through.
	const isOfAll = first !== null || query.from !== null || query.setIds.length > FEW_SETS;
	const found = await (isOfAll ? readyOfAll(db, query, first) : readyOfEach(db, query));
	return found.slice(0, query.limit);
}

/**
 * Asks for some pages of packed cards, by the days they are ready. Runs inside a transaction over `cardStateTables`.
 * @param after the key of the page before; null for the first pages
 */
export function askDuePages(db: BackstoryDatabase, after: readonly [number, number] | null): Promise<unknown[]> {
	const range = db.duePages.where('[to+n]').between(after ?? [-Infinity, -Infinity], [Infinity, Infinity], false, true);
	return range.limit(PAGES).toArray();
}

/** The pages of a few sets are soon read. */
async function readyOfEach(db: BackstoryDatabase, { setIds, to }: ReadyQuery): Promise<CardState[]> {
	const found = await Promise.all(
		setIds.map(async (setId) => {
			const pages = await db.cardPages.where('id').startsWith(`${setId}.`).toArray();
			const ready = pages.flatMap((page) => (statesOfPage(page) ?? []).filter((state) => isReady(state, null, to)));
			if (ready.length === 0) return [];
			const known = new Set(await db.cards.where('card').startsWith(`${setId}.`).primaryKeys());
			return ready.filter(({ card }) => !known.has(card));
		})
	);
	return found.flat().sort((a, b) => (readyDayOf(a) ?? 0) - (readyDayOf(b) ?? 0));
}

/** Pages asked for at once. */
const PAGES = 4;

async function readyOfAll(
	db: BackstoryDatabase,
	{ setIds, from, to, limit }: ReadyQuery,
	first: readonly unknown[] | null
): Promise<CardState[]> {
	const wanted = new Set(setIds);
	const found: CardState[] = [];
	let known: ReadonlySet<CardId> | null = null;
	let pages = first ?? (await askDuePages(db, from === null ? null : [from, -Infinity]));
	for (;;) {
		const ready = pages
			.flatMap((page) => statesOfPage(page) ?? [])
			.filter((state) => isReady(state, from, to) && wanted.has(state.setId));
		if (ready.length > 0) known ??= new Set(await db.cards.toCollection().primaryKeys());
		found.push(...ready.filter(({ card }) => known?.has(card) === false));
		const last = parseDuePage(pages.at(-1));
		if (last === null || pages.length < PAGES || last.from > to || found.length >= limit) return found;
		pages = await askDuePages(db, [last.to, last.n]);
	}
}

function isReady(state: CardState, from: StudyDay | null, to: StudyDay): boolean {
	const day = readyDayOf(state);
	return day !== null && day <= to && (from === null || day >= from);
}

/** A damaged row has its key all the same. */
function keyOf(row: unknown): CardId {
	return isFields(row) ? String(row['card']) : '';
}
