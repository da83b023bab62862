import type { CardState } from '$lib/domain/card';
import type { CardRow } from './rows';
import { isAmount, isCount, isFields, isOneOf, isText, isWhole } from './shape';

const PHASES = ['learning', 'review', 'relearning'] as const;

/** @returns the row that a card's state is stored as */
export function toCardRow(state: CardState): CardRow {
	if (state.suspended) return { ...state };
	const { buriedUntil } = state;
	if (buriedUntil !== null && buriedUntil > state.dueDay) return { ...state, readyDay: buriedUntil };
	return state.dueAt === null ? { ...state, readyDay: state.dueDay } : { ...state, readyAt: state.dueAt };
}

/** @returns the card's state, or null when the row is damaged; it can then be folded again from the log */
export function parseCardRow(row: unknown): CardState | null {
	if (!isFields(row)) return null;
	const { card, setId, phase, stability, difficulty, step, dueDay, dueAt, lastDay, lastAt, reviews, lapses } = row;
	// Rows of the first schema say nothing of being buried.
	const { failedDay, suspended, buriedUntil = null } = row;
	if (!isText(card, 200) || !isText(setId, 100) || !card.startsWith(`${setId}.`) || !isOneOf(phase, PHASES))
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
