import { describe, expect, it } from 'vitest';
import { questionDeadline, recordInstant, remainingMs, thresholdsPassed } from '../../../src/lib/domain/attempt-time';
import { attemptAt } from './quiz-items';

const MINUTE = 60_000;

describe('remainingMs', () => {
	it('is null without a limit, counts down, and stops at 0', () => {
		expect(remainingMs(attemptAt([1]), 5_000)).toBeNull();
		const attempt = attemptAt([1], { time: { kind: 'quiz', limitMs: MINUTE } });
		expect(remainingMs(attempt, 15_000)).toBe(45_000);
		expect(remainingMs(attempt, 2 * MINUTE)).toBe(0);
	});

	it('never shows more than the limit when the clock is set back before the start', () => {
		const attempt = attemptAt([1], { time: { kind: 'quiz', limitMs: MINUTE }, factor: 2 }, 1_000_000);
		expect(remainingMs(attempt, 0)).toBe(2 * MINUTE);
	});
});

describe('questionDeadline', () => {
	it('counts from when the question came up, by the time factor', () => {
		const time = { kind: 'question', limitMs: 10_000 } as const;
		expect(questionDeadline(attemptAt([1], { time, factor: 10 }, 500))).toBe(100_500);
		expect(questionDeadline(attemptAt([1]))).toBeNull();
	});
});

describe('a limit with a factor', () => {
	it('is whole, so that what is recorded of it can be read again', () => {
		const [whole, each] = [{ kind: 'quiz', limitMs: 30_001 } as const, { kind: 'question', limitMs: 30_003 } as const];
		expect(attemptAt([1], { time: whole, factor: 1.5 }).deadline).toBe(45_002);
		expect(questionDeadline(attemptAt([1], { time: each, factor: 1.25 }))).toBe(37_504);
	});
});

describe('recordInstant', () => {
	it('moves deadlines back with the clock and records jumps of a second or more', () => {
		const attempt = attemptAt([1], { time: { kind: 'quiz', limitMs: MINUTE } }, 100_000);
		const small = recordInstant(attempt, 99_500);
		expect(small).toMatchObject({ deadline: 159_500, shownAt: 99_500, lastAt: 99_500, gaps: [] });
		expect(recordInstant(attempt, 99_000).gaps).toEqual([{ kind: 'clock-back', at: 99_000, ms: 1_000 }]);
	});
});

describe('thresholdsPassed', () => {
	it('tells half the time, five minutes, one minute and ten seconds', () => {
		expect(thresholdsPassed(601_000, 600_000, 20 * MINUTE)).toEqual([10 * MINUTE]);
		expect(thresholdsPassed(300_001, 300_000, 20 * MINUTE)).toEqual([5 * MINUTE]);
		expect(thresholdsPassed(60_500, 59_500, 20 * MINUTE)).toEqual([MINUTE]);
		expect(thresholdsPassed(10_400, 9_400, 20 * MINUTE)).toEqual([10_000]);
	});

	it('tells nothing between marks, nor a mark twice', () => {
		expect(thresholdsPassed(59_000, 58_000, 20 * MINUTE)).toEqual([]);
		expect(thresholdsPassed(MINUTE, 59_000, 20 * MINUTE)).toEqual([]);
	});

	it('tells all marks passed in a sleep, longest first, and half once when it is another mark too', () => {
		expect(thresholdsPassed(11 * MINUTE, 5_000, 20 * MINUTE)).toEqual([600_000, 300_000, 60_000, 10_000]);
		expect(thresholdsPassed(10 * MINUTE, 299_000, 10 * MINUTE)).toEqual([5 * MINUTE]);
	});

	it('does not tell the whole time or a half of ten seconds and less', () => {
		expect(thresholdsPassed(MINUTE + 1, MINUTE, MINUTE)).toEqual([]);
		expect(thresholdsPassed(15_000, 0, 15_000)).toEqual([10_000]);
		expect(thresholdsPassed(10_000, 0, 10_000)).toEqual([]);
	});
});
