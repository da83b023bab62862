import type { CardState } from './card';
import { toCardAddress } from './card';
import type { Rating, ReviewEvent } from './event';
import type { Memory } from './fsrs-scheduler';
import { nextMemory } from './fsrs-scheduler';
import type { Minutes } from './learning-steps';
import { moveStep } from './learning-steps';
import type { Load } from './load-balance';
import { daysSinceAnswer, memoryOf } from './memory-of';
import { graduationInterval, reviewInterval } from './review-interval';
import type { SchedulerParameters } from './scheduler-parameters';
import type { Days, DurationMs, StudyDay } from './units';
import { MINUTE_MS } from './units';

/** The part of a review event that scheduling depends on. */
export type Answer = Pick<ReviewEvent, 'card' | 'rating' | 'at' | 'day' | 'interval'>;

/** How long until a card comes back: a time for a learning step, else whole study days. */
export type Wait = { readonly kind: 'time'; readonly ms: DurationMs } | { readonly kind: 'days'; readonly days: Days };

export type RatingPreview = {
	readonly state: CardState;
	readonly wait: Wait;
	/** The scheduled interval to record with the answer; null where the card's own history leads to it. */
	readonly interval: Days | null;
};

/** Where and when a card is due. */
type Schedule = Pick<CardState, 'phase' | 'step' | 'dueDay' | 'dueAt'>;

const DAY_MINUTES: Minutes = 1440;

/**
 * The card after an answer: its memory by FSRS, its due date by learning steps or by interval. Days are counted from the
 * study days of the answers; an answer dated before the last one counts as given on the same day.
 * @param state null for a card nobody has answered
 */
export function scheduleReview(state: CardState | null, answer: Answer, params: SchedulerParameters): CardState {
	const memory = nextMemory(memoryOf(state), daysSinceAnswer(state, answer.day), answer.rating, params);
	const { phase, step, dueDay, dueAt } = scheduleOf(state, memory, answer, params);
	// Named one by one: spreading takes longer than all else here, and a log has a million answers.
	return {
		card: answer.card,
		setId: state?.setId ?? toCardAddress(answer.card).setId,
		phase,
		stability: memory.stability,
		difficulty: memory.difficulty,
		step,
		dueDay,
		dueAt,
		lastDay: answer.day,
		lastAt: answer.at,
		reviews: (state?.reviews ?? 0) + 1,
		lapses: (state?.lapses ?? 0) + (state?.phase === 'review' && answer.rating === 1 ? 1 : 0),
		failedDay: answer.rating === 1 ? answer.day : (state?.failedDay ?? null),
		suspended: state?.suspended ?? false,
		buriedUntil: null
	};
}

/**
 * What each rating would do now, for the words on the buttons. Nothing is drawn by chance, so the same answer at the
 * same instant does exactly this.
 * @param load the cards of other days, when intervals are to be chosen with an eye to them
 */
export function previewRatings(
	state: CardState | null,
	moment: Omit<Answer, 'rating' | 'interval'>,
	params: SchedulerParameters,
	load: Load | null = null
): Record<Rating, RatingPreview> {
	const preview = (rating: Rating): RatingPreview => {
		const answer = { ...moment, rating };
		const plain = scheduleReview(state, answer, params);
		const interval = load === null ? null : balancedInterval(state, plain, answer, params, load);
		const next = interval === null ? plain : scheduleReview(state, { ...answer, interval }, params);
		return { state: next, wait: waitOf(next), interval };
	};
	return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) };
}

/** @returns null where it is the plain one, or the answer leads to a learning step */
function balancedInterval(
	state: CardState | null,
	plain: CardState,
	answer: Answer,
	params: SchedulerParameters,
	load: Load
): Days | null {
	if (plain.phase !== 'review') return null;
	const isReview = state?.phase === 'review' && answer.rating !== 1;
	const interval = isReview
		? reviewInterval(state, answer, params, load)
		: graduationInterval(state, plain, answer, params, load);
	return interval === plain.dueDay - answer.day ? null : interval;
}

/** @returns the time from a card's last answer until it is due */
function waitOf(state: CardState): Wait {
	if (state.dueAt === null) return { kind: 'days', days: state.dueDay - state.lastDay };
	return { kind: 'time', ms: state.dueAt - state.lastAt };
}

function scheduleOf(state: CardState | null, memory: Memory, answer: Answer, params: SchedulerParameters): Schedule {
	const { rating, day, interval } = answer;
	if (state?.phase === 'review' && rating !== 1) {
		return inReview(day, interval ?? reviewInterval(state, answer, params));
	}
	const phase = state === null || state.phase === 'learning' ? 'learning' : 'relearning';
	const steps = phase === 'learning' ? params.learningSteps : params.relearningSteps;
	const outcome = moveStep(steps, state?.step ?? 0, rating);
	if (outcome.kind === 'step') return onStep(phase, outcome.step, outcome.delay, answer);
	return inReview(day, interval ?? graduationInterval(state, memory, answer, params));
}

/** A step of a day or more counts in study days, like an interval; a shorter one ends at an instant. */
function onStep(phase: CardState['phase'], step: number, delay: Minutes, { at, day }: Answer): Schedule {
	if (delay < DAY_MINUTES) return { phase, step, dueDay: day, dueAt: at + Math.round(delay * MINUTE_MS) };
	return { phase, step, dueDay: day + Math.round(delay / DAY_MINUTES), dueAt: null };
}

function inReview(day: StudyDay, interval: Days): Schedule {
	return { phase: 'review', step: 0, dueDay: day + interval, dueAt: null };
}
