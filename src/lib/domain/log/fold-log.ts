import type { CardState } from '../card';
import type { AppliedEvent } from '../effective-events';
import { foldOrdered } from '../fold';
import type { ParameterHistory } from '../parameter-history';
import { bareEventAt, eventAt, type LogColumns } from './log-columns';
import { orderLog } from './order-log';
import { voidedRows } from './voided-rows';

export type FoldVisitor = {
	/** Each event that counts, card by card, and the state of its card before it. */
	readonly onevent?: (event: AppliedEvent, before: CardState | null) => void;
	/** Each card with its state once all its events are applied; null when they leave none. */
	readonly oncard: (card: string, state: CardState | null) => void;
	/** The share of the cards that is done, 0 to 1, now and then. */
	readonly onprogress?: (share: number) => void;
};

const CARDS_PER_STEP = 2000;

/** Folds a whole log, card by card, as `foldCard` folds one. @returns how many events the log has, each counted once */
export function foldLog(log: LogColumns, history: ParameterHistory, visitor: FoldVisitor): number {
	const { starts, rows, events } = groupByCard(log);
	// Only where parameters change can two events of one moment be told apart by nothing but their ids.
	const at = history.length > 1 ? eventAt : bareEventAt;
	for (const [card, name] of log.cards.entries()) {
		const events: AppliedEvent[] = [];
		for (let place = starts[card] ?? 0; place < (starts[card + 1] ?? 0); place += 1) {
			const event = at(log, rows[place] ?? 0, name);
			if (event.kind !== 'void') events.push(event);
		}
		visitor.oncard(name, foldOrdered(events, history, visitor.onevent));
		if (card % CARDS_PER_STEP === 0) visitor.onprogress?.(card / log.cards.length);
	}
	return events;
}

/** @returns the rows that count, those of each card together and in the order of the log */
function groupByCard(log: LogColumns): { starts: Uint32Array; rows: Uint32Array; events: number } {
	const ordered = orderLog(log);
	const isVoided = voidedRows(log);
	const starts = new Uint32Array(log.cards.length + 1);
	for (const row of ordered)
		if (isVoided[row] === 0) starts[(log.card[row] ?? 0) + 1] = (starts[(log.card[row] ?? 0) + 1] ?? 0) + 1;
	for (let card = 0; card < log.cards.length; card += 1)
		starts[card + 1] = (starts[card + 1] ?? 0) + (starts[card] ?? 0);
	const next = starts.slice();
	const rows = new Uint32Array(starts[log.cards.length] ?? 0);
	for (const row of ordered) {
		if (isVoided[row] !== 0) continue;
		const card = log.card[row] ?? 0;
		rows[next[card] ?? 0] = row;
		next[card] = (next[card] ?? 0) + 1;
	}
	return { starts, rows, events: ordered.length };
}
