import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOfFeedback } from '../../../src/lib/domain/feedback-marks';
import { markResult } from '../../../src/lib/domain/mark-result';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { scoreAttempt } from '../../../src/lib/domain/score';
import { applyFeedback } from '../../../src/lib/domain/teacher-marks';
import { anyAnswers, anyRemarks, ASSIGNMENT, GIVEN, resultWith } from './class-results';
import { ALL_ITEMS, attemptAt } from './quiz-items';

const wrongChoice = { response: { type: 'choice', chosen: [2] }, tookMs: 1 } as const;
const attempt = {
	...attemptAt([3, 3, 3, 3, 3]),
	answers: [wrongChoice, wrongChoice, wrongChoice, null, { ...wrongChoice, response: { type: 'choice', chosen: [0] } }]
} as const;
const score = scoreAttempt(attempt, ALL_ITEMS);

describe('the teacher’s marks', () => {
	it('take the place of those of the device, one by one, and what counts for nobody leaves the sum', () => {
		const marked = applyFeedback(attempt, ALL_ITEMS, score, { credits: [1, 0.5, null, 0, 0] });
		expect(score.questions.map(({ outcome }) => outcome)).toEqual(['wrong', 'wrong', 'wrong', 'unanswered', 'right']);
		expect(marked.score.questions.map(({ outcome }) => outcome)).toEqual([
			'right',
			'partly',
			'missing',
			'unanswered',
			'wrong'
		]);
		expect(marked.words).toEqual(['other', 'other', 'left-out', 'same', 'other']);
		expect(marked.score).toMatchObject({ total: 4, right: 1, partly: 1, wrong: 1, unanswered: 1, points: 1.5 });
	});

	it('that are the same to the parts in which they travel change nothing but that they are the last word', () => {
		const third = { ...wrongChoice, misses: 1, response: { type: 'choice', chosen: [0] } } as const;
		const tried = { ...attemptAt([3]), answers: [third] };
		const device = scoreAttempt(tried, ALL_ITEMS);
		const marked = applyFeedback(tried, ALL_ITEMS, device, { credits: [Math.round((2 / 3) * 2520) / 2520] });
		expect(marked).toEqual({ score: device, words: ['same'] });
	});

	it('for a question that is gone from here count as the teacher gives them', () => {
		const gone = { ...attemptAt([3]), answers: [wrongChoice] };
		const marked = applyFeedback(gone, [], scoreAttempt(gone, []), { credits: [0] });
		expect(marked.words).toEqual(['other']);
		expect(marked.score).toMatchObject({ total: 1, wrong: 1 });
	});

	it('change nothing where there are none, or where they are for another paper', () => {
		for (const feedback of [null, { credits: [] }, { credits: [1, 1] }]) {
			const marked = applyFeedback(attempt, ALL_ITEMS, score, feedback);
			expect(marked.score).toBe(score);
			expect(new Set(marked.words)).toEqual(new Set([null]));
		}
	});

	it('come to what the gradebook and the sum above the lines say, whatever was answered and remarked', () => {
		const prop = fc.property(anyAnswers, anyRemarks, fc.constantFrom(0, 0.25, 1), (said, remarks, penalty) => {
			const quiz = { ...ASSIGNMENT.quiz, rules: { ...PRACTICE_RULES, penalty } };
			const answers = resultWith({}).answers.map((_, index) => said[index] ?? null);
			const given = { ...GIVEN, assignment: { ...ASSIGNMENT, quiz } };
			const teacher = markResult({ ...given, remarks }, resultWith({}, { answers }));
			const credits = teacher.score.questions.map(({ outcome, credit }) => (outcome === 'missing' ? null : credit));
			// An answer that does not fit its question is none, and no device gives one.
			const fitting = {
				...teacher.attempt,
				answers: teacher.attempt.answers.map((answer, index) =>
					teacher.score.questions[index]?.outcome === 'unanswered' ? null : answer
				)
			};
			const own = scoreAttempt(fitting, GIVEN.set.items);
			const { score: told } = applyFeedback(fitting, GIVEN.set.items, own, { credits });
			expect(told.questions.map(({ outcome }) => outcome)).toEqual(
				teacher.score.questions.map(({ outcome }) => outcome)
			);
			expect(told.points).toBeCloseTo(teacher.score.points, 9);
			expect(told.points).toBeCloseTo(marksOfFeedback({ credits }, penalty, fitting.answers).marks ?? -1, 9);
		});
		fc.assert(prop, { seed: 42, numRuns: 100 });
	});
});
