import type { CardState } from '$lib/domain/card';
import type { QuizAnswerEvent, Rating, ReviewEvent } from '$lib/domain/event';
import { DAY_MS, MINUTE_MS } from '$lib/domain/units';

export const CARD = 'collision-course.12.1';

/** Noon UTC of a study day, so that a test may name days only. */
export function noonOf(day: number): number {
	return day * DAY_MS + 12 * 60 * MINUTE_MS;
}

export function review(seq: number, rating: Rating, day: number, more: Partial<ReviewEvent> = {}): ReviewEvent {
	const at = noonOf(day) + seq;
	return {
		kind: 'review',
		id: `event-${String(seq)}`,
		device: 'phone',
		seq,
		at,
		day,
		card: CARD,
		rating,
		tookMs: 4000,
		...more
	};
}

export function quizAnswer(seq: number, day: number, more: Partial<QuizAnswerEvent> = {}): QuizAnswerEvent {
	return {
		kind: 'quiz-answer',
		id: `event-${String(seq)}`,
		device: 'phone',
		seq,
		at: noonOf(day) + seq,
		day,
		card: CARD,
		attempt: 'attempt-1',
		correct: true,
		guess: 0.25,
		answered: true,
		tookMs: 6000,
		...more
	};
}

/** A card in review: answered on day 100, due ten days later. */
export function reviewCard(more: Partial<CardState> = {}): CardState {
	return {
		card: CARD,
		setId: 'collision-course',
		phase: 'review',
		stability: 10,
		difficulty: 5,
		step: 0,
		dueDay: 110,
		dueAt: null,
		lastDay: 100,
		lastAt: noonOf(100),
		reviews: 3,
		lapses: 0,
		failedDay: null,
		suspended: false,
		buriedUntil: null,
		...more
	};
}

/** A card on its first learning step, due one minute after noon of day 100. */
export function learningCard(more: Partial<CardState> = {}): CardState {
	return reviewCard({
		phase: 'learning',
		stability: 0.212,
		dueDay: 100,
		dueAt: noonOf(100) + MINUTE_MS,
		reviews: 1,
		...more
	});
}
