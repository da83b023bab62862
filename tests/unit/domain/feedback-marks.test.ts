import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOfFeedback } from '../../../src/lib/domain/feedback-marks';
import { markResult } from '../../../src/lib/domain/mark-result';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { anyAnswers, anyRemarks, ASSIGNMENT, GIVEN, resultWith } from './class-results';

describe('the marks that feedback comes to', () => {
	const wrong = { response: { type: 'boolean', value: true }, tookMs: 1 } as const;
	const open = { response: { type: 'text', values: [' '] }, tookMs: 1 } as const;

	it('leave out what counts for nobody, and what wrong answers cost comes off', () => {
		const credits = [1, 0, 0, null, 0.5, 0];
		const answers = [wrong, wrong, null, wrong, wrong, open];
		expect(marksOfFeedback({ credits }, 0, null)).toEqual({ marks: 1.5, count: 5 });
		expect(marksOfFeedback({ credits }, 0.25, answers)).toEqual({ marks: 1.25, count: 5 });
		expect(marksOfFeedback({ credits: [0, 0] }, 0.5, [wrong, wrong])).toEqual({ marks: 0, count: 2 });
	});

	it('are not known where wrong answers cost marks and the answers are gone', () => {
		expect(marksOfFeedback({ credits: [1, 0] }, 0.25, null)).toEqual({ marks: null, count: 2 });
	});

	it('are those of the gradebook, whatever was answered and remarked', () => {
		const prop = fc.property(anyAnswers, anyRemarks, fc.constantFrom(0, 0.25, 0.33, 1), (said, remarks, penalty) => {
			const quiz = { ...ASSIGNMENT.quiz, rules: { ...PRACTICE_RULES, penalty } };
			const answers = resultWith({}).answers.map((_, index) => said[index] ?? null);
			const given = { ...GIVEN, assignment: { ...ASSIGNMENT, quiz }, remarks };
			const { score, attempt } = markResult(given, resultWith({}, { answers }));
			const credits = score.questions.map(({ outcome, credit }) => (outcome === 'missing' ? null : credit));
			// An answer that does not fit its question is none, and no device gives one.
			const fitting = attempt.answers.map((answer, index) =>
				score.questions[index]?.outcome === 'unanswered' ? null : answer
			);
			const { marks, count } = marksOfFeedback({ credits }, penalty, fitting);
			expect(count).toBe(score.total);
			expect(marks).toBeCloseTo(score.points, 9);
		});
		fc.assert(prop, { seed: 42, numRuns: 60 });
	});
});
