import type { CardId } from '../card';
import type { LearningEvent } from '../event';
import { ID_BYTES, toIdText } from './event-id';

/** What an event is, in one number. A review has its rating in it. */
export const CODES = {
	review: 0,
	reviewWithInterval: 4,
	quizAnswer: 9,
	void: 10,
	suspend: 11,
	resume: 12,
	reset: 13,
	bury: 14,
	setDue: 15,
	/** A reset after which the card's history is uncounted. */
	fullReset: 16
} as const;

/**
 * Events as columns: a million of them are fourteen arrays instead of a million objects. Texts that repeat stand once in
 * a list, and columns hold places in it.
 */
export type LogColumns = {
	readonly count: number;
	readonly devices: readonly string[];
	readonly cards: readonly CardId[];
	readonly attempts: readonly string[];
	/** Chances of guessing, 0 to 1. */
	readonly guesses: readonly number[];
	/** 16 bytes each. */
	readonly id: Uint8Array;
	readonly device: Uint16Array;
	readonly seq: Uint32Array;
	/** Epoch milliseconds. */
	readonly at: Float64Array;
	/** Study days. */
	readonly day: Int32Array;
	/** One of `CODES`; a review adds its rating to it. */
	readonly code: Uint8Array;
	readonly card: Uint32Array;
	readonly tookMs: Uint32Array;
	/** The interval of a review, the attempt of a quiz answer, the day of a bury or set-due, the place in `voids` of a void. */
	readonly extra: Int32Array;
	/** Of a quiz answer: 1 when correct, plus 2 when answered. */
	readonly flags: Uint8Array;
	/** Of a quiz answer: place in `guesses`. */
	readonly guess: Uint16Array;
	/** Ids that voids name, 16 bytes each. */
	readonly voids: Uint8Array;
};

/** @returns one event of the columns as an object */
export function eventAt(log: LogColumns, row: number): LearningEvent {
	return toEvent(log, row, toIdText(log.id, row * ID_BYTES));
}

/**
 * Makes an object of an event of which nobody will ask more than scheduling does: it has no id, and a plain review has neither
 * device nor time taken. Making the id's text takes longer than all the rest, and each column is a place far away in memory.
 */
export function bareEventAt(log: LogColumns, row: number, card: CardId): LearningEvent {
	const rating = log.code[row] ?? 0;
	if (rating !== 1 && rating !== 2 && rating !== 3 && rating !== 4) return toEvent(log, row, '');
	const at = log.at[row] ?? 0;
	const day = log.day[row] ?? 0;
	return { id: '', device: '', seq: 0, at, day, card, kind: 'review', rating, tookMs: 0 };
}

function toEvent(log: LogColumns, row: number, id: string): LearningEvent {
	const code = log.code[row] ?? 0;
	const extra = log.extra[row] ?? 0;
	const tookMs = log.tookMs[row] ?? 0;
	const device = log.devices[log.device[row] ?? 0] ?? '';
	const seq = log.seq[row] ?? 0;
	const at = log.at[row] ?? 0;
	const day = log.day[row] ?? 0;
	const card = log.cards[log.card[row] ?? 0] ?? '';
	const rating = ratingOf(code);
	// Nearly every event is a review: one object, made at once.
	if (rating !== null && code < CODES.reviewWithInterval + 1) {
		return { id, device, seq, at, day, card, kind: 'review', rating, tookMs };
	}
	const base = { id, device, seq, at, day, card };
	if (rating !== null) return { ...base, kind: 'review', rating, tookMs, interval: extra };
	switch (code) {
		case CODES.quizAnswer:
			return {
				...base,
				kind: 'quiz-answer',
				attempt: log.attempts[extra] ?? '',
				correct: ((log.flags[row] ?? 0) & 1) > 0,
				answered: ((log.flags[row] ?? 0) & 2) > 0,
				guess: log.guesses[log.guess[row] ?? 0] ?? 0,
				tookMs
			};
		case CODES.void:
			return { ...base, kind: 'void', voids: toIdText(log.voids, extra * ID_BYTES) };
		case CODES.suspend:
		case CODES.resume:
			return { ...base, kind: 'suspend', suspended: code === CODES.suspend };
		case CODES.reset:
			return { ...base, kind: 'reset' };
		case CODES.fullReset:
			return { ...base, kind: 'reset', history: 'uncounted' };
		case CODES.bury:
			return { ...base, kind: 'bury', until: extra };
		case CODES.setDue:
			return { ...base, kind: 'set-due', dueDay: extra };
		default:
			throw new Error(`No event has the code ${String(code)}`);
	}
}

/** @returns whether an event with this code is a review or a quiz answer */
export function isAnswerCode(code: number): boolean {
	return code <= CODES.quizAnswer;
}

/** @returns the rating of a review's code, or null for any other code */
export function ratingOf(code: number): 1 | 2 | 3 | 4 | null {
	switch (code > CODES.reviewWithInterval ? code - CODES.reviewWithInterval : code) {
		case 1:
			return 1;
		case 2:
			return 2;
		case 3:
			return 3;
		case 4:
			return 4;
		default:
			return null;
	}
}
