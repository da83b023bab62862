import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import type { Rating } from '$lib/domain/event';
import type { NextCard, Queue, QueuedCard } from '$lib/domain/queue';
import {
	answerCard,
	countQueue,
	keepRestored,
	leaveQueue,
	nextCard,
	promiseCard,
	restoreCard
} from '$lib/domain/queue';
import { buildQueue } from '$lib/domain/build-queue';
import { DEFAULT_LIMITS } from '$lib/domain/daily-limits';
import { DEFAULT_QUEUE_OPTIONS } from '$lib/domain/queue-options';
import { scheduleReview } from '$lib/domain/schedule-card';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { MINUTE_MS } from '$lib/domain/units';
import { learningCard, noonOf, reviewCard } from './learning-log';

const NOW = noonOf(100);
const DAY = 100;

function learning(item: number, inMinutes: number, more: Partial<CardState> = {}): CardState {
	return learningCard({
		card: `set.${String(item)}.1`,
		dueAt: NOW + inMinutes * MINUTE_MS,
		lastAt: NOW - MINUTE_MS,
		...more
	});
}

function due(item: number, dueDay = 100): CardState {
	return reviewCard({ card: `set.${String(item)}.1`, dueDay, lastDay: 90, lastAt: noonOf(90) });
}

function queueOf(parts: { learning?: CardState[]; reviews?: CardState[]; fresh?: string[]; last?: string }): Queue {
	return buildQueue({
		day: DAY,
		now: NOW,
		learning: parts.learning ?? [],
		reviews: parts.reviews ?? [],
		fresh: parts.fresh ?? [],
		limits: DEFAULT_LIMITS,
		setLimits: [],
		doneToday: { fresh: 0, reviews: 0 },
		setsDoneToday: new Map(),
		answeredToday: [],
		options: DEFAULT_QUEUE_OPTIONS,
		parameters: DEFAULT_PARAMETERS,
		last: parts.last ?? null
	});
}

function cardOf(next: NextCard): string | null {
	return next !== null && 'card' in next ? next.card : null;
}

function rate(queue: Queue, card: QueuedCard, rating: Rating, at = NOW): Queue {
	return answerCard(queue, scheduleReview(card.state, { card: card.card, at, day: DAY, rating }, DEFAULT_PARAMETERS));
}

function shown(next: NextCard): QueuedCard {
	if (next === null || !('card' in next)) throw new Error('No card is shown.');
	return next;
}

describe('nextCard', () => {
	it('shows a learning card that is due before anything else', () => {
		expect(cardOf(nextCard(queueOf({ learning: [learning(1, 0)], reviews: [due(2)], fresh: ['set.3.1'] }), NOW))).toBe(
			'set.1.1'
		);
	});

	it('shows the learning card that has been due longest', () => {
		expect(cardOf(nextCard(queueOf({ learning: [learning(1, -1), learning(2, -5)] }), NOW))).toBe('set.2.1');
	});

	it('shows reviews and new cards before a learning card that is not due yet', () => {
		expect(nextCard(queueOf({ learning: [learning(1, 5)], reviews: [due(2)] }), NOW)).toEqual({
			card: 'set.2.1',
			kind: 'review',
			state: due(2)
		});
		expect(nextCard(queueOf({ learning: [learning(1, 5)], fresh: ['set.3.1'] }), NOW)).toEqual({
			card: 'set.3.1',
			kind: 'new',
			state: null
		});
	});

	it('shows a learning card up to twenty minutes early when nothing else is left', () => {
		const queue = queueOf({ learning: [learning(1, 20)] });
		expect(cardOf(nextCard(queue, NOW))).toBe('set.1.1');
		expect(nextCard(queue, NOW - 1)).toEqual({ wait: NOW });
	});

	it('says from when there will be a card', () => {
		expect(nextCard(queueOf({ learning: [learning(1, 50), learning(2, 45)] }), NOW)).toEqual({
			wait: NOW + 25 * MINUTE_MS
		});
	});

	it('says that the day is done', () => {
		expect(nextCard(queueOf({}), NOW)).toBeNull();
	});

	it('does not show a failed card twice in a row while another waits', () => {
		expect(cardOf(nextCard(queueOf({ learning: [learning(1, -5), learning(2, -1)], last: 'set.1.1' }), NOW))).toBe(
			'set.2.1'
		);
		expect(cardOf(nextCard(queueOf({ learning: [learning(1, -5)], fresh: ['set.2.1'], last: 'set.1.1' }), NOW))).toBe(
			'set.2.1'
		);
		expect(cardOf(nextCard(queueOf({ learning: [learning(1, -5), learning(2, 19)], last: 'set.1.1' }), NOW))).toBe(
			'set.2.1'
		);
		expect(cardOf(nextCard(queueOf({ learning: [learning(1, -5), learning(2, 21)], last: 'set.1.1' }), NOW))).toBe(
			'set.1.1'
		);
		expect(cardOf(nextCard(queueOf({ learning: [learning(1, 10)], last: 'set.1.1' }), NOW))).toBe('set.1.1');
	});

	it('does not wait for a clock that was set back', () => {
		const state = learning(1, 300, { lastAt: NOW + 299 * MINUTE_MS });
		expect(cardOf(nextCard(queueOf({ learning: [state] }), NOW))).toBe('set.1.1');
	});
});

describe('answerCard', () => {
	it('moves on from a review', () => {
		const queue = queueOf({ reviews: [due(1, 98), due(2, 99)] });
		const first = shown(nextCard(queue, NOW));
		expect([first.card, cardOf(nextCard(rate(queue, first, 3), NOW))]).toEqual(['set.1.1', 'set.2.1']);
	});

	it('brings a failed card back when it is due, then lets it go', () => {
		const queue = queueOf({ reviews: [due(1, 98), due(2, 99)] });
		const failed = rate(queue, shown(nextCard(queue, NOW)), 1);
		const later = NOW + 10 * MINUTE_MS;
		expect(cardOf(nextCard(failed, later - 1))).toBe('set.2.1');
		const moved = rate(failed, shown(nextCard(failed, NOW)), 3);
		const back = shown(nextCard(moved, later));
		expect([back.card, back.kind, back.state?.phase]).toEqual(['set.1.1', 'learning', 'relearning']);
		expect(nextCard(rate(moved, back, 3, later), later)).toBeNull();
	});

	it('takes two failed cards in turn', () => {
		let queue = queueOf({ reviews: [due(1, 98), due(2, 99)] });
		const order: string[] = [];
		for (let i = 0; i < 6; i++) {
			const card = shown(nextCard(queue, NOW + i * 1000));
			order.push(card.card);
			queue = rate(queue, card, 1, NOW + i * 1000);
		}
		expect(order).toEqual(['set.1.1', 'set.2.1', 'set.1.1', 'set.2.1', 'set.1.1', 'set.2.1']);
	});

	it('puts a failed card before a learning card that is due later', () => {
		const queue = queueOf({ learning: [learning(1, 12)], reviews: [due(2, 98), due(3, 99)] });
		const failed = rate(queue, shown(nextCard(queue, NOW)), 1);
		const moved = rate(failed, shown(nextCard(failed, NOW)), 3);
		expect(cardOf(nextCard(moved, NOW + 12 * MINUTE_MS))).toBe('set.2.1');
		expect(nextCard(moved, NOW - 15 * MINUTE_MS)).toEqual({ wait: NOW - 10 * MINUTE_MS });
	});

	it('drops a card that was suspended or put off to another day', () => {
		const queue = queueOf({ learning: [learning(1, 0)] });
		expect(nextCard(answerCard(queue, learning(1, 10, { suspended: true })), NOW)).toBeNull();
		expect(nextCard(answerCard(queue, learning(1, 0, { dueAt: null, dueDay: 101 })), NOW)).toBeNull();
	});

	it('leaves the queue it is given as it was', () => {
		const queue = queueOf({ reviews: [due(1, 98), due(2, 99)], learning: [learning(3, 0)] });
		const copy = structuredClone(queue);
		rate(queue, shown(nextCard(queue, NOW)), 1);
		expect(queue).toEqual(copy);
	});
});

describe('restoreCard', () => {
	it('goes back any number of times, to the card that was undone even when another is due', () => {
		const past: { queue: Queue; card: QueuedCard }[] = [];
		let queue = queueOf({ reviews: [due(1, 97), due(2, 98), due(3, 99)], learning: [learning(4, 1)] });
		const start = queue;
		for (let i = 0; i < 3; i++) {
			const card = shown(nextCard(queue, NOW));
			past.push({ queue, card });
			queue = rate(queue, card, 3);
		}
		const later = NOW + 30 * MINUTE_MS;
		for (const { queue: before, card } of past.reverse()) {
			queue = restoreCard(before, card);
			expect(cardOf(nextCard(queue, later))).toBe(card.card);
		}
		expect({ ...queue, restored: null }).toEqual(start);
	});

	it('goes on after the restored card as if it had been answered only once', () => {
		const queue = queueOf({ reviews: [due(1, 97), due(2, 98)] });
		const card = shown(nextCard(queue, NOW));
		const again = rate(restoreCard(queue, card), card, 3);
		expect(again).toEqual(rate(queue, card, 3));
	});

	it('shows a card once that stood further back in a queue built anew', () => {
		const queue = queueOf({ reviews: [due(1, 97), due(2, 98), due(3, 99)] });
		const card: QueuedCard = { card: 'set.2.1', kind: 'review', state: due(2, 98) };
		const answered = rate(restoreCard(queue, card), card, 3);
		const first = shown(nextCard(answered, NOW));
		expect([first.card, cardOf(nextCard(rate(answered, first, 3), NOW))]).toEqual(['set.1.1', 'set.3.1']);
	});
});

describe('promiseCard', () => {
	const queue = queueOf({ reviews: [due(1, 97), due(2, 98)], learning: [learning(3, -1), learning(4, 30)] });

	it('brings the promised card first, even before a learning card that is due, and once', () => {
		const kept = promiseCard(queue, 'set.2.1', NOW);
		const first = shown(nextCard(kept, NOW));
		expect(first.card).toBe('set.2.1');
		const order: (string | null)[] = [];
		for (let left = rate(kept, first, 3), i = 0; i < 2; i++) {
			const card = shown(nextCard(left, NOW));
			order.push(card.card);
			left = rate(left, card, 3);
		}
		expect(order).toEqual(['set.3.1', 'set.1.1']);
		expect(countQueue(kept)).toEqual(countQueue(queue));
	});

	it.each([
		['no card', null],
		['a card that is not among those of the day', 'set.9.1'],
		['a learning card before its time', 'set.4.1']
	])('changes nothing for %s', (_, card) => {
		expect(promiseCard(queue, card, NOW)).toEqual(queue);
	});

	it('brings a learning card that has become due before others that have', () => {
		const later = NOW + 31 * MINUTE_MS;
		expect(cardOf(nextCard(queue, later))).toBe('set.3.1');
		expect(cardOf(nextCard(promiseCard(queue, 'set.4.1', later), later))).toBe('set.4.1');
	});
});

describe('learning ahead', () => {
	it('shows a learning card as early as the learner wants, and no earlier', () => {
		const queue = queueOf({ learning: [learning(1, 30)] });
		expect(nextCard(queue, NOW)).toEqual({ wait: NOW + 10 * MINUTE_MS });
		expect(cardOf(nextCard(queue, NOW, 30 * MINUTE_MS))).toBe('set.1.1');
		expect(nextCard(queue, NOW, 0)).toEqual({ wait: NOW + 30 * MINUTE_MS });
	});
});

describe('leaveQueue', () => {
	it('takes a card out wherever it is, and it does not come back', () => {
		const queue = queueOf({ learning: [learning(1, 0)], reviews: [due(2), due(3)] });
		const rest = ['set.1.1', 'set.3.1'].reduce(leaveQueue, queue);
		expect(countQueue(rest)).toEqual({ learning: 0, review: 1, new: 0 });
		expect(cardOf(nextCard(rest, NOW))).toBe('set.2.1');
		expect(nextCard(leaveQueue(rest, 'set.2.1'), NOW)).toBeNull();
	});

	it('is undone like an answer', () => {
		const queue = queueOf({ reviews: [due(2), due(3)] });
		const first = shown(nextCard(queue, NOW));
		const left = leaveQueue(queue, first.card);
		expect(cardOf(nextCard(left, NOW))).not.toBe(first.card);
		expect(nextCard(restoreCard(queue, first), NOW)).toEqual(first);
	});
});

describe('countQueue', () => {
	it('counts what is left of each kind', () => {
		const queue = queueOf({ learning: [learning(1, 5)], reviews: [due(2), due(3)], fresh: ['set.4.1'] });
		expect(countQueue(queue)).toEqual({ learning: 1, review: 2, new: 1 });
		expect(countQueue(rate(queue, shown(nextCard(queue, NOW)), 1))).toEqual({ learning: 2, review: 1, new: 1 });
	});
});

describe('a session', () => {
	it('ends with every card answered, never the same card twice in a row while another could be shown', () => {
		const property = fc.property(
			fc.nat(6),
			fc.nat(6),
			fc.array(fc.constantFrom<Rating>(1, 2, 3, 4), { minLength: 40, maxLength: 40 }),
			(reviews, fresh, ratings) => {
				let queue = queueOf({
					reviews: Array.from({ length: reviews }, (_, i) => due(i)),
					fresh: Array.from({ length: fresh }, (_, i) => `set.${String(100 + i)}.1`)
				});
				const seen = new Set<string>();
				let now = NOW;
				let last: string | null = null;
				// Good for ever after the drawn ratings, so that it ends.
				for (let i = 0; ; i++) {
					expect(i).toBeLessThan(200);
					const next = nextCard(queue, now);
					if (next === null) break;
					if ('wait' in next) {
						expect(next.wait).toBeGreaterThan(now);
						now = next.wait;
						continue;
					}
					const left = countQueue(queue);
					const onlyOne = left.review + left.new === 0 && left.learning === 1;
					if (next.card === last) {
						const soon = queue.learning.filter(({ dueAt }) => dueAt <= now + 20 * MINUTE_MS);
						expect(onlyOne || (left.review + left.new === 0 && soon.length === 1)).toBe(true);
					}
					seen.add(next.card);
					last = next.card;
					queue = rate(queue, next, ratings[i] ?? 3, now);
					now += 7000;
				}
				expect(seen.size).toBe(reviews + fresh);
			}
		);
		fc.assert(property, { seed: 42, numRuns: 200 });
	});
});

describe('keepRestored', () => {
	it('keeps a card that was brought back before another one is: it comes next after that', () => {
		const queue = queueOf({ fresh: ['set.1.1', 'set.2.1'] });
		const earlier: QueuedCard = { card: 'set.8.1', kind: 'new', state: null };
		const first: QueuedCard = { card: 'set.9.1', kind: 'new', state: null };
		const both = restoreCard(keepRestored(restoreCard(queue, earlier)), first);
		expect(nextCard(both, NOW)).toEqual(first);
		const answered = leaveQueue(both, 'set.9.1');
		expect(nextCard(answered, NOW)).toEqual(earlier);
		expect(nextCard(leaveQueue(answered, 'set.8.1'), NOW)).toMatchObject({ card: 'set.1.1' });
		expect(keepRestored(queue)).toBe(queue);
	});
});
