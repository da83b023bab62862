import { describe, expect, it } from 'vitest';
import { mondayOf, weekProgress } from '$lib/domain/statistics/weekly-goal';
import { tallied, type AnswerRow } from './columns';

// Study day 4 is Monday 5 January 1970.
const MONDAY = 4 + 7 * 100;

function progress(days: readonly number[], goal: number, today: number) {
	const rows = days.map((day): AnswerRow => ['a.1.1', MONDAY + day, 3]);
	return weekProgress(tallied(MONDAY + today, ...rows).tally.days.until(MONDAY + today), goal, MONDAY + today);
}

describe('weekProgress', () => {
	it('starts weeks on Monday', () => {
		expect(mondayOf(4)).toBe(4);
		expect(mondayOf(10)).toBe(4);
		expect(mondayOf(11)).toBe(11);
		expect(mondayOf(3)).toBe(-3);
		expect(new Date(MONDAY * 86_400_000).getUTCDay()).toBe(1);
	});

	it('counts the days of this week on which anything was answered', () => {
		expect(progress([0, 0, 2], 3, 4)).toMatchObject({ monday: MONDAY, days: [2, 0, 1, 0, 0, 0, 0], studied: 2 });
	});

	it('lets rest days fall anywhere in a week', () => {
		// Two weeks of three days each, at their ends and at their starts.
		expect(progress([-14, -13, -12, -3, -2, -1], 3, 0)).toMatchObject({ run: 2, met: 2, weeks: 2 });
	});

	it('keeps a run that this week has not added to yet, and adds it once the goal is met', () => {
		expect(progress([-7, -6, 0], 2, 1).run).toBe(1);
		expect(progress([-7, -6, 0, 1], 2, 1).run).toBe(2);
	});

	it('ends a run at a week that missed the goal, however good the weeks before', () => {
		expect(progress([-21, -20, -14, -7, -6], 2, 0)).toMatchObject({ run: 1, met: 2, weeks: 3 });
	});

	it('starts from nothing', () => {
		expect(progress([], 5, 3)).toMatchObject({ studied: 0, run: 0, met: 0, weeks: 0 });
	});
});
