import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarker, markResult, toSitting } from '../../../src/lib/domain/mark-result';
import type { Remark } from '../../../src/lib/domain/remark';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { anyAnswers, anyRemarks, ASSIGNMENT, GIVEN, resultWith } from './class-results';

const choice = (...chosen: number[]) => ({ type: 'choice', chosen }) as const;
const text = (...values: string[]) => ({ type: 'text', values }) as const;
const pointsWith = (remarks: readonly Remark[], result: ReturnType<typeof resultWith>) =>
	markResult({ ...GIVEN, remarks }, result).score.points;

describe('marking a result', () => {
	it('draws the paper again and marks each answer against the set as given', () => {
		const { score, attempt, isOtherEdition } = markResult(
			GIVEN,
			resultWith({ 3: choice(0), 4: choice(0), 5: { type: 'boolean', value: true }, 10: text('Pakistan') })
		);
		expect(isOtherEdition).toBe(false);
		expect(attempt.paper.map(({ item }) => item)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(score.questions.map(({ outcome }) => outcome)).toEqual([
			...['unanswered', 'unanswered', 'right', 'partly', 'wrong', 'unanswered'],
			...['unanswered', 'unanswered', 'unanswered', 'right']
		]);
		expect(score).toMatchObject({ total: 10, points: 2.5, right: 2, partly: 1, wrong: 1, unanswered: 6 });
	});

	it('takes the penalty of the rules for wrong answers', () => {
		const rules = { ...PRACTICE_RULES, penalty: 0.25 };
		const assignment = { ...ASSIGNMENT, quiz: { ...ASSIGNMENT.quiz, rules } };
		const marked = markResult(
			{ ...GIVEN, assignment },
			resultWith({ 3: choice(0), 5: { type: 'boolean', value: true } })
		);
		expect(marked.score.points).toBe(0.75);
	});

	it('says when the paper was drawn from another edition, or has another length', () => {
		const result = resultWith({});
		expect(markResult(GIVEN, { ...result, paperCheck: (result.paperCheck + 1) % 256 }).isOtherEdition).toBe(true);
		expect(markResult(GIVEN, { ...result, answers: result.answers.slice(1) }).isOtherEdition).toBe(true);
		const content = { kind: 'bank-items', bank: 'demo', bankRevision: 1, title: '', items: [] } as const;
		const ofBank = { ...GIVEN, assignment: { ...ASSIGNMENT, content } };
		expect(markResult(ofBank, result).isOtherEdition).toBe(false);
		const items = GIVEN.set.items.map((item) => (item.number === 3 ? { ...item, revision: 2 } : item));
		expect(markResult({ ...ofBank, set: { ...GIVEN.set, items } }, result).isOtherEdition).toBe(true);
	});

	it('does not take the learner’s own word for a typed answer', () => {
		const result = resultWith({ 10: { response: text('India'), tookMs: 1, overruled: true } });
		expect(markResult(GIVEN, result).score.points).toBe(0);
	});

	it('marks many results with one marker as it marks each alone', () => {
		const results = [resultWith({ 3: choice(0) }), resultWith({ 3: choice(1) }), resultWith({}, { seed: 9 })];
		const marker = createMarker(GIVEN);
		expect(results.map(marker)).toEqual(results.map((result) => markResult(GIVEN, result)));
	});
});

describe('a remark', () => {
	it('leaves an item out for everybody: neither marks nor total count it', () => {
		const { score } = markResult({ ...GIVEN, remarks: [{ item: 3, kind: 'left-out' }] }, resultWith({ 3: choice(0) }));
		expect(score).toMatchObject({ total: 9, points: 0 });
		expect(score.questions[2]?.outcome).toBe('missing');
	});

	it('gives an item to everyone, whoever left it open and whoever missed a try included', () => {
		const remarks = [{ item: 3, kind: 'all-right' }] as const;
		expect(pointsWith(remarks, resultWith({}))).toBe(1);
		expect(pointsWith(remarks, resultWith({ 3: { response: choice(2), tookMs: 1, misses: 2 } }))).toBe(1);
	});

	it('accepts one more option, of several right ones too', () => {
		expect(pointsWith([{ item: 3, kind: 'option', option: 1 }], resultWith({ 3: choice(1) }))).toBe(1);
		expect(pointsWith([{ item: 3, kind: 'option', option: 1 }], resultWith({ 3: choice(2) }))).toBe(0);
		const third = [{ item: 4, kind: 'option', option: 2 }] as const;
		expect(pointsWith(third, resultWith({ 4: choice(0, 1, 2) }))).toBe(1);
		expect(pointsWith(third, resultWith({ 4: choice(0, 1) }))).toBe(1);
	});

	it('accepts the other side of a true-or-false question, and another label', () => {
		const other = resultWith({ 5: { type: 'boolean', value: true }, 9: { type: 'label', label: 'fact' } });
		expect(pointsWith([{ item: 5, kind: 'option', option: 0 }], other)).toBe(1);
		expect(pointsWith([{ item: 9, kind: 'option', option: 0 }], other)).toBe(1);
	});

	it('accepts words in every typed question, and in each gap', () => {
		const words = (item: number) => [{ item, kind: 'words', words: 'Durand line' }] as const;
		expect(pointsWith(words(10), resultWith({ 10: text('the Durand Line') }))).toBe(1);
		expect(pointsWith(words(1), resultWith({ 1: text('durand line') }))).toBe(1);
		expect(pointsWith(words(2), resultWith({ 2: text('1893', 'Durand Line') }))).toBe(1);
	});

	it('never takes anything away, whatever was answered', () => {
		fc.assert(
			fc.property(anyAnswers, anyRemarks, (answers, remarks) => {
				const result = resultWith({}, { answers });
				const before = markResult(GIVEN, result).score.questions;
				const after = markResult({ ...GIVEN, remarks }, result).score.questions;
				return after.every(
					({ credit, outcome }, index) => outcome === 'missing' || credit >= (before[index]?.credit ?? 0)
				);
			}),
			{ seed: 42, numRuns: 150 }
		);
	});

	it('makes no difference when said twice or in another order', () => {
		fc.assert(
			fc.property(anyAnswers, anyRemarks, (answers, remarks) => {
				const result = resultWith({}, { answers });
				const once = markResult({ ...GIVEN, remarks }, result).score;
				const again = markResult({ ...GIVEN, remarks: [...remarks].reverse().concat(remarks) }, result).score;
				const marks = ({ questions }: typeof once) =>
					JSON.stringify(questions.map(({ credit, outcome }) => [credit, outcome]));
				return marks(again) === marks(once) && Math.abs(again.points - once.points) < 1e-9;
			}),
			{ seed: 42, numRuns: 150 }
		);
	});
});

describe('a sitting for analysis', () => {
	it('holds what counts: credit, what was chosen, how sure, how long', () => {
		const result = resultWith({
			3: { response: choice(1), tookMs: 7000, confidence: 'sure' },
			5: { type: 'boolean', value: true },
			9: { type: 'label', label: 'ahead' },
			10: text('Pakistan')
		});
		const { learner, answers } = toSitting(
			markResult({ ...GIVEN, remarks: [{ item: 1, kind: 'left-out' }] }, result),
			'a'
		);
		expect(learner).toBe('a');
		expect(answers.map(({ item }) => item)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
		const of = (number: number) => answers.find(({ item }) => item === number);
		expect(of(3)).toEqual({
			item: 3,
			credit: 0,
			answered: true,
			chosen: [1],
			confidence: 'sure',
			tookMs: 7000
		});
		expect(of(2)).toMatchObject({ answered: false, credit: 0, chosen: null, confidence: null });
		expect(of(5)).toMatchObject({ chosen: [0] });
		expect(of(9)).toMatchObject({ chosen: [3], credit: 1 });
		expect(of(10)).toMatchObject({ chosen: null, credit: 1 });
	});
});
