import { describe, expect, it } from 'vitest';
import { nextMemory, retrievability } from '$lib/domain/fsrs-scheduler';
import { examPriority } from '$lib/domain/plan/exam-priority';
import { examQueue } from '$lib/domain/plan/exam-queue';
import type { ExamStart } from '$lib/domain/plan/exam-run';
import { runExam } from '$lib/domain/plan/exam-run';
import type { ExamPlan } from '$lib/domain/plan/plan-exam';
import { planExam } from '$lib/domain/plan/plan-exam';
import { StudyRun } from '$lib/domain/plan/study-run';
import { createRng } from '$lib/domain/rng';
import { AVERAGE, drawColumns, TODAY, toColumns } from './plan-learner';

const EXAM = TODAY + 21;
const START: ExamStart = { cards: drawColumns(60, 10), fresh: 60, today: TODAY, examDay: EXAM };
const CARD = { stability: 5, difficulty: 6, lastDay: TODAY - 5 };

function plan(start: Partial<ExamStart>, minutes: number, others: readonly number[] = []): ExamPlan {
	const planned = planExam({ ...START, ...start }, minutes, AVERAGE, 1, others);
	if (!planned.ok) throw new Error(planned.error.kind);
	return planned.value;
}

describe('examPriority', () => {
	it('is expected recall gained per minute, by the scheduler’s own formulas', () => {
		const { params, cost } = AVERAGE;
		const recall = retrievability(5, 5, params);
		const passed = nextMemory(CARD, 5, 3, params);
		const failed = nextMemory(nextMemory(CARD, 5, 1, params), 0, 3, params);
		const after =
			recall * retrievability(21, passed.stability, params) +
			(1 - recall) * retrievability(21, failed.stability, params);
		const seconds = recall * cost.passed + (1 - recall) * cost.failed;
		const expected = ((after - retrievability(26, 5, params)) * 60) / seconds;
		expect(examPriority(CARD, TODAY, EXAM, AVERAGE)).toBeCloseTo(expected, 4);
	});

	it('counts the whole recall of a card never seen', () => {
		const sure = { ...AVERAGE, habits: { ...AVERAGE.habits, first: [0, 0, 0, 1] as const } };
		const easy = retrievability(21, nextMemory(null, 0, 4, AVERAGE.params).stability, AVERAGE.params);
		expect(examPriority(null, TODAY, EXAM, sure)).toBeCloseTo((easy * 60) / AVERAGE.cost.fresh, 4);
	});

	it('puts a card about to be forgotten before one that lasts', () => {
		const lasting = { ...CARD, stability: 400 };
		expect(examPriority(CARD, TODAY, EXAM, AVERAGE)).toBeGreaterThan(examPriority(lasting, TODAY, EXAM, AVERAGE));
	});

	it('is nothing once the exam has come', () => {
		expect(examPriority(CARD, EXAM, EXAM, AVERAGE)).toBe(0);
		expect(examPriority(null, EXAM + 1, EXAM, AVERAGE)).toBe(0);
	});
});

describe('examQueue', () => {
	it('orders by priority, with the new cards where they belong', () => {
		const { reviews, before, fresh } = examQueue(START.cards, 60, TODAY, EXAM, 600, AVERAGE);
		const begin = examPriority(null, TODAY, EXAM, AVERAGE);
		const values = reviews.map((card) => {
			const { stability, difficulty, lastDay } = START.cards;
			const memory = { stability: stability[card]!, difficulty: difficulty[card]!, lastDay: lastDay[card]! };
			return examPriority(memory, TODAY, EXAM, AVERAGE);
		});
		expect(values).toEqual([...values].sort((a, b) => b - a));
		expect(values.filter((value) => value >= begin)).toHaveLength(before);
		expect(reviews.length).toBeGreaterThan(10);
		expect(fresh).toBe(60);
	});

	it('leaves out cards studied today and cards that are certain anyway', () => {
		const done = { stability: 0.05, difficulty: 5, lastDay: TODAY, dueDay: TODAY + 2 };
		const certain = { stability: 36500, difficulty: 1, lastDay: TODAY - 9, dueDay: TODAY };
		expect(examQueue(toColumns([done, certain]), 0, TODAY, EXAM, 60, AVERAGE).reviews).toEqual([]);
	});

	it('is empty without time', () => {
		expect(examQueue(START.cards, 9, TODAY, EXAM, 0, AVERAGE)).toEqual({ reviews: [], before: 0, fresh: 0 });
	});
});

describe('planExam', () => {
	it('expects what the forgetting curve says when nothing is studied', () => {
		const cards = toColumns([
			{ stability: 10, difficulty: 5, lastDay: EXAM - 10, dueDay: EXAM },
			{ stability: 36500, difficulty: 5, lastDay: EXAM - 1, dueDay: EXAM + 1 }
		]);
		const { without, days } = plan({ cards, fresh: 2, today: EXAM - 1 }, 5);
		expect(without.recall).toBeCloseTo((0.9 + 1) / 4, 4);
		expect(without).toMatchObject({ notBegun: 2, minutesUsed: 0, freshPerDay: 0 });
		expect(days).toBe(1);
	});

	it('expects more of more minutes', () => {
		const { without, chosen, others } = plan({}, 2, [4, 8, 15]);
		const recalls = [without, chosen, ...others].map(({ recall }) => recall);
		recalls.slice(1).forEach((recall, i) => expect(recall).toBeGreaterThan(recalls[i]! - 0.005));
		expect(others.at(-1)!.recall).toBeGreaterThan(chosen.recall + 0.1);
		for (const { low, high, recall } of others) expect(low < recall && recall < high && high <= 1).toBe(true);
	});

	it('says what too little time gives up, and that enough time gives up nothing', () => {
		const { chosen, others } = plan({}, 1, [40]);
		expect(chosen.notBegun).toBeGreaterThan(10);
		expect(chosen.minutesUsed).toBeLessThan(2);
		expect(others[0]).toMatchObject({ notBegun: 0, givenUp: 0 });
		expect(others[0]!.minutesUsed).toBeLessThan(30);
		expect(others[0]!.freshPerDay).toBeGreaterThan(10);
	});

	it('counts as given up what is left due and more likely forgotten', () => {
		const lost = Array.from({ length: 5 }, () => ({
			stability: 0.01,
			difficulty: 10,
			lastDay: TODAY - 200,
			dueDay: TODAY - 199
		}));
		expect(plan({ cards: toColumns(lost), fresh: 0 }, 5).without.givenUp).toBe(5);
	});

	it('expects less after days that were missed', () => {
		const planned = [0, 4, 8, 12].map((missed) => plan({ today: TODAY + missed }, 5).chosen.recall);
		expect(planned).toEqual([...planned].sort((a, b) => b - a));
		expect(planned[3]).toBeLessThan(planned[0]! - 0.05);
	});

	it('beats the order by due day in the same minutes', () => {
		for (const minutes of [4, 8]) {
			for (const seed of [1, 2, 3]) {
				const pace = { fresh: 4, reviews: Infinity, minutes };
				const run = new StudyRun({ ...START, days: 21, pace }, AVERAGE, createRng(seed));
				for (let day = TODAY; day < EXAM; day++) run.next();
				expect(runExam(START, minutes, AVERAGE, seed).recalled).toBeGreaterThan(run.cards.remembered(EXAM) + 2);
			}
		}
	});

	it('holds in its interval four of five exams', () => {
		const { chosen } = plan({}, 6);
		const rng = createRng(99);
		let inside = 0;
		for (let seed = 100; seed < 200; seed++) {
			const { recalled, variance } = runExam(START, 6, AVERAGE, seed);
			// The sum of three uniform numbers is nearly normal: mean 1.5, variance 1/4.
			const drawn = recalled + Math.sqrt(variance) * 2 * (rng() + rng() + rng() - 1.5);
			if (drawn / 120 >= chosen.low && drawn / 120 <= chosen.high) inside += 1;
		}
		expect(inside).toBeGreaterThanOrEqual(68);
		expect(inside).toBeLessThanOrEqual(92);
	});

	it('refuses an exam that has passed, and one without cards', () => {
		expect(planExam({ ...START, today: EXAM + 1 }, 5, AVERAGE, 1)).toEqual({
			ok: false,
			error: { kind: 'exam-passed' }
		});
		expect(planExam({ ...START, cards: toColumns([]), fresh: 0 }, 5, AVERAGE, 1)).toEqual({
			ok: false,
			error: { kind: 'no-cards' }
		});
	});

	it('is the same for the same seed, and tells how far it is', () => {
		const shares: number[] = [];
		const planned = planExam(START, 5, AVERAGE, 3, [10], (share) => shares.push(share));
		expect(planned).toEqual(planExam(START, 5, AVERAGE, 3, [10]));
		expect(shares).toEqual([1 / 3, 2 / 3, 1]);
	});
});
