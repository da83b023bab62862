import { RATINGS } from '$lib/domain/event';
import type { LearningEvent } from '$lib/domain/event';
import type { NewEvent } from './new-event';
import { hasOnly, isAmount, isCount, isFields, isOneOf, isText, isWhole } from './shape';
import type { Fields } from './shape';

const MAX_ID = 64;
const CARD_ID = /^[\w-]{1,100}\.\d{1,9}\.\d{1,9}$/;
const BASE = ['id', 'at', 'day', 'kind', 'card'];
const STAMP = ['device', 'seq'];

/** Reads an event of the log. @returns null when anything about it is missing, wrong or unknown */
export function parseLearningEvent(value: unknown): LearningEvent | null {
	if (!isFields(value)) return null;
	const { device, seq } = value;
	if (!isText(device, MAX_ID) || !isCount(seq)) return null;
	const event = parseFields(value, STAMP);
	return event === null ? null : { ...event, device, seq };
}

/** Reads an event that was not stored yet. @returns null when anything about it is missing, wrong or unknown */
export function parseNewEvent(value: unknown): NewEvent | null {
	return isFields(value) ? parseFields(value, []) : null;
}

function parseFields(fields: Fields, stamp: readonly string[]): NewEvent | null {
	const { id, at, day, card } = fields;
	if (!isText(id, MAX_ID) || !isWhole(at) || !isWhole(day)) return null;
	if (typeof card !== 'string' || !CARD_ID.test(card)) return null;
	const base = { id, at, day, card };
	const only = (...names: string[]): boolean => hasOnly(fields, [...BASE, ...stamp, ...names]);
	switch (fields['kind']) {
		case 'review':
			return only('rating', 'tookMs', 'interval') ? parseReview(base, fields) : null;
		case 'quiz-answer':
			return only('attempt', 'correct', 'guess', 'answered', 'tookMs') ? parseQuizAnswer(base, fields) : null;
		case 'void':
			return only('voids') && isText(fields['voids'], MAX_ID)
				? { ...base, kind: 'void', voids: fields['voids'] }
				: null;
		case 'suspend': {
			const { suspended } = fields;
			return only('suspended') && typeof suspended === 'boolean' ? { ...base, kind: 'suspend', suspended } : null;
		}
		case 'reset':
			return only('history') ? parseReset(base, fields) : null;
		case 'bury': {
			const { until } = fields;
			return only('until') && isWhole(until) ? { ...base, kind: 'bury', until } : null;
		}
		case 'set-due': {
			const { dueDay } = fields;
			return only('dueDay') && isWhole(dueDay) ? { ...base, kind: 'set-due', dueDay } : null;
		}
		default:
			return null;
	}
}

type Base = Pick<LearningEvent, 'id' | 'at' | 'day' | 'card'>;

function parseReview(base: Base, { rating, tookMs, interval }: Fields): NewEvent | null {
	if (!isOneOf(rating, RATINGS) || !isAmount(tookMs)) return null;
	const review = { ...base, kind: 'review', rating, tookMs } as const;
	if (interval === undefined) return review;
	return isCount(interval) && interval > 0 ? { ...review, interval } : null;
}

function parseReset(base: Base, { history }: Fields): NewEvent | null {
	if (history === undefined) return { ...base, kind: 'reset' };
	return history === 'uncounted' ? { ...base, kind: 'reset', history } : null;
}

function parseQuizAnswer(base: Base, { attempt, correct, guess, answered, tookMs }: Fields): NewEvent | null {
	if (!isText(attempt, MAX_ID) || !isAmount(guess) || guess > 1 || !isAmount(tookMs)) return null;
	if (typeof correct !== 'boolean' || typeof answered !== 'boolean') return null;
	return { ...base, kind: 'quiz-answer', attempt, correct, guess, answered, tookMs };
}
