import type { AnswerColumns } from '$lib/domain/answer-columns';
import type { CardId } from '$lib/domain/card';
import type { CardColumns } from '$lib/domain/card-columns';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { Tally } from '$lib/domain/statistics/tally';
import { DAY_MS } from '$lib/domain/units';

/** Card, study day, rating (5 and 6 for quiz answers), seconds. */
export type AnswerRow = readonly [card: string, day: number, rating: number, seconds?: number];

/** A log as columns, in the order given. */
export function answers(...rows: readonly AnswerRow[]): AnswerColumns {
	const cards = [...new Set(rows.map(([card]) => card))];
	return {
		cards,
		card: Uint32Array.from(rows, ([card]) => cards.indexOf(card)),
		at: Float64Array.from(rows, ([, day], index) => day * DAY_MS + index),
		day: Int32Array.from(rows, ([, day]) => day),
		rating: Uint8Array.from(rows, ([, , rating]) => rating),
		tookMs: Uint32Array.from(rows, ([, , , seconds = 5]) => seconds * 1000)
	};
}

/** What a log comes to on a day. The places of its cards are those in the list. */
export function tallied(today: number, ...rows: readonly AnswerRow[]): { tally: Tally; cards: readonly CardId[] } {
	const columns = answers(...rows);
	const tally = new Tally(DEFAULT_PARAMETERS);
	tally.add(columns, Uint32Array.from(columns.cards.keys()), today);
	return { tally, cards: columns.cards };
}

export type CardRow = {
	readonly card: string;
	readonly stability?: number;
	readonly difficulty?: number;
	readonly dueDay?: number;
	readonly lastDay?: number;
	readonly reviews?: number;
	readonly lapses?: number;
	readonly suspended?: boolean;
};

/** Cards in review as columns. */
export function cardColumns(...rows: readonly CardRow[]): CardColumns {
	return {
		cards: rows.map(({ card }) => card),
		stability: Float64Array.from(rows, ({ stability = 10 }) => stability),
		difficulty: Float64Array.from(rows, ({ difficulty = 5 }) => difficulty),
		dueDay: Int32Array.from(rows, ({ dueDay = 110 }) => dueDay),
		lastDay: Int32Array.from(rows, ({ lastDay = 100 }) => lastDay),
		reviews: Uint32Array.from(rows, ({ reviews = 1 }) => reviews),
		lapses: Uint32Array.from(rows, ({ lapses = 0 }) => lapses),
		phase: Uint8Array.from(rows, () => 1),
		suspended: Uint8Array.from(rows, ({ suspended = false }) => (suspended ? 1 : 0))
	};
}
