import { describe, expect, it } from 'vitest';
import { startAttempt } from '../../../src/lib/domain/attempt';
import { NO_ACCOMMODATIONS } from '../../../src/lib/domain/accommodations';
import { closingCut, openingState } from '../../../src/lib/domain/opening';
import type { QuizSpec } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { SPEC } from './quiz-items';

const rules = { ...PRACTICE_RULES, opensAt: 1_000, closesAt: 5_000 };

describe('the opening of a quiz', () => {
	it('is early before it opens, open from that instant on, closed from the closing instant on', () => {
		const states = [999, 1_000, 4_999, 5_000].map((now) => openingState(rules, now));
		expect(states).toEqual(['early', 'open', 'open', 'closed']);
		expect(openingState(PRACTICE_RULES, 0)).toBe('open');
	});

	it('lets nobody start before it', () => {
		const start = { id: 'a', title: 'A', spec: { ...SPEC, rules }, paper: [] };
		expect(() => startAttempt(start, 999)).toThrow('not open');
		expect(startAttempt(start, 1_000).deadline).toBe(5_000);
	});
});

describe('closingCut', () => {
	const limited: QuizSpec = { ...SPEC, rules, time: { kind: 'quiz', limitMs: 2_000 } };

	it('is silent while the time fits, and tells what is left once it does not', () => {
		expect(closingCut(limited, 3, 3_000)).toBeNull();
		expect(closingCut(limited, 3, 3_001)).toEqual({ leftMs: 1_999, wantedMs: 2_000 });
		expect(closingCut(limited, 3, 9_000)).toEqual({ leftMs: 0, wantedMs: 2_000 });
		expect(closingCut({ ...limited, rules: PRACTICE_RULES }, 3, 9_000)).toBeNull();
	});

	it('counts more time, all questions of a limit on each, and no limit at all', () => {
		expect(closingCut({ ...limited, factor: 2 }, 3, 1_001)).toEqual({ leftMs: 3_999, wantedMs: 4_000 });
		expect(closingCut({ ...limited, time: { kind: 'question', limitMs: 2_000 } }, 3, 1_000)).toEqual({
			leftMs: 4_000,
			wantedMs: 6_000
		});
		const untimed = { ...limited, accommodations: { ...NO_ACCOMMODATIONS, untimed: true } };
		expect(closingCut(untimed, 3, 1_000)).toEqual({ leftMs: 4_000, wantedMs: null });
	});
});
