import { describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '../../../src/lib/domain/accommodations';
import {
	advance,
	answerQuestion,
	continueAttempt,
	expire,
	finishAttempt,
	pauseAttempt,
	resumeAttempt
} from '../../../src/lib/domain/attempt';
import { stageOf } from '../../../src/lib/domain/attempt-stage';
import { recordInstant, remainingMs } from '../../../src/lib/domain/attempt-time';
import type { Attempt, QuizSpec, Response } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { attemptAt } from './quiz-items';

const YES: Response = { type: 'self', knew: true };
const accommodations = { ...NO_ACCOMMODATIONS, pauses: true };
const LIMITED: Partial<QuizSpec> = { time: { kind: 'quiz', limitMs: 60_000 }, accommodations };
const closing = (closesAt: number): Partial<QuizSpec> => ({ ...LIMITED, rules: { ...PRACTICE_RULES, closesAt } });

function pausedFrom(spec: Partial<QuizSpec>, at = 10_000): Attempt {
	return pauseAttempt(attemptAt([1, 2], spec), at);
}

describe('a pause', () => {
	it('stops the clock, however long it is, and is recorded as one gap', () => {
		const paused = pausedFrom(LIMITED);
		expect(stageOf(paused, 900_000)).toBe('paused');
		expect(expire(paused, 900_000)).toBe(paused);
		expect(remainingMs(paused, 900_000)).toBe(50_000);
		const running = continueAttempt(paused, 900_000);
		expect(remainingMs(running, 900_000)).toBe(50_000);
		expect(running.gaps).toEqual([{ kind: 'pause', at: 900_000, ms: 890_000 }]);
		expect(finishAttempt(running, 901_000).answers[0]?.tookMs).toBe(11_000);
	});

	it('takes no answer and does not move on', () => {
		const paused = pausedFrom(LIMITED);
		expect(answerQuestion(paused, YES, 20_000).answers).toEqual([null, null]);
		expect(advance(paused, 20_000).current).toBe(0);
	});

	it('lasts over a killed browser, without a gap of its own for that', () => {
		const resumed = resumeAttempt(pausedFrom(LIMITED), 500_000);
		expect(resumed).toMatchObject({ pausedAt: 10_000, gaps: [] });
		expect(remainingMs(resumed, 500_000)).toBe(50_000);
	});

	it('stops the clock of a question too', () => {
		const paused = pausedFrom({ time: { kind: 'question', limitMs: 30_000 }, accommodations });
		expect(remainingMs(paused, 100_000)).toBe(20_000);
		expect(expire(continueAttempt(paused, 100_000), 119_999).current).toBe(0);
		expect(expire(continueAttempt(paused, 100_000), 120_000).current).toBe(1);
	});

	it('does not move the closing instant, which ends it', () => {
		const paused = pausedFrom(closing(80_000));
		expect(remainingMs(paused, 25_000)).toBe(50_000);
		expect(remainingMs(paused, 45_000)).toBe(35_000);
		expect(continueAttempt(paused, 45_000).deadline).toBe(80_000);
		const twice = continueAttempt(pauseAttempt(continueAttempt(paused, 25_000), 30_000), 90_000);
		expect(twice.finishedAt).toBe(80_000);
		const ended = expire(paused, 200_000);
		expect(ended).toMatchObject({ finishedAt: 80_000, timedOut: true, gaps: [{ kind: 'pause', ms: 70_000 }] });
		expect(ended.pausedAt).toBeUndefined();
	});

	it('lasts until the clock was set back and on again without a minute lost or won', () => {
		const back = recordInstant(recordInstant(pausedFrom(LIMITED), 40_000), 5_000);
		expect(remainingMs(back, 5_000)).toBe(50_000);
		expect(remainingMs(continueAttempt(back, 8_000), 8_000)).toBe(50_000);
	});

	it('ends with handing in', () => {
		const over = finishAttempt(pausedFrom(LIMITED), 30_000);
		expect(over).toMatchObject({ finishedAt: 30_000, gaps: [{ kind: 'pause', ms: 20_000 }] });
		expect(over.pausedAt).toBeUndefined();
	});

	it('is for those who need it, while time runs', () => {
		expect(pausedFrom({ ...LIMITED, accommodations: NO_ACCOMMODATIONS }).pausedAt).toBeUndefined();
		const late = { ...LIMITED, rules: { ...PRACTICE_RULES, ending: { kind: 'late' } as const } };
		expect(pausedFrom(late, 70_000).pausedAt).toBeUndefined();
	});
});
