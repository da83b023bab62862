import { describe, expect, it } from 'vitest';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { isPractice, presetOf, RULE_PRESETS, withPreset } from '../../../src/lib/domain/rule-presets';

describe('rule presets', () => {
	it('are found again in the rules they made, whatever the instants', () => {
		for (const preset of RULE_PRESETS) {
			const rules = withPreset({ ...PRACTICE_RULES, opensAt: 1, closesAt: 2 }, preset);
			expect(rules).toMatchObject({ opensAt: 1, closesAt: 2 });
			expect(presetOf(rules)).toBe(preset);
			expect(presetOf({ ...rules, oneWay: true })).toBeNull();
			expect(isPractice({ ...rules, opensAt: null, closesAt: null })).toBe(preset === 'quiz');
		}
	});

	it('name the rules that a quiz begins with', () => {
		expect(presetOf(PRACTICE_RULES)).toBe('quiz');
	});

	it('are the same with the stages in another order', () => {
		const rules = withPreset(PRACTICE_RULES, 'homework');
		const turned = { ...rules, review: { ...rules.review, marks: rules.review.marks.toReversed() } };
		expect(presetOf(turned)).toBe('homework');
	});

	it('never take marks away, and a test tells nothing before it is closed', () => {
		for (const preset of RULE_PRESETS) expect(withPreset(PRACTICE_RULES, preset).penalty).toBe(0);
		expect(Object.values(withPreset(PRACTICE_RULES, 'test').review)).toEqual(Array(4).fill(['closed']));
	});

	it('leave the rules of a quiz of one’s own what they are', () => {
		expect(isPractice(PRACTICE_RULES)).toBe(true);
		expect(isPractice({ ...PRACTICE_RULES, closesAt: 5 })).toBe(false);
	});
});
