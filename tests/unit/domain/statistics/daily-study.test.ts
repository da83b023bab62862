import { describe, expect, it } from 'vitest';
import { answersOn } from '$lib/domain/statistics/daily-study';
import { tallied, type AnswerRow } from './columns';

const days = (today: number, ...rows: AnswerRow[]) => tallied(today, ...rows).tally.days.until(today);

describe('DayCounts', () => {
	it('counts answers and time by study day, from the first day until today', () => {
		const study = days(101, ['a.1.1', 98, 3, 10], ['b.1.1', 98, 1, 5], ['a.1.1', 100, 6, 7]);
		expect(study.from).toBe(98);
		expect([...study.answers]).toEqual([2, 0, 1, 0]);
		expect([...study.tookMs]).toEqual([15_000, 0, 7000, 0]);
		expect(answersOn(study, 98)).toBe(2);
		expect(answersOn(study, 97)).toBe(0);
		expect(answersOn(study, 102)).toBe(0);
	});

	it('takes two minutes at most for an answer that was left open', () => {
		expect([...days(100, ['a.1.1', 100, 3, 3600]).tookMs]).toEqual([120_000]);
	});

	it('leaves out days that have not come, and days of ten years ago', () => {
		const study = days(20_000, ['a.1.1', 40_000, 3], ['a.1.1', 1, 3], ['a.1.1', 20_000, 3]);
		expect(study.answers.length).toBe(3660);
		expect(study.answers.reduce((sum, count) => sum + count, 0)).toBe(1);
	});

	it('is one day without answers for someone who has none', () => {
		expect([...days(100).answers]).toEqual([0]);
	});
});
