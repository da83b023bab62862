import { toCardAddress, type CardId, type CardState } from '$lib/domain/card';
import { decodeCards, encodeCards } from '$lib/domain/card-block';
import { isWaiting, readyDayOf, toCardRow } from './card-row';
import type { BackstoryDatabase } from './database';
import type { CardPageRow, CardRow, DuePageRow } from './rows';
import { isFields, isWhole } from './shape';

/** Items of one set whose cards share a page: few enough that one of them is found in no time. */
const PAGE_ITEMS = 128;

/** Cards on one page of those that fall due about the same day. */
const DUE_CARDS = 128;

/**
 * The states of cards as they lie on disk after everything was worked out: by set, so that a card is found, and once more
 * by the day they are ready, so that the next cards are. What is written about a card later stands in a row of its own,
 * which counts instead, until all is packed again: writing a hundred thousand rows would take ten seconds.
 */
export type PackedCards = {
	readonly pages: readonly CardPageRow[];
	readonly duePages: readonly DuePageRow[];
	/** Cards that wait for an instant stay rows: there are few, and they are asked for by the minute. */
	readonly rows: readonly CardRow[];
};

/** Packs states. Long for many, so not inside a transaction. */
export function packCards(states: Iterable<CardState>): PackedCards {
	const pages = new Map<string, CardState[]>();
	const rows: CardRow[] = [];
	const due: { readonly day: number; readonly state: CardState }[] = [];
	for (const state of states) {
		const day = readyDayOf(state);
		if (isWaiting(state)) {
			rows.push(toCardRow(state));
			continue;
		}
		const id = toPageId(state.card);
		const page = pages.get(id);
		if (page === undefined) pages.set(id, [state]);
		else page.push(state);
		if (day !== null) due.push({ day, state });
	}
	due.sort((a, b) => a.day - b.day);
	return { pages: [...pages].map(([id, page]) => ({ id, bytes: encodeCards(page) })), duePages: toDuePages(due), rows };
}

/** Puts packed states in place of all that is stored. Runs inside a transaction over `cardStateTables`. */
export async function putPacked(db: BackstoryDatabase, { pages, duePages, rows }: PackedCards): Promise<void> {
	await Promise.all([db.cards.clear(), db.cardPages.clear(), db.duePages.clear()]);
	await Promise.all([db.cards.bulkPut(rows), db.cardPages.bulkPut(pages), db.duePages.bulkPut(duePages)]);
}

/** The tables that hold the states of cards. */
export function cardStateTables(db: BackstoryDatabase) {
	return [db.cards, db.cardPages, db.duePages] as const;
}

/** @returns the key of the page that a card would stand on */
export function toPageId(card: CardId): string {
	const { setId, item } = toCardAddress(card);
	return `${setId}.${String(Math.floor(item / PAGE_ITEMS))}`;
}

/** @returns the states on a page, or null when it is damaged */
export function statesOfPage(row: unknown): CardState[] | null {
	return isFields(row) && row['bytes'] instanceof Uint8Array ? decodeCards(row['bytes']) : null;
}

/** @returns the page without its states, or null when its key is damaged */
export function parseDuePage(row: unknown): Omit<DuePageRow, 'bytes'> | null {
	if (!isFields(row) || !isWhole(row['from']) || !isWhole(row['to']) || !isWhole(row['n'])) return null;
	return { from: row['from'], to: row['to'], n: row['n'] };
}

function toDuePages(due: readonly { readonly day: number; readonly state: CardState }[]): DuePageRow[] {
	const pages: DuePageRow[] = [];
	for (let start = 0; start < due.length; start += DUE_CARDS) {
		const page = due.slice(start, start + DUE_CARDS);
		const [from, to] = [page[0]?.day ?? 0, page.at(-1)?.day ?? 0];
		pages.push({ from, to, n: pages.length, bytes: encodeCards(page.map(({ state }) => state)) });
	}
	return pages;
}
