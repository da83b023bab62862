import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCardId, type CardState } from '$lib/domain/card';
import { examQueue } from '$lib/domain/plan/exam-queue';
import { toMemoryColumns } from '$lib/domain/plan/memory-columns';
import { planOrder, type PlanCards } from '$lib/domain/plan/plan-order';
import { DEFAULT_COST } from '$lib/domain/plan/review-cost';
import type { BacklogGoal, ExamGoal } from '$lib/domain/plan/study-plan';
import { withPlan } from '$lib/domain/plan/with-plan';
import type { Queue } from '$lib/domain/queue';
import { reviewCard } from '../learning-log';
import { AVERAGE, TODAY } from './plan-learner';

const exam: ExamGoal = {
	kind: 'exam',
	setId: 'set-1',
	items: [],
	examDay: TODAY + 20,
	minutes: 10,
	cost: DEFAULT_COST,
	madeDay: TODAY,
	recall: 0.8
};
const backlog: BacklogGoal = { kind: 'backlog', minutes: 10, cost: DEFAULT_COST, madeDay: TODAY, clearedDay: null };

const cardOf = (item: number, part = 1) => toCardId({ setId: 'set-1', item, part });

function known(item: number, changes: Partial<CardState> = {}): CardState {
	return reviewCard({
		card: cardOf(item),
		setId: 'set-1',
		lastDay: TODAY - 10,
		dueDay: TODAY,
		stability: 10,
		...changes
	});
}

function cardsWith(begun: readonly CardState[], fresh: readonly string[] = [], spent = 0): PlanCards {
	return { begun, fresh, spent };
}

const ids = (cards: readonly { readonly card: string }[] | undefined) => cards?.map(({ card }) => card);

const queue: Queue = {
	day: TODAY,
	learning: [],
	main: [1, 2, 3].map((item) => ({ card: cardOf(item), kind: 'review', state: known(item) })),
	done: 0,
	last: null,
	restored: null
};

describe('planOrder, for an exam', () => {
	it('takes the cards in the order in which the plan reckons, the new ones after those that are worth more', () => {
		const begun = Array.from({ length: 12 }, (_, index) => known(index + 1, { stability: 1 + index * 3 }));
		const fresh = [cardOf(21), cardOf(22)];
		const { reviews, before } = examQueue(toMemoryColumns(begun), 2, TODAY, exam.examDay, exam.minutes, AVERAGE);
		const named = reviews.map((index) => begun[index]?.card);
		expect(ids(planOrder(exam, cardsWith(begun, fresh), TODAY, AVERAGE)?.cards)).toEqual([
			...named.slice(0, before),
			...fresh,
			...named.slice(before)
		]);
	});

	it('takes no more than is expected to fill the minutes, less what today has taken already', () => {
		const fresh = Array.from({ length: 60 }, (_, index) => cardOf(index + 1));
		const seconds = exam.minutes * 60;
		const all = planOrder(exam, cardsWith([], fresh), TODAY, AVERAGE)?.cards ?? [];
		expect(all).toHaveLength(Math.ceil(seconds / DEFAULT_COST.fresh));
		const rest = planOrder(exam, cardsWith([], fresh, seconds / 2), TODAY, AVERAGE)?.cards ?? [];
		expect(rest).toHaveLength(Math.ceil(seconds / 2 / DEFAULT_COST.fresh));
		expect(planOrder(exam, cardsWith([], fresh, seconds), TODAY, AVERAGE)?.cards).toEqual([]);
	});

	it('brings one new card of an item a day', () => {
		const fresh = [cardOf(1, 1), cardOf(1, 2), cardOf(2)];
		expect(ids(planOrder(exam, cardsWith([], fresh), TODAY, AVERAGE)?.cards)).toEqual([cardOf(1, 1), cardOf(2)]);
	});

	it('brings a card before it is due when that is worth its while', () => {
		const begun = [known(1, { stability: 3, lastDay: TODAY - 2, dueDay: TODAY + 1 })];
		expect(ids(planOrder(exam, cardsWith(begun), TODAY, AVERAGE)?.cards)).toEqual([cardOf(1)]);
	});

	it('leaves out cards that are suspended, buried, unseen or on a learning step', () => {
		const begun = [
			known(1, { suspended: true }),
			known(2, { buriedUntil: TODAY + 1 }),
			known(3, { reviews: 0 }),
			known(4, { phase: 'learning', dueAt: 5, lastDay: TODAY }),
			known(5)
		];
		expect(ids(planOrder(exam, cardsWith(begun), TODAY, AVERAGE)?.cards)).toEqual([cardOf(5)]);
	});

	it('says nothing on the day of the exam and after it', () => {
		for (const day of [exam.examDay, exam.examDay + 1]) {
			expect(planOrder(exam, cardsWith([known(1)]), day, AVERAGE)).toBeNull();
		}
	});
});

describe('planOrder, for a backlog', () => {
	const waiting = Array.from({ length: 200 }, (_, index) =>
		known(index + 1, { stability: 1 + index, lastDay: TODAY - 60 })
	);

	it('takes the cards that lose most by waiting first, for as many minutes as there are', () => {
		const chosen = planOrder(backlog, cardsWith(waiting), TODAY, AVERAGE)?.cards ?? [];
		expect(chosen.length).toBeGreaterThan(10);
		expect(chosen.length).toBeLessThan(60);
		const more = planOrder({ ...backlog, minutes: 20 }, cardsWith(waiting), TODAY, AVERAGE)?.cards ?? [];
		expect(ids(more)?.slice(0, chosen.length)).toEqual(ids(chosen));
		expect(more.length).toBeGreaterThan(chosen.length);
	});

	it('says nothing once all that waits fits into the day, so that new cards come again', () => {
		expect(planOrder(backlog, cardsWith(waiting.slice(0, 5)), TODAY, AVERAGE)).toBeNull();
	});

	it('leaves out what is not due', () => {
		const begun = [...waiting, known(500, { dueDay: TODAY + 1 })];
		const chosen = planOrder({ ...backlog, minutes: 1440 }, cardsWith(begun), TODAY, AVERAGE);
		expect(chosen).toBeNull();
	});

	it('never gives a card twice, nor one that it was not given', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(300), { maxLength: 40 }), fc.integer({ min: 0, max: 30 }), (items, minutes) => {
				const begun = items.map((item) =>
					known(item, { lastDay: TODAY - 1 - (item % 40), dueDay: TODAY - (item % 3) })
				);
				const chosen = ids(planOrder({ ...backlog, minutes }, cardsWith(begun), TODAY, AVERAGE)?.cards) ?? [];
				expect(new Set(chosen).size).toBe(chosen.length);
				expect(begun.map(({ card }) => card)).toEqual(expect.arrayContaining(chosen));
			}),
			{ seed: 42, numRuns: 100 }
		);
	});
});

describe('withPlan', () => {
	it('changes nothing without a plan', () => {
		expect(withPlan(queue, null)).toBe(queue);
	});

	it('puts the plan’s cards first and keeps of the others those that it does not decide on', () => {
		const planned = {
			cards: [{ card: cardOf(2), kind: 'review', state: known(2) }] as const,
			covers: (card: string) => card !== cardOf(3)
		};
		expect(ids(withPlan(queue, planned).main)).toEqual([cardOf(2), cardOf(3)]);
	});
});
