import { describe, expect, it } from 'vitest';
import { buildQueue } from '$lib/domain/build-queue';
import { DEFAULT_LIMITS } from '$lib/domain/daily-limits';
import { answerCard, leaveQueue, type QueuedCard } from '$lib/domain/queue';
import { DEFAULT_QUEUE_OPTIONS } from '$lib/domain/queue-options';
import { scheduleReview } from '$lib/domain/schedule-card';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { tallyOf } from '$lib/state/study-tally';

const NOW = 100 * 86_400_000;

function queueOf(fresh: readonly string[]) {
	return buildQueue({
		day: 100,
		now: NOW,
		learning: [],
		reviews: [],
		fresh,
		limits: { ...DEFAULT_LIMITS, fresh: 100 },
		setLimits: [],
		doneToday: { fresh: 0, reviews: 0 },
		setsDoneToday: new Map(),
		answeredToday: [],
		options: DEFAULT_QUEUE_OPTIONS,
		parameters: DEFAULT_PARAMETERS,
		last: null
	});
}

function queued(card: string): QueuedCard {
	return { card, kind: 'new', state: null };
}

function states(tally: ReturnType<typeof tallyOf>): string {
	return tally.strokes.map(({ state }) => state).join(' ');
}

describe('tallyOf', () => {
	const start = queueOf(['a.1.1', 'a.2.1', 'a.3.1']);

	it('shows the card now and what is left', () => {
		const tally = tallyOf(start, queued('a.1.1'), new Map());
		expect([tally.done, tally.total, states(tally)]).toEqual([0, 3, 'now todo todo']);
	});

	it('counts a card that was put off as done, and one that comes again as that', () => {
		const again = scheduleReview(null, { card: 'a.1.1', at: NOW, day: 100, rating: 1 }, DEFAULT_PARAMETERS);
		const queue = leaveQueue(answerCard(start, again), 'a.2.1');
		const answered = new Map(['a.1.1', 'a.2.1'].map((card) => [card, queued(card)]));
		const tally = tallyOf(queue, queued('a.3.1'), answered);
		expect([tally.done, tally.total, states(tally)]).toEqual([2, 3, 'again done now']);
	});

	it('counts a card that comes again as not done while it is on the screen', () => {
		const tally = tallyOf(start, queued('a.1.1'), new Map([['a.1.1', queued('a.1.1')]]));
		expect(tally.done).toBe(0);
	});

	it('has no strokes before there is a queue, nor for a long session', () => {
		expect(tallyOf(null, null, new Map())).toEqual({ done: 0, total: 0, strokes: [] });
		const many = queueOf(Array.from({ length: 61 }, (_, i) => `a.${String(i)}.1`));
		expect(tallyOf(many, null, new Map())).toEqual({ done: 0, total: 61, strokes: [] });
	});
});
