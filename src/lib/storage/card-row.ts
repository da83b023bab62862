import type { CardId, CardState } from '$lib/domain/card';
import { CARD_PHASES } from '$lib/domain/card-columns';
import type { StudyDay } from '$lib/domain/units';
import type { CardRow, GoneRow } from './rows';
import { isAmount, isCount, isFields, isOneOf, isText, isWhole } from './shape';

/** @returns the row that a card's state is stored as */
export function toCardRow(state: CardState): CardRow {
	const readyDay = readyDayOf(state);
	if (readyDay !== null) return { ...state, readyDay };
	return isWaiting(state) && state.dueAt !== null ? { ...state, readyAt: state.dueAt } : { ...state };
}

/** @returns whether a card waits for an instant, on a short learning step */
export function isWaiting(state: CardState): boolean {
	return !state.suspended && readyDayOf(state) === null;
}

/** @returns the study day from which a card is due; null when it is suspended or waits for an instant */
export function readyDayOf({ suspended, buriedUntil, dueDay, dueAt }: CardState): StudyDay | null {
	if (suspended) return null;
	if (buriedUntil !== null && buriedUntil > dueDay) return buriedUntil;
	return dueAt === null ? dueDay : null;
}

/** @returns the row that says that a card has no state, although a page still holds one */
export function toGoneRow(card: CardId): GoneRow {
	return { card, gone: true };
}

/** @returns whether a row says that its card has no state */
export function isGoneRow(row: unknown): boolean {
	return isFields(row) && row['gone'] === true;
}

/** @returns the card's state, or null when the row is damaged; it can then be folded again from the log */
export function parseCardRow(row: unknown): CardState | null {
	if (!isFields(row)) return null;
	const { card, setId, phase, stability, difficulty, step, dueDay, dueAt, lastDay, lastAt, reviews, lapses } = row;
	// Rows of the first schema say nothing of being buried.
	const { failedDay, suspended, buriedUntil = null } = row;
	if (!isText(card, 200) || !isText(setId, 100) || !card.startsWith(`${setId}.`) || !isOneOf(phase, CARD_PHASES))
		return null;
	if (!isAmount(stability) || !isAmount(difficulty) || !isCount(step) || !isCount(reviews) || !isCount(lapses))
		return null;
	if (!isWhole(dueDay) || !isWhole(lastDay) || !isWhole(lastAt) || typeof suspended !== 'boolean') return null;
	if ((dueAt !== null && !isWhole(dueAt)) || (failedDay !== null && !isWhole(failedDay))) return null;
	if (buriedUntil !== null && !isWhole(buriedUntil)) return null;
	const memory = { phase, stability, difficulty, step, dueDay, dueAt };
	return { card, setId, ...memory, lastDay, lastAt, reviews, lapses, failedDay, suspended, buriedUntil };
}

/** @returns true when two states of a card agree in everything; null is a card without a state */
export function isSameState(a: CardState | null, b: CardState | null): boolean {
	if (a === null || b === null) return a === b;
	return FIELDS.every((field) => a[field] === b[field]);
}

const FIELDS = Object.keys({
	card: 0,
	setId: 0,
	phase: 0,
	stability: 0,
	difficulty: 0,
	step: 0,
	dueDay: 0,
	dueAt: 0,
	lastDay: 0,
	lastAt: 0,
	reviews: 0,
	lapses: 0,
	failedDay: 0,
	suspended: 0,
	buriedUntil: 0
} satisfies Record<keyof CardState, 0>) as readonly (keyof CardState)[];
