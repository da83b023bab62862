import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUIZ_RIGHT, QUIZ_WRONG } from '$lib/domain/answer-columns';
import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import { foldCard } from '$lib/domain/fold';
import { answersOfLog } from '$lib/domain/log/answers-of-log';
import { foldLog } from '$lib/domain/log/fold-log';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt, type LogColumns } from '$lib/domain/log/log-columns';
import { orderLog } from '$lib/domain/log/order-log';
import { toParameterHistory, type ParameterHistory } from '$lib/domain/parameter-history';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { arbitraryLog, countedEvents, inOrder, uuidAt } from './arbitrary-log';

function columnsOf(events: readonly LearningEvent[]): LogColumns {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	return builder.finish();
}

/** The log of several devices as it arrives: mixed, with repeats. */
const arrived = fc
	.tuple(arbitraryLog, fc.array(fc.nat(1000), { maxLength: 30 }), fc.array(fc.nat(), { minLength: 90, maxLength: 90 }))
	.map(([events, repeats, order]) => {
		const all = [...events, ...repeats.flatMap((pick) => events[pick % Math.max(1, events.length)] ?? [])];
		const keyed = all.map((event, index) => ({ event, key: order[index] ?? 0 })).sort((a, b) => a.key - b.key);
		return { events, mixed: keyed.map(({ event }) => event) };
	});

const change: ParametersEvent = {
	kind: 'parameters',
	id: uuidAt(20_030 * 86_400_000, 999),
	device: 'device-1',
	seq: 999,
	at: 20_030 * 86_400_000,
	day: 20_030,
	parameters: { ...DEFAULT_PARAMETERS, desiredRetention: 0.8, weights: DEFAULT_PARAMETERS.weights.map((w) => w * 1.01) }
};

function foldAll(log: LogColumns, history: ParameterHistory) {
	const states = new Map<string, unknown>();
	foldLog(log, history, { oncard: (card, state) => states.set(card, state) });
	return states;
}

describe('a whole log in columns', () => {
	it('has one order, each event once, whatever came first', () => {
		fc.assert(
			fc.property(arrived, ({ events, mixed }) => {
				const log = columnsOf(mixed);
				expect([...orderLog(log)].map((row) => eventAt(log, row))).toEqual(inOrder(events));
			}),
			{ seed: 42, numRuns: 150 }
		);
	});

	it('folds every card as the fold of its own events does, also where parameters changed', () => {
		fc.assert(
			fc.property(arrived, fc.boolean(), ({ events, mixed }, changed) => {
				const history = toParameterHistory(changed ? [change] : []);
				const states = foldAll(columnsOf(mixed), history);
				const cards = new Set(events.map(({ card }) => card));
				expect(new Set(states.keys())).toEqual(cards);
				for (const card of cards) {
					const own = events.filter((event) => event.card === card);
					expect(states.get(card)).toEqual(foldCard(own, history));
				}
			}),
			{ seed: 42, numRuns: 150 }
		);
	});

	it('gives the answers that count, in order', () => {
		fc.assert(
			fc.property(arrived, ({ events, mixed }) => {
				const answers = answersOfLog(columnsOf(mixed));
				const counted = countedEvents(events).filter(isAnswered);
				expect([...answers.at]).toEqual(counted.map(({ at }) => at));
				expect([...answers.day]).toEqual(counted.map(({ day }) => day));
				expect([...answers.card].map((place) => answers.cards[place])).toEqual(counted.map(({ card }) => card));
				expect([...answers.rating]).toEqual(counted.map(markOf));
			}),
			{ seed: 42, numRuns: 100 }
		);
	});

	it('tells how far the fold has come', () => {
		const shares: number[] = [];
		const log = columnsOf([{ kind: 'reset', id: uuidAt(5, 1), device: 'a', seq: 0, at: 5, day: 0, card: 'set-1.1.1' }]);
		foldLog(log, toParameterHistory([]), { oncard: () => undefined, onprogress: (share) => shares.push(share) });
		expect(shares).toEqual([0]);
	});
});

function isAnswered(event: LearningEvent): boolean {
	return event.kind === 'review' || (event.kind === 'quiz-answer' && event.answered);
}

function markOf(event: LearningEvent): number {
	if (event.kind === 'review') return event.rating;
	return event.kind === 'quiz-answer' && event.correct ? QUIZ_RIGHT : QUIZ_WRONG;
}
