import { describe, expect, it } from 'vitest';
import { backlogPriority, backlogQueue } from '$lib/domain/plan/backlog-priority';
import { toEstimate } from '$lib/domain/plan/estimate';
import { planBacklog } from '$lib/domain/plan/plan-backlog';
import type { Order } from '$lib/domain/plan/study-run';
import { BY_DUE_DAY, StudyRun } from '$lib/domain/plan/study-run';
import { createRng } from '$lib/domain/rng';
import { AVERAGE, drawColumns, TODAY, toColumns } from './plan-learner';

const AWAY = drawColumns(200, 60);

function priorityOf(card: number): number {
	const memory = {
		stability: AWAY.stability[card]!,
		difficulty: AWAY.difficulty[card]!,
		lastDay: AWAY.lastDay[card]!
	};
	return backlogPriority(memory, TODAY, AVERAGE);
}

/** Clears the backlog in five minutes a day, in some order. */
function clear(order: Order, seed: number): { days: number; remembered: number } {
	const pace = { fresh: 0, reviews: Infinity, minutes: 5 };
	const start = { cards: AWAY, fresh: 0, today: TODAY, days: 60, pace };
	const run = new StudyRun(start, AVERAGE, createRng(seed), order);
	let days = 1;
	while (run.next().waiting > 0) days += 1;
	return { days, remembered: run.cards.remembered(TODAY + days) };
}

describe('backlogQueue', () => {
	it('has the cards that are due, those that lose most by waiting first', () => {
		const queue = backlogQueue(AWAY, TODAY, AVERAGE);
		expect(new Set(queue)).toEqual(new Set([...AWAY.dueDay.keys()].filter((card) => AWAY.dueDay[card]! <= TODAY)));
		const values = queue.map(priorityOf);
		expect(values).toEqual([...values].sort((a, b) => b - a));
		expect(values[0]).toBeGreaterThan(values.at(-1)!);
	});

	it('puts a card that is slipping before one that lasts and before one that has only just come due', () => {
		const slipping = { stability: 8, difficulty: 5, lastDay: TODAY - 40 };
		const lasting = { stability: 400, difficulty: 5, lastDay: TODAY - 410 };
		const justDue = { ...slipping, lastDay: TODAY - 8 };
		const [first, second, third] = [slipping, lasting, justDue].map((memory) =>
			backlogPriority(memory, TODAY, AVERAGE)
		);
		expect(first).toBeGreaterThan(second!);
		expect(second).toBeGreaterThan(third!);
		expect(third).toBeLessThan(0);
	});
});

describe('planBacklog', () => {
	it('is cleared today when nothing waits', () => {
		const cards = toColumns([{ stability: 50, difficulty: 5, lastDay: TODAY - 1, dueDay: TODAY + 49 }]);
		expect(planBacklog(cards, TODAY, 5, AVERAGE, 1, [])).toEqual({
			waiting: 0,
			minutesNow: 0,
			chosen: { minutes: 5, clearance: { kind: 'cleared', low: TODAY, median: TODAY, high: TODAY } },
			others: []
		});
	});

	it('takes as many days as the time divided by the minutes, when cards do not come back', () => {
		const card = { stability: 36000, difficulty: 1, lastDay: TODAY - 10, dueDay: TODAY };
		const cards = toColumns(Array.from({ length: 60 }, () => card));
		const plan = planBacklog(cards, TODAY, 3.25, AVERAGE, 1, []);
		expect(plan.waiting).toBe(60);
		expect(plan.minutesNow).toBeCloseTo(13, 1);
		// Fifteen cards of 13 seconds a day.
		expect(plan.chosen.clearance).toEqual({ kind: 'cleared', low: TODAY + 3, median: TODAY + 3, high: TODAY + 3 });
	});

	it('counts what comes due meanwhile', () => {
		const { minutesNow, chosen } = planBacklog(AWAY, TODAY, 5, AVERAGE, 1, []);
		if (chosen.clearance.kind !== 'cleared') throw new Error('never');
		expect(chosen.clearance.median - TODAY).toBeGreaterThan(minutesNow / 5);
	});

	it('is cleared sooner with more minutes, and never with too few', () => {
		const { chosen, others } = planBacklog(AWAY, TODAY, 0.4, AVERAGE, 1, [5, 10, 20]);
		expect(chosen).toEqual({ minutes: 0.4, clearance: { kind: 'never' } });
		const days = others.map(({ clearance }) => (clearance.kind === 'never' ? Infinity : clearance.median));
		expect(days).toEqual([...days].sort((a, b) => b - a));
		expect(days.at(-1)).toBeLessThan(TODAY + 14);
	});

	it('never clears anything in no time', () => {
		expect(planBacklog(AWAY, TODAY, 0, AVERAGE, 1, []).chosen.clearance).toEqual({ kind: 'never' });
	});

	it('clears sooner than by due day, with as much remembered', () => {
		const byLoss: Order = (waiting, day, most, cards) =>
			[...waiting]
				.map((card) => ({
					card,
					value: backlogPriority(
						{ stability: cards.stability(card), difficulty: cards.difficulty(card), lastDay: cards.lastDay(card) },
						day,
						AVERAGE
					)
				}))
				.sort((a, b) => b.value - a.value)
				.slice(0, most)
				.map(({ card }) => card);
		const seeds = [1, 2, 3, 4];
		const total = (order: Order): { days: number; remembered: number } =>
			seeds
				.map((seed) => clear(order, seed))
				.reduce((a, b) => ({ days: a.days + b.days, remembered: a.remembered + b.remembered }));
		expect(total(byLoss).days).toBeLessThan(total(BY_DUE_DAY).days);
		expect(total(byLoss).remembered).toBeGreaterThan(0.99 * total(BY_DUE_DAY).remembered);
	});

	it('plans in that order: slow runs are sooner done than by due day', () => {
		const { clearance } = planBacklog(AWAY, TODAY, 5, AVERAGE, 1, []).chosen;
		const seeds = Array.from({ length: 10 }, (_, i) => i + 1);
		const { high } = toEstimate(seeds.map((seed) => clear(BY_DUE_DAY, seed).days - 1));
		expect(clearance.kind === 'cleared' && clearance.high).toBeLessThan(TODAY + Math.round(high));
	});
});
