import type { CardId, CardState } from './card';

/** The present states of all cards that have one, as columns. See `AnswerColumns` for the reason. */
export type CardColumns = {
	readonly cards: readonly CardId[];
	/** Days until retrievability falls to 0.9. */
	readonly stability: Float64Array;
	/** 1 (easy) to 10 (hard). */
	readonly difficulty: Float64Array;
	/** Study days. */
	readonly dueDay: Int32Array;
	readonly lastDay: Int32Array;
	/** Answers that moved memory; 0 for a card without a memory. */
	readonly reviews: Uint32Array;
	readonly lapses: Uint32Array;
	/** Places in `CARD_PHASES`. */
	readonly phase: Uint8Array;
	/** 1 for a card that was set aside. */
	readonly suspended: Uint8Array;
};

/** The phases of a card in the order in which `CardColumns` counts them. */
export const CARD_PHASES = ['learning', 'review', 'relearning'] as const;

/** @returns the states as columns, in the order given */
export function toCardColumns(states: readonly CardState[]): CardColumns {
	const columns = emptyColumns(states.map(({ card }) => card));
	for (const [place, state] of states.entries()) writeState(columns, place, state);
	return columns;
}

/**
 * The columns with other states of some cards. A card that has none, or is gone from its set, counts in nothing.
 * @param cards those of the columns, perhaps with more behind them
 * @param changes places among the cards, and the states there; null for none
 */
export function withStates(
	columns: CardColumns,
	cards: readonly CardId[],
	changes: Iterable<readonly [place: number, state: CardState | null]>
): CardColumns {
	const changed = emptyColumns(cards);
	changed.stability.set(columns.stability);
	changed.difficulty.set(columns.difficulty);
	changed.dueDay.set(columns.dueDay);
	changed.lastDay.set(columns.lastDay);
	changed.reviews.set(columns.reviews);
	changed.lapses.set(columns.lapses);
	changed.phase.set(columns.phase);
	changed.suspended.set(columns.suspended);
	for (const [place, state] of changes) writeState(changed, place, state);
	return changed;
}

/** Suspended and never answered: nothing counts such a card. */
function emptyColumns(cards: readonly CardId[]): CardColumns {
	const count = cards.length;
	return {
		cards,
		stability: new Float64Array(count),
		difficulty: new Float64Array(count),
		dueDay: new Int32Array(count),
		lastDay: new Int32Array(count),
		reviews: new Uint32Array(count),
		lapses: new Uint32Array(count),
		phase: new Uint8Array(count),
		suspended: new Uint8Array(count).fill(1)
	};
}

function writeState(columns: CardColumns, place: number, state: CardState | null): void {
	columns.stability[place] = state?.stability ?? 0;
	columns.difficulty[place] = state?.difficulty ?? 0;
	columns.dueDay[place] = state?.dueDay ?? 0;
	columns.lastDay[place] = state?.lastDay ?? 0;
	columns.reviews[place] = state?.reviews ?? 0;
	columns.lapses[place] = state?.lapses ?? 0;
	columns.phase[place] = state === null ? 0 : CARD_PHASES.indexOf(state.phase);
	columns.suspended[place] = Number(state?.suspended ?? true);
}

/** @returns the columns with the cards of all but some sets counting in nothing: those of a deleted set stay in the log */
export function withoutOtherSets(columns: CardColumns, setIds: ReadonlySet<string>): CardColumns {
	const gone: (readonly [number, null])[] = [];
	let prefix = '.';
	let isWanted = false;
	for (let place = 0; place < columns.cards.length; place += 1) {
		const card = columns.cards[place] ?? '';
		// Cards of a set stand together, and there may be 100,000 of them.
		if (!card.startsWith(prefix)) {
			prefix = card.slice(0, card.indexOf('.') + 1);
			isWanted = setIds.has(prefix.slice(0, -1));
		}
		if (!isWanted) gone.push([place, null]);
	}
	return gone.length === 0 ? columns : withStates(columns, columns.cards, gone);
}
