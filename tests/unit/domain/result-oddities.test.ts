import { describe, expect, it } from 'vitest';
import { seedOfForm } from '../../../src/lib/domain/assigned-paper';
import type { AssignedQuiz } from '../../../src/lib/domain/assignment';
import type { AssignmentResult } from '../../../src/lib/domain/assignment-result';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { findOddities } from '../../../src/lib/domain/result-oddities';
import { ASSIGNMENT, resultWith } from './class-results';

const MINUTE = 60_000;

function oddities(changes: Partial<AssignmentResult>, quiz: Partial<AssignedQuiz> = {}, receivedAt = 10_000_000) {
	const assignment = { ...ASSIGNMENT, quiz: { ...ASSIGNMENT.quiz, ...quiz } };
	return findOddities(assignment, resultWith({}, changes), receivedAt, false);
}

describe('what is odd about a result', () => {
	it('is nothing, mostly', () => {
		expect(oddities({})).toEqual([]);
	});

	it('is a paper that the assignment does not give', () => {
		expect(oddities({ seed: 8 })).toEqual([{ kind: 'other-paper' }]);
		expect(oddities({ seed: seedOfForm(ASSIGNMENT, 'B') }, { forms: 'ab' })).toEqual([]);
		expect(oddities({ seed: 123 }, { forms: 'each' })).toEqual([]);
	});

	it('is what the clock says: late, too early, after closing without being late, ahead of this device', () => {
		const window = (opensAt: number | null, closesAt: number | null) => ({
			rules: { ...PRACTICE_RULES, opensAt, closesAt }
		});
		expect(oddities({ lateMs: 5 * MINUTE })).toEqual([{ kind: 'late', ms: 5 * MINUTE }]);
		expect(oddities({}, window(1_000_000 + 5 * MINUTE, null))).toEqual([{ kind: 'too-early', ms: 5 * MINUTE }]);
		expect(oddities({}, window(null, 1_000_000 + 5 * MINUTE))).toEqual([{ kind: 'after-closing', ms: 5 * MINUTE }]);
		const grace = { kind: 'grace', graceMs: 10 * MINUTE } as const;
		const withGrace = (closesAt: number) => ({ rules: { ...PRACTICE_RULES, closesAt, ending: grace } });
		expect(oddities({}, withGrace(1_600_000 - 9 * MINUTE))).toEqual([]);
		expect(oddities({}, withGrace(1_600_000 - 13 * MINUTE))).toEqual([{ kind: 'after-closing', ms: 13 * MINUTE }]);
		expect(oddities({ lateMs: MINUTE }, window(null, 1_000_000))).toEqual([{ kind: 'late', ms: MINUTE }]);
		expect(oddities({}, {}, 1_000_000)).toEqual([{ kind: 'clock-ahead', ms: 600_000 }]);
		expect(oddities({}, window(1_000_000 + MINUTE, 1_600_000 - MINUTE), 1_599_000)).toEqual([]);
	});

	it('is one sitting too many, gaps, time that ran out, and answers that the learner calls right', () => {
		expect(oddities({ sitting: 3 }, { sittings: 2 })).toEqual([{ kind: 'sittings', most: 2 }]);
		expect(oddities({ sitting: 3 }, { sittings: 0 })).toEqual([]);
		const wasAhead = { clockBack: { count: 1, ms: 60 * MINUTE } };
		const closesAt = 1_000_000;
		expect(oddities(wasAhead, { rules: { ...PRACTICE_RULES, closesAt } }, 1_000_000)).toEqual([
			{ kind: 'clock-back', count: 1, ms: 60 * MINUTE }
		]);
		const result = { away: { count: 2, ms: 9 }, clockBack: { count: 1, ms: 5 }, timedOut: true };
		expect(
			oddities({
				...result,
				answers: [
					{ response: null, tookMs: 0 },
					{ response: null, tookMs: 0, overruled: true }
				]
			})
		).toEqual([
			{ kind: 'clock-back', count: 1, ms: 5 },
			{ kind: 'away', count: 2, ms: 9 },
			{ kind: 'timed-out' },
			{ kind: 'overruled', count: 1 }
		]);
	});
});
