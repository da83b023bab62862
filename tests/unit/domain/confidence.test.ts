import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf, JUDGEMENT_POINTS, judgementOf } from '../../../src/lib/domain/confidence';
import { CONFIDENCES, type Confidence } from '../../../src/lib/domain/quiz';
import type { Outcome, QuestionScore } from '../../../src/lib/domain/score';

const CREDITS = { right: 1, partly: 0.5, wrong: 0, unanswered: 0, missing: 0 };

function question(outcome: Outcome, confidence: Confidence | null): QuestionScore {
	const credit = CREDITS[outcome];
	return { item: 1, outcome, mark: null, credit, misses: 0, confidence, tookMs: 0, ruling: 'marked' };
}

describe('judgementOf', () => {
	it('gives most for a sure right answer and nothing for a sure wrong one, with parts in proportion', () => {
		const points = (outcome: Outcome, confidence: Confidence) => judgementOf([question(outcome, confidence)])?.points;
		expect(CONFIDENCES.map((confidence) => points('right', confidence))).toEqual([4, 5, 6]);
		expect(CONFIDENCES.map((confidence) => points('wrong', confidence))).toEqual([3, 2, 0]);
		expect(points('partly', 'sure')).toBe(3);
	});

	it('counts only answers of which the learner said how sure they are', () => {
		const open = [question('unanswered', null), question('right', null), question('missing', 'sure')];
		expect(judgementOf(open)).toBeNull();
		expect(judgementOf([...open, question('right', 'sure')])).toEqual({ points: 6, most: 6 });
	});

	it('pays best for saying what one believes: guess below 1 in 2, sure from 2 in 3', () => {
		const expected = (chance: number) => (confidence: Confidence) => {
			const { right, wrong } = JUDGEMENT_POINTS[confidence];
			return chance * right + (1 - chance) * wrong;
		};
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
				const honest: Confidence = chance < 1 / 2 ? 'guess' : chance < 2 / 3 ? 'fairly' : 'sure';
				const all = CONFIDENCES.map(expected(chance));
				expect(expected(chance)(honest)).toBeCloseTo(Math.max(...all), 10);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});

describe('calibrationOf', () => {
	it('tells for each confidence how many of its answers were right', () => {
		const questions = [
			question('right', 'sure'),
			question('right', 'sure'),
			question('wrong', 'sure'),
			question('partly', 'guess'),
			question('unanswered', 'fairly'),
			question('right', null)
		];
		expect(calibrationOf(questions)).toEqual([
			{ confidence: 'guess', rightShare: 0, n: 1 },
			{ confidence: 'sure', rightShare: 2 / 3, n: 3 }
		]);
	});
});
