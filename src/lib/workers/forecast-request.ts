import type { ExamStart } from '$lib/domain/plan/exam-run';
import type { Learner, LearnerError } from '$lib/domain/plan/learner';
import { parseLearner } from '$lib/domain/plan/learner';
import type { ColumnsError, MemoryColumns } from '$lib/domain/plan/memory-columns';
import { parseMemoryColumns } from '$lib/domain/plan/memory-columns';
import type { Pace, StudyStart } from '$lib/domain/plan/study-run';
import type { Result } from '$lib/domain/result';
import { err, ok } from '$lib/domain/result';
import type { StudyDay } from '$lib/domain/units';

/** What the forecast worker can be asked. */
export type ForecastTask =
	| { readonly task: 'forecast'; readonly start: StudyStart }
	| { readonly task: 'exam'; readonly start: ExamStart; readonly minutes: number }
	| {
			readonly task: 'backlog';
			readonly cards: MemoryColumns;
			readonly today: StudyDay;
			readonly minutes: number;
	  }
	| { readonly task: 'set-cost'; readonly cards: number; readonly freshPerDay: number };

/** A message to the worker. The id comes back with whatever answers it. */
export type ForecastRequest = ForecastTask & { readonly id: number; readonly learner: Learner; readonly seed: number };

export type RequestError =
	| { readonly kind: 'unknown-task' }
	| { readonly kind: 'out-of-range'; readonly field: string }
	| LearnerError
	| ColumnsError;

type Fields = Record<string, unknown>;

const MOST_CARDS = 200_000;
const MOST_DAYS = 730;
const MOST_MINUTES = 1440;
/** Study days of about three thousand years either way. */
const FARTHEST_DAY = 1_000_000;

/**
 * Reads a message. Numbers out of range are refused: a forecast of a million days would never end.
 * @param id already read from the message, for an error to be answered to
 */
export function parseForecastRequest(id: number, message: Fields): Result<ForecastRequest, RequestError> {
	const learner = parseLearner(message.learner);
	if (!learner.ok) return learner;
	const { seed } = message;
	if (!isWhole(seed, 0, 2 ** 32 - 1)) return err({ kind: 'out-of-range', field: 'seed' });
	const task = parseTask(message);
	return task.ok ? ok({ ...task.value, id, learner: learner.value, seed }) : task;
}

function parseTask(message: Fields): Result<ForecastTask, RequestError> {
	switch (message.task) {
		case 'forecast':
			return parseForecastTask(message.start);
		case 'exam':
			return parseExamTask(message);
		case 'backlog':
			return parseBacklogTask(message);
		case 'set-cost':
			return parseSetCostTask(message);
		default:
			return err({ kind: 'unknown-task' });
	}
}

function parseForecastTask(start: unknown): Result<ForecastTask, RequestError> {
	if (!isFields(start)) return err({ kind: 'out-of-range', field: 'start' });
	const { fresh, today, days, pace } = start;
	const cards = parseMemoryColumns(start.cards);
	if (!cards.ok) return cards;
	if (!isWhole(fresh, 0, MOST_CARDS)) return err({ kind: 'out-of-range', field: 'fresh' });
	if (!isDay(today)) return err({ kind: 'out-of-range', field: 'today' });
	if (!isWhole(days, 1, MOST_DAYS)) return err({ kind: 'out-of-range', field: 'days' });
	if (!isPace(pace)) return err({ kind: 'out-of-range', field: 'pace' });
	return ok({ task: 'forecast', start: { cards: cards.value, fresh, today, days, pace } });
}

function parseExamTask({ start, minutes }: Fields): Result<ForecastTask, RequestError> {
	if (!isFields(start)) return err({ kind: 'out-of-range', field: 'start' });
	const { fresh, today, examDay } = start;
	const cards = parseMemoryColumns(start.cards);
	if (!cards.ok) return cards;
	if (!isWhole(fresh, 0, MOST_CARDS)) return err({ kind: 'out-of-range', field: 'fresh' });
	if (!isDay(today)) return err({ kind: 'out-of-range', field: 'today' });
	// An exam day that has passed is for the plan to answer.
	if (!isDay(examDay) || examDay > today + MOST_DAYS) return err({ kind: 'out-of-range', field: 'examDay' });
	if (!isMinutes(minutes)) return err({ kind: 'out-of-range', field: 'minutes' });
	return ok({ task: 'exam', start: { cards: cards.value, fresh, today, examDay }, minutes });
}

function parseBacklogTask({ cards: columns, today, minutes }: Fields): Result<ForecastTask, RequestError> {
	const cards = parseMemoryColumns(columns);
	if (!cards.ok) return cards;
	if (!isDay(today)) return err({ kind: 'out-of-range', field: 'today' });
	if (!isMinutes(minutes)) return err({ kind: 'out-of-range', field: 'minutes' });
	return ok({ task: 'backlog', cards: cards.value, today, minutes });
}

function parseSetCostTask({ cards, freshPerDay }: Fields): Result<ForecastTask, RequestError> {
	if (!isWhole(cards, 1, MOST_CARDS)) return err({ kind: 'out-of-range', field: 'cards' });
	if (!isWhole(freshPerDay, 1, MOST_CARDS)) return err({ kind: 'out-of-range', field: 'freshPerDay' });
	return ok({ task: 'set-cost', cards, freshPerDay });
}

/** Infinity is a pace: no limit. */
function isPace(value: unknown): value is Pace {
	if (!isFields(value)) return false;
	return [value.fresh, value.reviews, value.minutes].every((limit) => typeof limit === 'number' && limit >= 0);
}

function isMinutes(value: unknown): value is number {
	return typeof value === 'number' && value >= 0 && value <= MOST_MINUTES;
}

function isDay(value: unknown): value is StudyDay {
	return isWhole(value, -FARTHEST_DAY, FARTHEST_DAY);
}

/** False for NaN: it is no integer. */
function isWhole(value: unknown, low: number, high: number): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null;
}
