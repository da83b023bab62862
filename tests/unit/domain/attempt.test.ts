import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	advance,
	answerQuestion,
	expire,
	finishAttempt,
	goTo,
	openQuestions,
	overruleAnswer,
	resumeAttempt
} from '../../../src/lib/domain/attempt';
import { remainingMs } from '../../../src/lib/domain/attempt-time';
import type { Attempt, Response, TimeLimit } from '../../../src/lib/domain/quiz';
import { attemptAt } from './quiz-items';

const YES: Response = { type: 'self', knew: true };
const NO: Response = { type: 'self', knew: false };
const QUIZ_60S: TimeLimit = { kind: 'quiz', limitMs: 60_000 };
const QUESTION_10S: TimeLimit = { kind: 'question', limitMs: 10_000 };

const responsesOf = (attempt: Attempt): (Response | null | undefined)[] =>
	attempt.answers.map((answer) => answer?.response);
const timesOf = (attempt: Attempt): (number | undefined)[] => attempt.answers.map((answer) => answer?.tookMs);

describe('answering and moving', () => {
	it('records an answer with its time and moves on to the next question', () => {
		const answered = answerQuestion(attemptAt([1, 2]), YES, 4_000);
		expect(answered.answers).toEqual([{ response: YES, tookMs: 4_000 }, null]);
		expect(advance(answered, 5_000)).toMatchObject({ current: 1, shownAt: 5_000, lastAt: 5_000 });
	});

	it('changes nothing in place', () => {
		const attempt = attemptAt([1, 2]);
		const copy = structuredClone(attempt);
		advance(answerQuestion(attempt, YES, 1_000), 2_000);
		expect(attempt).toEqual(copy);
	});

	it('replaces an answer that is changed before moving on, and takes it back', () => {
		const changed = answerQuestion(answerQuestion(attemptAt([1]), YES, 1_000), NO, 3_000);
		expect(changed.answers).toEqual([{ response: NO, tookMs: 3_000 }]);
		expect(responsesOf(answerQuestion(changed, null, 4_000))).toEqual([null]);
	});

	it('leaves an unanswered question for later and comes round to it', () => {
		const left = advance(attemptAt([1, 2, 3]), 2_000);
		expect(left.current).toBe(1);
		const third = advance(answerQuestion(left, YES, 3_000), 3_000);
		const round = advance(answerQuestion(third, YES, 4_000), 4_000);
		expect(round).toMatchObject({ current: 0, spentMs: 2_000 });
		expect(timesOf(answerQuestion(round, NO, 7_000))).toEqual([5_000, 1_000, 1_000]);
	});

	it('stays on the last question when no other is open', () => {
		const done = answerQuestion(attemptAt([1]), YES, 1_000);
		expect(advance(done, 2_000)).toMatchObject({ current: 0, finishedAt: null });
		expect(openQuestions(done)).toEqual([]);
		expect(openQuestions(attemptAt([1, 2]))).toEqual([0, 1]);
	});

	it('sums the time of all visits to a question', () => {
		const back = goTo(advance(answerQuestion(attemptAt([1, 2]), YES, 1_000), 2_000), 0, 5_000);
		const changed = answerQuestion(back, NO, 6_500);
		expect(timesOf(changed)).toEqual([3_500, 3_000]);
		expect(responsesOf(changed)).toEqual([NO, null]);
	});

	it('refuses a question the paper does not have', () => {
		expect(() => goTo(attemptAt([1]), 1, 0)).toThrow('no question 1');
	});

	it('finishes once, with the time of the question on the screen', () => {
		const finished = finishAttempt(attemptAt([1, 2]), 9_000);
		expect(finished).toMatchObject({ finishedAt: 9_000, timedOut: false });
		expect(timesOf(finished)).toEqual([9_000, undefined]);
		for (const later of [
			finishAttempt(finished, 10_000),
			answerQuestion(finished, YES, 10_000),
			advance(finished, 10_000),
			goTo(finished, 1, 10_000),
			expire(finished, 10_000),
			resumeAttempt(finished, 10_000)
		]) {
			expect(later).toEqual(finished);
		}
	});

	it('survives an empty paper', () => {
		expect(finishAttempt(advance(attemptAt([]), 1_000), 2_000)).toMatchObject({ answers: [], finishedAt: 2_000 });
	});
});

describe('a limit for the whole quiz', () => {
	it('is multiplied by the time factor', () => {
		expect(attemptAt([1], { time: QUIZ_60S, factor: 1.5 }, 100).deadline).toBe(90_100);
		expect(attemptAt([1], { time: QUIZ_60S, factor: 10 }, 100).deadline).toBe(600_100);
	});

	it('changes nothing before the deadline, not even the object', () => {
		const attempt = attemptAt([1, 2], { time: QUIZ_60S });
		expect(expire(attempt, 59_999)).toBe(attempt);
	});

	it('submits at the deadline what is there', () => {
		const answered = answerQuestion(attemptAt([1, 2], { time: QUIZ_60S }), YES, 5_000);
		const ended = expire(answered, 75_000);
		expect(ended).toMatchObject({ finishedAt: 60_000, timedOut: true });
		expect(ended.answers).toEqual([{ response: YES, tookMs: 60_000 }, null]);
	});

	it('does not take an answer that comes after the deadline', () => {
		const late = answerQuestion(attemptAt([1, 2], { time: QUIZ_60S }), YES, 60_000);
		expect(late).toMatchObject({ finishedAt: 60_000, timedOut: true });
		expect(responsesOf(late)).toEqual([null, undefined]);
	});

	it('ends by time-out when finishing comes too late', () => {
		expect(finishAttempt(attemptAt([1], { time: QUIZ_60S }), 61_000)).toMatchObject({
			finishedAt: 60_000,
			timedOut: true
		});
	});
});

describe('a limit for each question', () => {
	const started = attemptAt([1, 2, 3], { time: QUESTION_10S });

	it('moves on to the next question when time is up', () => {
		const moved = expire(started, 10_000);
		expect(moved).toMatchObject({ current: 1, shownAt: 10_000, finishedAt: null });
		expect(moved.answers[0]).toEqual({ response: null, tookMs: 10_000 });
	});

	it('starts afresh for a question that is reached early', () => {
		const moved = advance(answerQuestion(started, YES, 4_000), 4_000);
		expect(expire(moved, 13_999)).toBe(moved);
		expect(expire(moved, 14_000).current).toBe(2);
	});

	it('passes several questions while the app was dead and shows the one whose turn it is', () => {
		const resumed = resumeAttempt(answerQuestion(started, YES, 1_000), 25_000);
		expect(resumed).toMatchObject({ current: 2, shownAt: 20_000, finishedAt: null });
		expect(responsesOf(resumed)).toEqual([YES, null, undefined]);
		expect(remainingMs(resumed, 25_000)).toBe(5_000);
	});

	it('ends the attempt at the last deadline', () => {
		const ended = resumeAttempt(started, 500_000);
		expect(ended).toMatchObject({ finishedAt: 30_000, timedOut: true, current: 2 });
		expect(timesOf(ended)).toEqual([10_000, 10_000, 10_000]);
	});

	it('drops an answer meant for a question whose time was up', () => {
		const late = answerQuestion(started, YES, 10_500);
		expect(late.current).toBe(1);
		expect(responsesOf(late)).toEqual([null, undefined, undefined]);
	});

	it('does not move on twice when the button comes just after the time', () => {
		expect(advance(started, 10_500).current).toBe(1);
	});

	it('gives a question left for later only what was left of its time', () => {
		const left = advance(started, 6_000);
		const back = goTo(left, 0, 8_000);
		expect(back).toMatchObject({ current: 0, spentMs: 6_000 });
		expect(remainingMs(back, 8_000)).toBe(4_000);
	});

	it('does not go back to a question whose time is used up', () => {
		const moved = expire(started, 10_000);
		expect(goTo(moved, 0, 11_000).current).toBe(1);
		expect(openQuestions(moved)).toEqual([1, 2]);
	});

	it('ends at once when a limit is no time at all', () => {
		expect(expire(attemptAt([1, 2], { time: { kind: 'question', limitMs: 0 } }), 0)).toMatchObject({ finishedAt: 0 });
	});
});

describe('resumeAttempt', () => {
	it('comes back to the same question with the true time left and records the absence', () => {
		const moved = advance(answerQuestion(attemptAt([1, 2, 3], { time: QUIZ_60S }), YES, 5_000), 5_000);
		const resumed = resumeAttempt(moved, 35_000);
		expect(resumed).toMatchObject({ current: 1, shownAt: 5_000, deadline: 60_000 });
		expect(resumed.gaps).toEqual([{ kind: 'away', at: 35_000, ms: 30_000 }]);
		expect(remainingMs(resumed, 35_000)).toBe(25_000);
	});

	it('calls nothing an absence before the first question was seen', () => {
		expect(resumeAttempt(attemptAt([1, 2]), 4_000).gaps).toEqual([]);
	});

	it('ends an attempt whose time ran out meanwhile', () => {
		expect(resumeAttempt(attemptAt([1], { time: QUIZ_60S }), 90_000)).toMatchObject({
			finishedAt: 60_000,
			timedOut: true
		});
	});

	it('gives no more time after the clock was set back, and records it', () => {
		const moved = advance(attemptAt([1, 2], { time: QUIZ_60S }, 1_000_000), 1_020_000);
		const resumed = resumeAttempt(moved, 500_000);
		expect(remainingMs(resumed, 500_000)).toBe(40_000);
		expect(resumed.gaps).toEqual([{ kind: 'clock-back', at: 500_000, ms: 520_000 }]);
		expect(expire(resumed, 540_000)).toMatchObject({ finishedAt: 540_000, timedOut: true });
	});

	it('does not count a set-back clock as negative time on a question', () => {
		const answered = answerQuestion(attemptAt([1], {}, 1_000_000), YES, 900_000);
		expect(timesOf(answered)).toEqual([0]);
	});

	it('comes back to the same state from what was stored', () => {
		const stored: unknown = JSON.parse(JSON.stringify(attemptAt([1, 2], { time: QUIZ_60S })));
		expect(stored).toEqual(attemptAt([1, 2], { time: QUIZ_60S }));
	});
});

describe('any course of an attempt', () => {
	type Step = { readonly kind: 'answer' | 'advance' | 'goTo' | 'expire' | 'resume'; readonly passed: number };
	const step: fc.Arbitrary<Step> = fc.record({
		kind: fc.constantFrom('answer', 'advance', 'goTo', 'expire', 'resume'),
		passed: fc.integer({ min: -20_000, max: 20_000 })
	});
	const take = (attempt: Attempt, { kind, passed }: Step, now: number): Attempt => {
		switch (kind) {
			case 'answer':
				return answerQuestion(attempt, YES, now);
			case 'advance':
				return advance(attempt, now);
			case 'goTo':
				return goTo(attempt, Math.abs(passed) % attempt.paper.length, now);
			case 'expire':
				return expire(attempt, now);
			case 'resume':
				return resumeAttempt(attempt, now);
		}
	};

	it.each<TimeLimit>([QUIZ_60S, QUESTION_10S, { kind: 'none' }])(
		'never shows more time than the limit, loses no answer and ends for good: $kind',
		(time) => {
			fc.assert(
				fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
					let attempt = attemptAt([1, 2, 3, 4], { time }, 1_000_000);
					let now = 1_000_000;
					let left = Infinity;
					for (const each of steps) {
						now += each.passed;
						const next = take(attempt, each, now);
						const remaining = remainingMs(next, now);
						expect(remaining === null).toBe(time.kind === 'none');
						if (remaining !== null && time.kind !== 'none') {
							expect(remaining >= 0 && remaining <= time.limitMs).toBe(true);
							// With one deadline for all, time left never grows over what was last recorded, whatever the clock does.
							if (time.kind === 'quiz') expect(remaining).toBeLessThanOrEqual(left);
							if (next !== attempt) left = remaining;
						}
						for (const [i, answer] of attempt.answers.entries()) {
							if (answer?.response) expect(next.answers[i]?.response).toEqual(answer.response);
							expect(next.answers[i]?.tookMs ?? 0).toBeGreaterThanOrEqual(answer?.tookMs ?? 0);
						}
						if (attempt.finishedAt !== null) expect(next).toBe(attempt);
						expect(next.current >= 0 && next.current < 4).toBe(true);
						attempt = next;
					}
				}),
				{ seed: 42, numRuns: 500 }
			);
		}
	);
});

describe('overruling the marking', () => {
	const typed: Response = { type: 'text', values: ['Tehrik'] };
	const over = finishAttempt(answerQuestion(attemptAt([1, 2]), typed, 4_000), 5_000);

	it('notes it beside the answer, which stays, and can be taken back', () => {
		const overruled = overruleAnswer(over, 0, true, 9_000);
		expect(overruled.answers[0]).toEqual({ response: typed, tookMs: 5_000, overruled: true });
		expect(overruled.correctedAt).toBe(9_000);
		const back = overruleAnswer(overruled, 0, false, 10_000);
		expect(back).toEqual({ ...over, correctedAt: 10_000 });
	});

	it('leaves what else was said of the answer', () => {
		const said = {
			...over,
			answers: over.answers.map((answer) => answer && { ...answer, missReason: 'slip' as const })
		};
		expect(overruleAnswer(said, 0, true, 9_000).answers[0]).toMatchObject({ missReason: 'slip', overruled: true });
		expect(overruleAnswer(overruleAnswer(said, 0, true, 9_000), 0, false, 9_500).answers).toEqual(said.answers);
	});

	it('is later than the last change even when the clock was set back', () => {
		const overruled = overruleAnswer(over, 0, true, 9_000);
		expect(overruleAnswer(overruled, 0, false, 1_000).correctedAt).toBe(9_001);
	});

	it('takes a running attempt, an open question and one that is not there for a bug', () => {
		expect(() => overruleAnswer(attemptAt([1, 2]), 0, true, 9_000)).toThrow('no marking');
		expect(() => overruleAnswer(over, 1, true, 9_000)).toThrow('no marking');
		expect(() => overruleAnswer(over, 7, true, 9_000)).toThrow('no marking');
	});
});
