import type { CardId } from '$lib/domain/card';
import type { DueForecast } from '$lib/domain/due-forecast';
import { dueDaysOf, FORECAST_DAYS } from '$lib/domain/due-forecast';
import { ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { StudyDay } from '$lib/domain/units';
import type { BackstoryDatabase } from './database';
import { dueOnDays } from './due-days';
import { loadCards } from './due-store';
import type { StorageError } from './storage-error';

/** Counting costs by the row, and an answer must not wait for all of it: it may be stored between two of these. */
const DAYS_AT_ONCE = 3;

/**
 * Counts what is due on each of the days ahead, a few days at a time.
 * @param query `cards`: those whose due days are wanted
 * @returns any storage error
 */
export async function readForecast(
	db: BackstoryDatabase,
	query: { readonly setIds: readonly string[]; readonly cards: readonly CardId[]; readonly fromDay: StudyDay }
): Promise<Result<DueForecast, StorageError>> {
	const { setIds, fromDay } = query;
	const counts: number[] = [];
	while (counts.length < FORECAST_DAYS) {
		const days = Math.min(DAYS_AT_ONCE, FORECAST_DAYS - counts.length);
		const counted = await dueOnDays(db, { setIds, fromDay: fromDay + counts.length, days });
		if (!counted.ok) return counted;
		counts.push(...counted.value);
	}
	const states = await loadCards(db, query.cards);
	if (!states.ok) return states;
	return ok({ from: fromDay, counts, dueDays: dueDaysOf(states.value.values()) });
}
