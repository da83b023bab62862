import type { CardId, CardState } from './card';
import type { StudyDay } from './units';

/** How many cards are due on each of the days ahead, and on which days cards of the session's items are. */
export type DueForecast = {
	/** Study day of the first count. */
	readonly from: StudyDay;
	readonly counts: readonly number[];
	/** The due days of cards whose siblings may be met; others are missing. */
	readonly dueDays: ReadonlyMap<CardId, StudyDay>;
};

/** As far ahead as cards are spread. */
export const FORECAST_DAYS = 99;

/** @returns a forecast in which nothing is due */
export function emptyForecast(from: StudyDay): DueForecast {
	return { from, counts: Array.from({ length: FORECAST_DAYS }, () => 0), dueDays: new Map() };
}

/** @returns how many cards are due on a day; null when the forecast does not reach it */
export function dueOn({ from, counts }: DueForecast, day: StudyDay): number | null {
	return counts[day - from] ?? null;
}

/** @returns the due days of the other cards of an item */
export function siblingDueDays({ dueDays }: DueForecast, card: CardId, parts: readonly CardId[]): StudyDay[] {
	return parts.flatMap((part) => (part === card ? [] : (dueDays.get(part) ?? [])));
}

/**
 * The forecast after a card moved, without counting anything anew. For an undo the states change places.
 * @param before the card's state before, null without one
 * @param after its state now
 */
export function moveInForecast(forecast: DueForecast, before: CardState | null, after: CardState | null): DueForecast {
	const [left, joined] = [readyDay(before), readyDay(after)];
	const card = (after ?? before)?.card;
	if (card === undefined) return forecast;
	const dueDays = new Map(forecast.dueDays);
	if (joined === null) dueDays.delete(card);
	else dueDays.set(card, joined);
	const counts = forecast.counts.map((count, index) => {
		const day = forecast.from + index;
		return Math.max(0, count - Number(day === left) + Number(day === joined));
	});
	return { ...forecast, counts, dueDays };
}

/** @returns the due days of cards, where they have one */
export function dueDaysOf(states: Iterable<CardState>): Map<CardId, StudyDay> {
	const days = [...states].map((state) => [state.card, readyDay(state)] as const);
	return new Map(days.flatMap(([card, day]) => (day === null ? [] : [[card, day] as const])));
}

/** The day on which a card is due by its interval; null on a step that ends within a day, and while it is suspended. */
function readyDay(state: CardState | null): StudyDay | null {
	if (state === null || state.suspended || state.dueAt !== null) return null;
	return Math.max(state.dueDay, state.buriedUntil ?? state.dueDay);
}
