import type { Result } from '../result';
import { err, ok } from '../result';
import type { StudyDay } from '../units';

/** A learner's answers grouped by card, each card's in order. Quiz answers and voided events are left out by the caller. */
export type ReviewHistory = {
	/** Where each card's answers start, and at the end their number: one entry more than there are cards. */
	readonly starts: Uint32Array;
	/** Study day of each answer; within a card it never falls. */
	readonly day: Int32Array;
	/** 1 to 4. */
	readonly rating: Uint8Array;
};

/** A history that says how long each answer took. */
export type TimedHistory = ReviewHistory & { readonly tookMs: Float64Array | Uint32Array };

/** What a learner did with one card on one study day: the first answer decides, the others are steps. */
export type CardDay = {
	readonly day: StudyDay;
	/** Index of the day's first answer, and of the one after its last. */
	readonly from: number;
	readonly to: number;
	/** True when the card had never been answered before. */
	readonly isFirst: boolean;
};

export type HistoryError =
	| { readonly kind: 'not-a-history' }
	| { readonly kind: 'uneven-history' }
	| { readonly kind: 'days-out-of-order'; readonly card: number }
	| { readonly kind: 'not-a-rating'; readonly index: number };

/** Reads a history that arrives from elsewhere, such as a message to a worker. Nothing is repaired. */
export function parseReviewHistory(input: unknown): Result<ReviewHistory, HistoryError> {
	if (typeof input !== 'object' || input === null) return err({ kind: 'not-a-history' });
	const { starts, day, rating } = input as Record<string, unknown>;
	if (!(starts instanceof Uint32Array) || !(day instanceof Int32Array) || !(rating instanceof Uint8Array)) {
		return err({ kind: 'not-a-history' });
	}
	const rises = starts.every((from, i) => from <= (starts[i + 1] ?? from));
	const isWhole = rises && starts[0] === 0 && starts.at(-1) === day.length && day.length === rating.length;
	if (!isWhole) return err({ kind: 'uneven-history' });
	const index = rating.findIndex((value) => value < 1 || value > 4);
	if (index !== -1) return err({ kind: 'not-a-rating', index });
	const card = starts.findIndex((from, i) => !risesWithin(day, from, starts[i + 1] ?? from));
	return card === -1 ? ok({ starts, day, rating }) : err({ kind: 'days-out-of-order', card });
}

function risesWithin(day: Int32Array, from: number, to: number): boolean {
	for (let i = from + 1; i < to; i++) {
		if ((day[i] ?? 0) < (day[i - 1] ?? 0)) return false;
	}
	return true;
}

/** @returns each card's days of study, card after card */
export function* cardDays({ starts, day }: ReviewHistory): Generator<CardDay> {
	for (let card = 0; card + 1 < starts.length; card++) {
		const first = starts[card] ?? 0;
		const end = starts[card + 1] ?? 0;
		for (let from = first; from < end;) {
			let to = from + 1;
			while (to < end && day[to] === day[from]) to++;
			yield { day: day[from] ?? 0, from, to, isFirst: from === first };
			from = to;
		}
	}
}
