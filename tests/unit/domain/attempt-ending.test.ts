import { describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '../../../src/lib/domain/accommodations';
import { advance, answerQuestion, expire, finishAttempt, goTo, resumeAttempt } from '../../../src/lib/domain/attempt';
import { canAnswer, graceEndsAt, stageOf } from '../../../src/lib/domain/attempt-stage';
import { isCutByClosing, recordInstant, recordJump, remainingMs } from '../../../src/lib/domain/attempt-time';
import type { QuizSpec, Response } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES, type QuizRules } from '../../../src/lib/domain/quiz-rules';
import { attemptAt } from './quiz-items';

const YES: Response = { type: 'self', knew: true };
const NO: Response = { type: 'self', knew: false };

function spec(rules: Partial<QuizRules>, rest: Partial<QuizSpec> = {}): Partial<QuizSpec> {
	return { time: { kind: 'quiz', limitMs: 60_000 }, rules: { ...PRACTICE_RULES, ...rules }, ...rest };
}

describe('the closing instant', () => {
	it('ends the attempt when it comes before the limit, extra time or not', () => {
		const attempt = attemptAt([1, 2], spec({ closesAt: 50_000 }, { factor: 2 }));
		expect(attempt.deadline).toBe(50_000);
		expect(isCutByClosing(attempt)).toBe(true);
		expect(expire(attempt, 70_000)).toMatchObject({ finishedAt: 50_000, timedOut: true });
	});

	it('leaves a limit alone that ends before it, and stands where there is none', () => {
		expect(attemptAt([1], spec({ closesAt: 90_000 })).deadline).toBe(60_000);
		expect(isCutByClosing(attemptAt([1], spec({ closesAt: 90_000 })))).toBe(false);
		expect(attemptAt([1], spec({ closesAt: 90_000 }, { time: { kind: 'none' } })).deadline).toBe(90_000);
		const untimed = { ...NO_ACCOMMODATIONS, untimed: true };
		expect(attemptAt([1], spec({ closesAt: 90_000 }, { accommodations: untimed })).deadline).toBe(90_000);
		expect(attemptAt([1], spec({}, { accommodations: untimed })).deadline).toBeNull();
	});

	it('ends a quiz with a limit for each question too, in the middle of one', () => {
		const time = { kind: 'question', limitMs: 10_000 } as const;
		const ended = expire(attemptAt([1, 2, 3], spec({ closesAt: 15_000 }, { time })), 90_000);
		expect(ended).toMatchObject({ current: 1, finishedAt: 15_000, timedOut: true });
		expect(ended.answers.map((answer) => answer?.tookMs)).toEqual([10_000, 5_000, undefined]);
	});

	it('leaves no time to those who start after it, unless late work is taken', () => {
		expect(expire(attemptAt([1], spec({ closesAt: 1_000 }), 5_000), 5_000)).toMatchObject({ finishedAt: 5_000 });
		const late = attemptAt([1], spec({ closesAt: 1_000, ending: { kind: 'late' } }), 5_000);
		expect(finishAttempt(late, 6_000)).toMatchObject({ finishedAt: 6_000, lateMs: 5_000 });
	});
});

describe('grace at the end of time', () => {
	const attempt = answerQuestion(attemptAt([1, 2], spec({ ending: { kind: 'grace', graceMs: 30_000 } })), YES, 20_000);

	it('freezes the answers: nothing changes any more, and nothing is handed in by itself', () => {
		expect(stageOf(attempt, 59_999)).toBe('running');
		expect(stageOf(attempt, 60_000)).toBe('frozen');
		expect(canAnswer(attempt, 60_000)).toBe(false);
		expect(expire(attempt, 500_000)).toBe(attempt);
		for (const later of [answerQuestion(attempt, NO, 60_000), advance(attempt, 60_000), goTo(attempt, 1, 60_000)]) {
			expect(later).toEqual({ ...attempt, lastAt: 60_000 });
		}
		expect(remainingMs(attempt, 70_000)).toBe(0);
	});

	it('takes handing in during the grace for in time, and tells how late it is after that', () => {
		expect(graceEndsAt(attempt)).toBe(90_000);
		const inTime = finishAttempt(attempt, 90_000);
		expect(inTime).toMatchObject({ finishedAt: 90_000, timedOut: true });
		expect(inTime.lateMs).toBeUndefined();
		expect(inTime.answers[0]).toEqual({ response: YES, tookMs: 60_000 });
		expect(finishAttempt(attempt, 90_001)).toMatchObject({ lateMs: 30_001 });
		expect(finishAttempt(attempt, 30_000)).toMatchObject({ timedOut: false });
	});

	it('stays frozen over a reload, hours later', () => {
		const resumed = resumeAttempt(attempt, 9_000_000);
		expect(stageOf(resumed, 9_000_000)).toBe('frozen');
		expect(resumed).toMatchObject({ finishedAt: null, gaps: [{ kind: 'away', ms: 8_980_000 }] });
	});
});

describe('late work', () => {
	const attempt = attemptAt([1, 2], spec({ ending: { kind: 'late' } }));

	it('goes on after the end and is marked late by as much', () => {
		const answered = answerQuestion(attempt, YES, 75_000);
		expect(stageOf(answered, 75_000)).toBe('overtime');
		expect(answered.answers[0]).toEqual({ response: YES, tookMs: 75_000 });
		expect(finishAttempt(advance(answered, 76_000), 80_000)).toMatchObject({
			finishedAt: 80_000,
			timedOut: false,
			lateMs: 20_000
		});
	});

	it('is not late when it is in time', () => {
		expect(finishAttempt(attempt, 60_000).lateMs).toBeUndefined();
	});

	it('still moves on at the limit of each question, shows its time, and is over after the last', () => {
		const time = { kind: 'question', limitMs: 10_000 } as const;
		const each = attemptAt([1, 2, 3], spec({ closesAt: 5_000, ending: { kind: 'late' } }, { time }));
		expect(expire(each, 10_000)).toMatchObject({ current: 1, finishedAt: null });
		expect(remainingMs(expire(each, 10_000), 12_000)).toBe(8_000);
		expect(expire(each, 90_000)).toMatchObject({ finishedAt: 30_000, timedOut: true, lateMs: 25_000 });
	});
});

describe('a clock set forward', () => {
	it('takes no time away: the end moves with it, and the jump is recorded', () => {
		const attempt = recordInstant(attemptAt([1], spec({})), 10_000);
		const jumped = recordJump(attempt, 7_200_000, 7_211_000);
		expect(remainingMs(jumped, 7_211_000)).toBe(49_000);
		expect(jumped.gaps).toEqual([{ kind: 'away', at: 7_211_000, ms: 7_200_000 }]);
		expect(stageOf(jumped, 7_211_000)).toBe('running');
	});

	it('takes none when it is set right again, nor from an attempt handed in', () => {
		const jumped = recordJump(attemptAt([1], spec({})), 7_200_000, 7_200_000);
		expect(remainingMs(recordInstant(jumped, 20_000), 20_000)).toBe(60_000);
		const over = finishAttempt(attemptAt([1], spec({})), 5_000);
		expect(recordJump(over, 7_200_000, 7_205_000)).toBe(over);
	});
});
