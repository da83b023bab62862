import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { exactIntervalFor } from '$lib/domain/fsrs-scheduler';
import type { ReviewOrder } from '$lib/domain/queue-options';
import { REVIEW_ORDERS } from '$lib/domain/queue-options';
import { orderReviews, relativeOverdueness } from '$lib/domain/review-order';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { reviewCard } from './learning-log';

function card(number: number, more: Partial<CardState> = {}): CardState {
	return reviewCard({ card: `a.${String(number)}.1`, ...more });
}

function numbers(states: readonly CardState[], order: ReviewOrder, day = 120): number[] {
	return orderReviews(states, order, day, DEFAULT_PARAMETERS).map((state) => Number(state.card.split('.')[1]));
}

/** Overdue by days most is 1, by its own interval 2; best remembered is 3. */
const THREE = [
	card(1, { stability: 100, lastDay: 5, dueDay: 105 }),
	card(2, { stability: 2, lastDay: 110, dueDay: 112 }),
	card(3, { stability: 5, lastDay: 115, dueDay: 120 })
];

describe('orderReviews', () => {
	it('puts first what has been due longest', () => {
		expect(numbers(THREE, 'due')).toEqual([1, 2, 3]);
	});

	it('puts first what is remembered best', () => {
		expect(numbers(THREE, 'retrievability')).toEqual([3, 1, 2]);
	});

	it('puts first what is overdue most by the measure of its interval', () => {
		expect(numbers(THREE, 'relative-overdueness')).toEqual([2, 1, 3]);
	});

	it('orders by chance the same all day and otherwise on another', () => {
		const states = Array.from({ length: 30 }, (_, i) => card(i));
		const today = numbers(states, 'random');
		expect(numbers([...states].reverse(), 'random')).toEqual(today);
		expect(numbers(states, 'random', 121)).not.toEqual(today);
		expect(today).not.toEqual(states.map((_, i) => i));
	});

	it('loses nothing and settles equals the same way in every order', () => {
		const property = fc.property(fc.constantFrom(...REVIEW_ORDERS), fc.nat(30), (order, count) => {
			const states = Array.from({ length: count }, (_, i) => card(i));
			const ordered = numbers(states, order);
			expect([...ordered].sort((a, b) => a - b)).toEqual(states.map((_, i) => i));
			expect(ordered).toEqual(numbers(states, 'random'));
		});
		fc.assert(property, { seed: 42, numRuns: 50 });
	});

	it('takes a card on a learning step of days that nobody has answered, without memory', () => {
		const bare = card(4, { reviews: 0, stability: 0, difficulty: 0 });
		expect(numbers([...THREE, bare], 'retrievability')).toEqual([4, 3, 1, 2]);
	});
});

describe('relativeOverdueness', () => {
	it('is the time since the answer by the measure of the interval for the desired retention', () => {
		for (const [stability, elapsed] of [
			[10, 10],
			[10, 40],
			[100, 30],
			[3, 200]
		] as const) {
			// prettier-ignore
			const state = reviewCard({ stability, lastDay: 100 });
			const measured = relativeOverdueness(state, 100 + elapsed, DEFAULT_PARAMETERS);
			expect(measured).toBeCloseTo(elapsed / exactIntervalFor(stability, 0.9, DEFAULT_PARAMETERS), 3);
		}
	});

	it('is nothing on the day of the answer, also when the clock was set back', () => {
		expect(relativeOverdueness(reviewCard(), 100, DEFAULT_PARAMETERS)).toBe(0);
		expect(relativeOverdueness(reviewCard(), 90, DEFAULT_PARAMETERS)).toBe(0);
	});
});
