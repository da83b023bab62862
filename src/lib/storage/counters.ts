import type { CardState } from '$lib/domain/card';
import { toCardAddress } from '$lib/domain/card';
import type { LearningEvent } from '$lib/domain/event';
import { effectiveEvents } from '$lib/domain/effective-events';
import type { StudyDay } from '$lib/domain/units';
import type { BackstoryDatabase } from './database';
import type { Fold } from './new-event';
import type { CounterRow } from './rows';
import { isFields, isText, isWhole } from './shape';

/** What of today's limits is used up. Answering a card again on the day it was first answered uses nothing more. */
export type DayCounters = {
	/** Reviews of cards that nobody had answered before. */
	readonly newDone: number;
	/** Reviews of cards last answered on an earlier day. */
	readonly reviewsDone: number;
};

/** Amounts to add, by counter key. */
export type CounterChanges = Map<string, number>;

/** The next running number of this device's events. */
export const SEQ_KEY = 'seq';
/** The latest `at` in the log: an event after it is the last of every card. */
export const LAST_AT_KEY = 'last-at';

/**
 * How many merges nothing has been folded after. Folding clears it with all other counters; what is left of it says that a
 * tab was closed in between.
 */
export const UNFOLDED_KEY = 'unfolded';

/**
 * One more than the number that this device's next event had when the log was last summed up. Folding the log anew clears it
 * with all other counters: a summary without it is void.
 */
export const SUMMED_KEY = 'summed';

/** The moment of the summary that is being made. When it is gone by the end, the log was folded in between. */
export const SUMMING_KEY = 'summing';

/**
 * One more than the number that the next event had when the shelf was kept. It is cleared by a change of any set as well.
 */
export const SHELVED_KEY = 'shelved';

/** How the keys begin under which cards of a set that have a state are counted. */
export const INTRODUCED_PREFIX = 'introduced:';

/** @returns the key under which new cards of a day are counted */
export function newKey(day: StudyDay): string {
	return `new:${day}`;
}

/** @returns the key under which reviews of a day are counted */
export function reviewsKey(day: StudyDay): string {
	return `reviews:${day}`;
}

/** @returns the key under which cards of a set that have a state are counted */
export function introducedKey(setId: string): string {
	return INTRODUCED_PREFIX + setId;
}

/** @returns what the counters say of a day */
export function toDayCounters(counters: ReadonlyMap<string, number>, day: StudyDay): DayCounters {
	return { newDone: counters.get(newKey(day)) ?? 0, reviewsDone: counters.get(reviewsKey(day)) ?? 0 };
}

/** Adds `amount` to what is to be added to a counter. */
export function addChange(changes: CounterChanges, key: string, amount: number): void {
	changes.set(key, (changes.get(key) ?? 0) + amount);
}

/**
 * Counts one event that is the last of its card.
 * @param before the card's state before it
 * @param after the card's state after it
 */
export function countEvent(
	changes: CounterChanges,
	event: LearningEvent,
	before: CardState | null,
	after: CardState | null
): void {
	const key = keyOfReview(event, before);
	if (key !== null) addChange(changes, key, 1);
	const gained = Number(after !== null) - Number(before !== null);
	if (gained !== 0) addChange(changes, introducedKey(toCardAddress(event.card).setId), gained);
}

/**
 * Counts a whole card from its events.
 * @param sign 1 to count it, -1 to take it back out
 */
export function countCard(changes: CounterChanges, events: readonly LearningEvent[], fold: Fold, sign: 1 | -1): void {
	const [first] = events;
	if (first === undefined) return;
	if (fold(events) !== null) addChange(changes, introducedKey(toCardAddress(first.card).setId), sign);
	const live = effectiveEvents(events);
	for (const [index, event] of live.entries()) {
		if (event.kind !== 'review' || repeatsOnSameDay(event, live[index - 1])) continue;
		const key = keyOfReview(event, fold(live.slice(0, index)));
		if (key !== null) addChange(changes, key, sign);
	}
}

/** Spares a fold: straight after a review of the same day a card has a state and was last answered that day. */
function repeatsOnSameDay(event: LearningEvent, before: LearningEvent | undefined): boolean {
	return before?.kind === 'review' && before.day === event.day;
}

/** Counts the reviews of many cards that are being folded; their counters get their names at the end. */
export class ReviewCounter {
	readonly #days = { new: new Map<StudyDay, number>(), review: new Map<StudyDay, number>() };

	/** Counts one event, by the state that it met. */
	count(event: LearningEvent, before: CardState | null): void {
		const kind = kindOfReview(event, before);
		if (kind === null) return;
		const days = this.#days[kind];
		days.set(event.day, (days.get(event.day) ?? 0) + 1);
	}

	/** Adds what was counted to what is to be added to the counters. */
	addTo(changes: CounterChanges): void {
		for (const [day, count] of this.#days.new) addChange(changes, newKey(day), count);
		for (const [day, count] of this.#days.review) addChange(changes, reviewsKey(day), count);
	}
}

function keyOfReview(event: LearningEvent, before: CardState | null): string | null {
	const kind = kindOfReview(event, before);
	if (kind === null) return null;
	return kind === 'new' ? newKey(event.day) : reviewsKey(event.day);
}

/** @returns what an event uses up of its day's limits, by the state that it met */
function kindOfReview(event: LearningEvent, before: CardState | null): 'new' | 'review' | null {
	if (event.kind !== 'review') return null;
	// A card that was only ever set aside has a state, but nobody has answered it.
	if (before === null || before.reviews === 0) return 'new';
	return before.lastDay < event.day ? 'review' : null;
}

/** Reads counters. Runs inside a transaction. @returns by key; 0 where there is none or it is damaged */
export async function readCounters(db: BackstoryDatabase, keys: readonly string[]): Promise<Map<string, number>> {
	const rows = await db.counters.bulkGet([...keys]);
	return new Map(keys.map((key, index) => [key, countOfRow(rows[index])]));
}

/** Reads all counters whose key begins alike, in one question. Runs inside a transaction. @returns by key */
export async function readCountersOf(db: BackstoryDatabase, prefix: string): Promise<Map<string, number>> {
	const rows = await db.counters.where('key').startsWith(prefix).toArray();
	return new Map(
		rows.flatMap((row) => (isFields(row) && isText(row['key'], 200) ? [[row['key'], countOfRow(row)]] : []))
	);
}

/**
 * Adds changes to the stored counters, and sets some besides. Runs inside a transaction.
 * @param known counters read earlier in the same transaction: they cost no second round to the database
 */
export async function writeCounters(
	db: BackstoryDatabase,
	changes: CounterChanges,
	known: ReadonlyMap<string, number>,
	settings: readonly CounterRow[]
): Promise<void> {
	const keys = [...changes].flatMap(([key, amount]) => (amount === 0 ? [] : [key]));
	const unknown = keys.filter((key) => !known.has(key));
	const read = unknown.length === 0 ? new Map<string, number>() : await readCounters(db, unknown);
	const changed = keys.map((key) => ({
		key,
		count: (known.get(key) ?? read.get(key) ?? 0) + (changes.get(key) ?? 0)
	}));
	const rows = [...changed, ...settings];
	if (rows.length > 0) await db.counters.bulkPut(rows);
}

/** @returns the known counters with the changes added */
export function countsAfter(known: ReadonlyMap<string, number>, changes: CounterChanges): Map<string, number> {
	return new Map([...known].map(([key, count]) => [key, count + (changes.get(key) ?? 0)]));
}

/** @returns the counters that storing this event may change */
export function keysOfEvent(event: Pick<LearningEvent, 'card' | 'day'>): string[] {
	return [newKey(event.day), reviewsKey(event.day), introducedKey(toCardAddress(event.card).setId)];
}

/** @returns 0 where there is no counter, or a damaged one */
export function countOfRow(row: unknown): number {
	return isFields(row) && isWhole(row['count']) ? row['count'] : 0;
}
