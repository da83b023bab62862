import { Dexie } from 'dexie';
import type { Result } from '$lib/domain/result';
import type { StudyDay } from '$lib/domain/units';
import { FEW_SETS, readPackedReady } from './card-reader';
import { readyDayOf } from './card-row';
import { inTransaction } from './connection';
import { INTRODUCED_PREFIX } from './counters';
import type { BackstoryDatabase } from './database';
import { cardStateTables } from './packed-cards';
import type { StorageError } from './storage-error';

/**
 * Counts the cards that fall due on each of the days ahead; the first day includes what is overdue.
 * @param days how many days from `fromDay` on
 * @returns one number a day; any storage error
 */
export function dueByDay(db: BackstoryDatabase, query: DaysQuery): Promise<Result<number[], StorageError>> {
	return inTransaction(db, 'r', [...cardStateTables(db), db.counters], async () => {
		const count = await makeDayCounter(db, query.setIds);
		const [late, counts, packed] = await Promise.all([
			count(null, query.fromDay - 1),
			countDays(count, query),
			countPacked(db, query, true)
		]);
		return counts.map((day, index) => day + (packed[index] ?? 0) + (index === 0 ? late : 0));
	});
}

/** Counts the cards due on each of some days, and on no day before. @returns one number a day; any storage error */
export function dueOnDays(db: BackstoryDatabase, query: DaysQuery): Promise<Result<number[], StorageError>> {
	return inTransaction(db, 'r', [...cardStateTables(db), db.counters], async () => {
		const count = await makeDayCounter(db, query.setIds);
		const [counts, packed] = await Promise.all([countDays(count, query), countPacked(db, query, false)]);
		return counts.map((day, index) => day + (packed[index] ?? 0));
	});
}

/** @param withLate what was due before counts as due on the first day */
async function countPacked(
	db: BackstoryDatabase,
	{ setIds, fromDay, days }: DaysQuery,
	withLate: boolean
): Promise<number[]> {
	const range = { setIds, from: withLate ? null : fromDay, to: fromDay + days - 1, limit: Infinity };
	const counts = Array.from({ length: days }, () => 0);
	for (const state of await readPackedReady(db, range)) {
		const index = Math.max(0, (readyDayOf(state) ?? 0) - fromDay);
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
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
	const keys = await db.counters.where('key').startsWith(INTRODUCED_PREFIX).primaryKeys();
	return keys.map((key) => key.slice(INTRODUCED_PREFIX.length));
}
