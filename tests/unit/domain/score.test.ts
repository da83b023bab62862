import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overruleAnswer } from '../../../src/lib/domain/attempt';
import { quizAnswersOf } from '../../../src/lib/domain/quiz-answers';
import type { Attempt, Confidence, Response } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { missedItems, scoreAttempt } from '../../../src/lib/domain/score';
import { ALL_ITEMS, attemptAt } from './quiz-items';

/** An attempt at items 1, 2, ... with these responses, each after 3 seconds. */
function answered(numbers: readonly number[], responses: readonly (Response | null)[]): Attempt {
	return {
		...attemptAt(numbers),
		answers: responses.map((response) => ({ response, tookMs: 3_000 })),
		finishedAt: 60_000
	};
}

const sitting = answered(
	[1, 2, 3, 4, 5, 77],
	[
		{ type: 'self', knew: true },
		{ type: 'text', values: ['1893', ''] },
		{ type: 'choice', chosen: [2] },
		{ type: 'choice', chosen: [0] },
		null,
		{ type: 'self', knew: true }
	]
);

describe('scoreAttempt', () => {
	const score = scoreAttempt(sitting, ALL_ITEMS);

	it('counts outcomes and sums the credit, without items the set no longer has', () => {
		expect(score).toMatchObject({ total: 5, credit: 2, right: 1, partly: 2, wrong: 1, unanswered: 1 });
		expect(score.questions.map((question) => question.outcome)).toEqual([
			'right',
			'partly',
			'wrong',
			'partly',
			'unanswered',
			'missing'
		]);
	});

	it('counts by topic in the order of the paper', () => {
		expect(score.byTopic).toEqual([
			{ topic: 'places', total: 3, credit: 1.5, right: 1, partly: 1, wrong: 1, unanswered: 0 },
			{ topic: 'history', total: 2, credit: 0.5, right: 0, partly: 1, wrong: 0, unanswered: 1 }
		]);
	});

	it('counts questions never reached as unanswered', () => {
		expect(scoreAttempt(attemptAt([1, 9]), ALL_ITEMS)).toMatchObject({ total: 2, credit: 0, unanswered: 2 });
		expect(scoreAttempt(attemptAt([9]), ALL_ITEMS).byTopic[0]?.topic).toBeNull();
	});

	it('counts an answer as right on the learner’s word, and only one that may be overruled', () => {
		const overruled = overruleAnswer(
			answered(
				[2, 3, 10],
				[
					{ type: 'text', values: ['1893', 'Curzon'] },
					{ type: 'choice', chosen: [2] },
					{ type: 'text', values: ['nonsense'] }
				]
			),
			0,
			true,
			70_000
		);
		const result = scoreAttempt(overruleAnswer(overruled, 1, true, 80_000), ALL_ITEMS);
		expect(result).toMatchObject({ right: 1, partly: 0, wrong: 2, credit: 1 });
		expect(result.questions.map(({ ruling }) => ruling)).toEqual(['overruled', 'marked', 'open']);
		expect(missedItems(result)).toEqual([3, 10]);
		expect(quizAnswersOf(overruled, ALL_ITEMS).filter(({ correct }) => correct)).toHaveLength(2);
	});

	it('takes a third of its worth for each wrong try, and calls what is left partly right', () => {
		const responses: Response[] = [
			{ type: 'choice', chosen: [0] },
			{ type: 'choice', chosen: [0] }
		];
		const base = answered([3, 4], responses);
		const tried = { ...base, answers: base.answers.map((answer, i) => answer && { ...answer, misses: i + 1 }) };
		const result = scoreAttempt(tried, ALL_ITEMS);
		expect(result.questions.map(({ outcome }) => outcome)).toEqual(['partly', 'partly']);
		expect(result.questions[0]?.credit).toBeCloseTo(2 / 3, 12);
		expect(result.questions[1]?.credit).toBeCloseTo(1 / 6, 12);
		expect(quizAnswersOf(tried, ALL_ITEMS).map(({ correct }) => correct)).toEqual([false, false]);
	});

	it('takes the penalty for wrong answers only, and never below 0', () => {
		const withPenalty = (penalty: number, attempt: Attempt): number =>
			scoreAttempt({ ...attempt, spec: { ...attempt.spec, rules: { ...PRACTICE_RULES, penalty } } }, ALL_ITEMS).points;
		expect([0, 0.25, 1].map((penalty) => withPenalty(penalty, sitting))).toEqual([2, 1.75, 1]);
		const wrong = answered([3, 3, 5], [{ type: 'choice', chosen: [1] }, { type: 'choice', chosen: [2] }, null]);
		expect(withPenalty(1, wrong)).toBe(0);
	});

	it('lists what was missed', () => {
		expect(missedItems(score)).toEqual([2, 3, 4, 5]);
	});

	it('has parts that add up for any sitting', () => {
		const response = fc.constantFrom<Response | null>(
			null,
			{ type: 'self', knew: true },
			{ type: 'boolean', value: false },
			{ type: 'choice', chosen: [0] },
			{ type: 'text', values: ['1893'] }
		);
		const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 12 }));
		fc.assert(
			fc.property(numbers, fc.array(response, { minLength: 12, maxLength: 12 }), (paper, responses) => {
				const attempt = answered(paper, responses.slice(0, paper.length));
				const result = scoreAttempt(attempt, ALL_ITEMS);
				expect(result.right + result.partly + result.wrong + result.unanswered).toBe(result.total);
				expect(result.byTopic.reduce((sum, topic) => sum + topic.total, 0)).toBe(result.total);
				expect(result.byTopic.reduce((sum, topic) => sum + topic.credit, 0)).toBeCloseTo(result.credit, 9);
				expect(result.credit).toBeGreaterThanOrEqual(result.right);
				expect(result.credit).toBeLessThanOrEqual(result.total);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});

describe('quizAnswersOf', () => {
	it('gives one answer for each card, and for a cloze one for each deletion with its share of the time', () => {
		expect(quizAnswersOf(sitting, ALL_ITEMS)).toEqual([
			{ card: 'demo.1.1', correct: true, guess: 0, answered: true, tookMs: 3_000 },
			{ card: 'demo.2.1', correct: true, guess: 0, answered: true, tookMs: 1_500 },
			{ card: 'demo.2.2', correct: false, guess: 0, answered: false, tookMs: 1_500 },
			{ card: 'demo.3.1', correct: false, guess: 0.25, answered: true, tookMs: 3_000 },
			{ card: 'demo.4.1', correct: false, guess: 1 / 15, answered: true, tookMs: 3_000 },
			{ card: 'demo.5.1', correct: false, guess: 0.5, answered: false, tookMs: 3_000 }
		]);
	});

	it('states the chance of the options that this learner was shown', () => {
		const fewer = answered([3, 4], [{ type: 'choice', chosen: [0] }, null]);
		const paper = [
			{ item: 3, order: [2, 0, 1] },
			{ item: 4, order: [1, 0, 2] }
		];
		expect(quizAnswersOf({ ...fewer, paper }, ALL_ITEMS).map(({ guess }) => guess)).toEqual([1 / 3, 1 / 7]);
	});

	it('takes what was right by a guess for not known, so that it comes back', () => {
		const guessed = answered(
			[1, 3],
			[
				{ type: 'self', knew: true },
				{ type: 'choice', chosen: [0] }
			]
		);
		const said = (confidence: Confidence) => ({
			...guessed,
			answers: guessed.answers.map((answer) => answer && { ...answer, confidence })
		});
		expect(quizAnswersOf(said('guess'), ALL_ITEMS)).toMatchObject([
			{ correct: false, guess: 1, answered: true },
			{ correct: false, guess: 1, answered: true }
		]);
		expect(quizAnswersOf(said('fairly'), ALL_ITEMS)).toEqual(quizAnswersOf(guessed, ALL_ITEMS));
	});

	it('tells nothing of cards that were not reached', () => {
		const answers = quizAnswersOf(attemptAt([2, 3]), ALL_ITEMS);
		expect(answers.map(({ card, answered: isAnswered }) => [card, isAnswered])).toEqual([
			['demo.2.1', false],
			['demo.2.2', false],
			['demo.3.1', false]
		]);
	});
});
