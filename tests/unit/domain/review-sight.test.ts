import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES, REVIEW_STAGES, type QuizRules } from '../../../src/lib/domain/quiz-rules';
import {
	broughtBy,
	lessSightAt,
	moreSightAt,
	nextStageAt,
	reviewStageOf,
	sightAt,
	sightOf
} from '../../../src/lib/domain/review-sight';
import { withPreset } from '../../../src/lib/domain/rule-presets';
import { attemptAt } from './quiz-items';

const FINISHED = 1_000_000;
const LATER = FINISHED + 120_000;
const finished = (rules: Partial<QuizRules>): Attempt => ({
	...attemptAt([1], { rules: { ...PRACTICE_RULES, ...rules } }),
	finishedAt: FINISHED
});
const test = (closesAt: number | null) => finished({ ...withPreset(PRACTICE_RULES, 'test'), closesAt });

describe('reviewStageOf', () => {
	it('is right after for two minutes, then later, then closed', () => {
		const attempt = finished({ closesAt: FINISHED + 600_000 });
		expect(reviewStageOf(attempt, FINISHED)).toBe('after');
		expect(reviewStageOf(attempt, LATER - 1)).toBe('after');
		expect(reviewStageOf(attempt, LATER)).toBe('later');
		expect(reviewStageOf(attempt, FINISHED + 600_000)).toBe('closed');
	});

	it('is closed at once when it closed before it was handed in, and never without a closing time', () => {
		expect(reviewStageOf(finished({ closesAt: FINISHED - 5 }), FINISHED)).toBe('closed');
		expect(reviewStageOf(finished({}), FINISHED * 1_000)).toBe('later');
	});

	it('is during while the attempt runs', () => {
		expect(reviewStageOf({ ...finished({}), finishedAt: null }, FINISHED)).toBe('during');
	});

	it('changes only at the instant that is foretold', () => {
		const closing = fc.option(fc.integer({ min: -300_000, max: 600_000 }));
		fc.assert(
			fc.property(
				closing,
				fc.integer({ min: 0, max: 700_000 }),
				fc.integer({ min: 0, max: 700_000 }),
				(close, a, b) => {
					const attempt = finished({ closesAt: close === null ? null : FINISHED + close });
					const [now, then] = [FINISHED + Math.min(a, b), FINISHED + Math.max(a, b)];
					const next = nextStageAt(attempt, now);
					if (next === null || then < next) expect(reviewStageOf(attempt, then)).toBe(reviewStageOf(attempt, now));
					else expect(next).toBeGreaterThan(now);
				}
			),
			{ seed: 42, numRuns: 200 }
		);
	});
});

describe('sightAt', () => {
	it('shows each aspect at its stages only', () => {
		const rules = {
			...PRACTICE_RULES,
			review: { correctness: ['after'], marks: ['closed'], explanation: [], key: ['during', 'later'] }
		} as const;
		const sights = REVIEW_STAGES.map((stage) => sightAt(rules, stage));
		expect(sights.map(({ correctness }) => correctness)).toEqual([false, true, false, false]);
		expect(sights.map(({ marks }) => marks)).toEqual([false, false, false, true]);
		expect(sights.map(({ explanation }) => explanation)).toEqual([false, false, false, false]);
		expect(sights.map(({ key }) => key)).toEqual([true, false, true, false]);
	});
});

describe('what comes into sight', () => {
	it('is foretold with the moment at which it does', () => {
		const closesAt = FINISHED + 86_400_000;
		expect(moreSightAt(test(closesAt), FINISHED, null)).toEqual({
			at: closesAt,
			aspects: ['correctness', 'marks', 'explanation', 'key']
		});
		expect(moreSightAt(test(closesAt), closesAt, null)).toBeNull();
		expect(moreSightAt(test(null), FINISHED, null)).toBeNull();
		expect(moreSightAt(finished({}), FINISHED, null)).toBeNull();
	});

	it('passes over a stage that shows nothing more', () => {
		const closesAt = LATER + 1;
		const review = { ...PRACTICE_RULES.review, key: ['closed'] } as const;
		expect(moreSightAt(finished({ review, closesAt }), FINISHED, null)).toEqual({ at: closesAt, aspects: ['key'] });
	});

	it('may go out of sight again, which is foretold too', () => {
		const review = { ...PRACTICE_RULES.review, key: ['after'], explanation: ['after', 'closed'] } as const;
		const attempt = finished({ review, closesAt: LATER + 1 });
		expect(lessSightAt(attempt, FINISHED, null)).toEqual({ at: LATER, aspects: ['explanation', 'key'] });
		expect(moreSightAt(attempt, LATER, null)).toEqual({ at: LATER + 1, aspects: ['explanation'] });
		expect(lessSightAt(attempt, LATER, null)).toBeNull();
	});
});

describe('what feedback lets be seen', () => {
	const CLOSES = LATER + 1_000_000;
	const MARKS = { marks: true, key: false };
	const NOTHING = { correctness: false, marks: false, explanation: false, key: false };

	it('is no more than the rules say until the quiz closes, and all it brings from then on', () => {
		expect(sightOf(test(CLOSES), CLOSES - 1, { marks: true, key: true })).toEqual(NOTHING);
		const never = finished({ closesAt: CLOSES, review: { correctness: [], marks: [], explanation: [], key: [] } });
		expect(sightOf(never, CLOSES - 1, MARKS)).toEqual(NOTHING);
		expect(sightOf(never, CLOSES, MARKS)).toEqual({ ...NOTHING, correctness: true, marks: true });
		expect(sightOf(never, CLOSES, null)).toEqual(NOTHING);
		expect(moreSightAt(never, LATER, MARKS)).toEqual({ at: CLOSES, aspects: ['correctness', 'marks'] });
	});

	it('is all it brings at once where nothing closes', () => {
		expect(sightOf(test(null), FINISHED, MARKS)).toEqual({ ...NOTHING, correctness: true, marks: true });
		const all = { correctness: true, marks: true, explanation: true, key: true };
		expect(sightOf(test(null), FINISHED, { marks: false, key: true })).toEqual(all);
		expect(sightOf(test(null), FINISHED, { marks: false, key: false })).toEqual(NOTHING);
		expect(moreSightAt(test(null), FINISHED, MARKS)).toBeNull();
	});

	it('never takes away what the rules let be seen', () => {
		const homework = finished({ ...withPreset(PRACTICE_RULES, 'homework'), closesAt: CLOSES });
		expect(sightOf(homework, LATER, MARKS)).toEqual(sightOf(homework, LATER, null));
		expect(moreSightAt(homework, LATER, MARKS)).toEqual({ at: CLOSES, aspects: ['explanation', 'key'] });
	});

	it('depends on whether marks and answers came along', () => {
		expect(broughtBy({ credits: [] })).toEqual({ marks: false, key: false });
		const set = { id: 's', title: '', lang: 'en', revision: 1, topics: [], items: [] };
		expect(broughtBy({ credits: [1, null], set })).toEqual({ marks: true, key: true });
	});
});
