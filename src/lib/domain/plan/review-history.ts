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
