import { describe, expect, it } from 'vitest';
import type { ForecastMessage, ForecastResult } from '$lib/workers/forecast-answer';
import { answerForecast } from '$lib/workers/forecast-answer';
import { AVERAGE, drawColumns, NO_LIMIT, TODAY, toColumns } from '../domain/plan/plan-learner';

const CARDS = drawColumns(12, 5);
const BASE = { id: 7, learner: AVERAGE, seed: 1 };
const FORECAST = {
	...BASE,
	task: 'forecast',
	start: { cards: CARDS, fresh: 3, today: TODAY, days: 3, pace: NO_LIMIT }
};
const EXAM = { ...BASE, task: 'exam', start: { cards: CARDS, fresh: 3, today: TODAY, examDay: TODAY + 3 }, minutes: 4 };
const BACKLOG = { ...BASE, task: 'backlog', cards: CARDS, today: TODAY, minutes: 10 };
const SET_COST = { ...BASE, task: 'set-cost', cards: 10, freshPerDay: 5 };

function answer(message: unknown): { messages: ForecastMessage[]; result: ForecastResult } {
	const messages: ForecastMessage[] = [];
	// As it would arrive on the other side.
	answerForecast(structuredClone(message), (posted) => messages.push(structuredClone(posted)));
	const last = messages.at(-1);
	if (last?.kind !== 'done') throw new Error('No result.');
	return { messages, result: last.result };
}

describe('answerForecast', () => {
	it.each([
		['forecast', FORECAST],
		['exam', EXAM],
		['backlog', BACKLOG],
		['set-cost', SET_COST]
	])('answers %s with its own kind of value, under the id of the request', (task, request) => {
		const { messages, result } = answer(request);
		expect(result).toMatchObject({ ok: true, value: { task } });
		expect(new Set(messages.map((message) => message.kind === 'ended' || message.id))).toEqual(new Set([7]));
	});

	it('tells how far it is before it is done', () => {
		const { messages } = answer(EXAM);
		const shares = messages.flatMap((message) => (message.kind === 'progress' ? [message.share] : []));
		expect(shares.length).toBeGreaterThan(3);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.at(-1)).toBe(1);
	});

	it('passes on that an exam has passed', () => {
		const { result } = answer({ ...EXAM, start: { ...EXAM.start, examDay: TODAY - 1 } });
		expect(result).toEqual({ ok: false, error: { kind: 'exam-passed' } });
	});

	it.each([
		['an unknown task', { ...BASE, task: 'guess' }, { kind: 'unknown-task' }],
		['no learner', { ...FORECAST, learner: null }, { kind: 'not-a-learner' }],
		['a seed with a fraction', { ...FORECAST, seed: 0.5 }, { kind: 'out-of-range', field: 'seed' }],
		['no start', { ...FORECAST, start: 3 }, { kind: 'out-of-range', field: 'start' }],
		['no cards', { ...FORECAST, start: { ...FORECAST.start, cards: [] } }, { kind: 'not-columns' }],
		['a million days', forecastWith({ days: 1e6 }), { kind: 'out-of-range', field: 'days' }],
		['no day', forecastWith({ today: NaN }), { kind: 'out-of-range', field: 'today' }],
		['half a new card', forecastWith({ fresh: 0.5 }), { kind: 'out-of-range', field: 'fresh' }],
		['a negative pace', forecastWith({ pace: { ...NO_LIMIT, minutes: -1 } }), { kind: 'out-of-range', field: 'pace' }],
		['an exam in a thousand days', examIn(1000), { kind: 'out-of-range', field: 'examDay' }],
		['a day of 30 hours', { ...EXAM, minutes: 1800 }, { kind: 'out-of-range', field: 'minutes' }],
		['a backlog without a day', { ...BACKLOG, today: null }, { kind: 'out-of-range', field: 'today' }],
		['an empty set', { ...SET_COST, cards: 0 }, { kind: 'out-of-range', field: 'cards' }],
		['no new cards a day', { ...SET_COST, freshPerDay: 0 }, { kind: 'out-of-range', field: 'freshPerDay' }]
	])('refuses %s', (_name, message, error) => {
		expect(answer(message).result).toEqual({ ok: false, error });
	});

	it('answers about no cards at all', () => {
		expect(answer({ ...FORECAST, start: { ...FORECAST.start, cards: toColumns([]), fresh: 0 } }).result.ok).toBe(true);
	});

	it('throws at a message it cannot answer to', () => {
		expect(() => answer(null)).toThrow('Not a message');
		expect(() => answer({ task: 'exam' })).toThrow('without an id');
	});
});

function forecastWith(start: object): object {
	return { ...FORECAST, start: { ...FORECAST.start, ...start } };
}

function examIn(days: number): object {
	return { ...EXAM, start: { ...EXAM.start, examDay: TODAY + days } };
}
