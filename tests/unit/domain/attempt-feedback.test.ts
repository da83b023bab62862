import { describe, expect, it } from 'vitest';
import { advance, answerQuestion, expire, finishAttempt, goTo, openQuestions } from '../../../src/lib/domain/attempt';
import { checkAnswer, isToBeChecked } from '../../../src/lib/domain/attempt-feedback';
import { flagQuestion, reportQuestion, stateConfidence } from '../../../src/lib/domain/attempt-notes';
import type { Attempt, QuizSpec, Response } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES, type Feedback, type QuizRules } from '../../../src/lib/domain/quiz-rules';
import { attemptAt, ITEMS } from './quiz-items';

const RIVER = ITEMS['single-choice'];
const RIGHT: Response = { type: 'choice', chosen: [0] };
const WRONG: Response = { type: 'choice', chosen: [1] };
const EACH: Feedback = { kind: 'each' };
const TRIES: Feedback = { kind: 'tries', tries: 3 };

function begin(rules: Partial<QuizRules>, spec: Partial<QuizSpec> = {}): Attempt {
	return attemptAt([3, 4, 5], { ...spec, rules: { ...PRACTICE_RULES, ...rules } });
}

describe('an answer told after each question', () => {
	const answered = answerQuestion(begin({ feedback: EACH }), WRONG, 4_000);
	const told = checkAnswer(answered, RIVER, 5_000);

	it('is told once it is given and stays as it is, as does the time it took', () => {
		expect(isToBeChecked(answered)).toBe(true);
		expect(told.answers[0]).toEqual({ response: WRONG, tookMs: 5_000, told: true });
		expect(isToBeChecked(told)).toBe(false);
		expect(answerQuestion(told, RIGHT, 6_000).answers[0]).toEqual(told.answers[0]);
		expect(checkAnswer(told, RIVER, 6_000).answers).toEqual(told.answers);
		const moved = advance(told, 60_000);
		expect(moved).toMatchObject({ current: 1, answers: [{ tookMs: 5_000 }, null, null] });
		expect(advance(goTo(moved, 0, 70_000), 90_000).answers[0]).toEqual(told.answers[0]);
	});

	it('is not there to be told on an open question, nor where all is told at the end', () => {
		expect(isToBeChecked(begin({ feedback: EACH }))).toBe(false);
		expect(checkAnswer(begin({ feedback: EACH }), RIVER, 1_000).answers[0]).toBeNull();
		expect(checkAnswer(answerQuestion(begin({}), WRONG, 1_000), RIVER, 2_000).answers[0]?.told).toBeUndefined();
	});

	it('may be read without hurry: the limit of the question no longer runs', () => {
		const hurried = begin({ feedback: EACH }, { time: { kind: 'question', limitMs: 10_000 } });
		const read = checkAnswer(answerQuestion(hurried, WRONG, 4_000), RIVER, 5_000);
		expect(expire(read, 60_000)).toBe(read);
		expect(expire(advance(read, 60_000), 70_000).current).toBe(2);
	});
});

describe('several tries', () => {
	const missed = checkAnswer(answerQuestion(begin({ feedback: TRIES }), WRONG, 1_000), RIVER, 2_000);

	it('count a wrong one as a miss and let it be changed', () => {
		expect(missed.answers[0]).toEqual({ response: WRONG, tookMs: 2_000, misses: 1 });
		const changed = answerQuestion(missed, RIGHT, 3_000);
		expect(changed.answers[0]).toEqual({ response: RIGHT, tookMs: 3_000, misses: 1 });
		expect(checkAnswer(changed, RIVER, 4_000).answers[0]).toMatchObject({ misses: 1, told: true });
	});

	it('end with the last, which is told and is no further miss', () => {
		const twice = checkAnswer(missed, RIVER, 3_000);
		expect(twice.answers[0]).toMatchObject({ misses: 2 });
		const last = checkAnswer(twice, RIVER, 4_000);
		expect(last.answers[0]).toMatchObject({ response: WRONG, misses: 2, told: true });
		expect(checkAnswer(last, RIVER, 5_000).answers).toEqual(last.answers);
	});

	it('are one for what one recalls oneself', () => {
		const self = answerQuestion(begin({ feedback: TRIES }), { type: 'self', knew: false }, 1_000);
		expect(checkAnswer(self, ITEMS.basic, 2_000).answers[0]).toMatchObject({ told: true });
	});
});

describe('a quiz with only one way', () => {
	it('goes to the next question whatever was answered, never back, and is over after the last', () => {
		const second = advance(begin({ oneWay: true }), 1_000);
		expect(second.current).toBe(1);
		expect(openQuestions(second)).toEqual([1, 2]);
		expect(goTo(second, 0, 2_000).current).toBe(1);
		expect(goTo(second, 2, 2_000).current).toBe(1);
		const last = advance(second, 3_000);
		expect(advance(last, 4_000).current).toBe(2);
		expect(openQuestions(last)).toEqual([2]);
	});
});

describe('what is said about a question', () => {
	it('is how sure one is, once there is an answer, until it is told', () => {
		expect(stateConfidence(begin({}), 'sure', 1_000).answers[0]).toBeNull();
		const sure = stateConfidence(answerQuestion(begin({ feedback: EACH }), RIGHT, 1_000), 'sure', 2_000);
		expect(sure.answers[0]?.confidence).toBe('sure');
		expect(answerQuestion(sure, WRONG, 3_000).answers[0]?.confidence).toBe('sure');
		expect(answerQuestion(sure, null, 3_000).answers[0]).toEqual({ response: null, tookMs: 3_000 });
		const told = checkAnswer(sure, RIVER, 3_000);
		expect(stateConfidence(told, 'guess', 4_000).answers[0]?.confidence).toBe('sure');
	});

	it('is a flag, kept in the order of the paper and gone without a trace when taken away', () => {
		const flagged = flagQuestion(flagQuestion(begin({}), 2, true, 1_000), 0, true, 2_000);
		expect(flagged.flagged).toEqual([0, 2]);
		expect(flagQuestion(flagged, 2, true, 3_000).flagged).toEqual([0, 2]);
		const none = flagQuestion(flagQuestion(flagged, 0, false, 3_000), 2, false, 4_000);
		expect('flagged' in none).toBe(false);
	});

	it('is a report, of a question told or not yet answered, kept when it is answered', () => {
		const reported = reportQuestion(begin({}), 0, ' Two are right. ', 1_000);
		expect(reported.answers[0]).toEqual({ response: null, tookMs: 0, report: 'Two are right.' });
		const answered = answerQuestion(reported, RIGHT, 2_000);
		expect(answered.answers[0]).toMatchObject({ response: RIGHT, report: 'Two are right.' });
		expect(finishAttempt(answered, 3_000).answers[0]?.report).toBe('Two are right.');
		expect('report' in (reportQuestion(answered, 0, '  ', 3_000).answers[0] ?? {})).toBe(false);
	});
});
