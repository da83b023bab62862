import { describe, expect, it } from 'vitest';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import { composeLike, scopeOfSpec } from '../../../src/lib/state/quiz-again';
import { row } from '../domain/blueprints';
import { SPEC } from '../domain/quiz-items';

const GIVEN = { count: 10, time: { kind: 'none' }, rules: PRACTICE_RULES };

describe('another paper of the same kind', () => {
	it('asks about the same set, topics and items', () => {
		expect(scopeOfSpec({ ...SPEC, topics: ['a'], items: [3, 1] })).toEqual({
			setId: 'demo',
			paragraph: null,
			topics: ['a'],
			items: [3, 1]
		});
	});

	it('needs no composer where topics, number and time say it all', () => {
		expect(composeLike(SPEC)).toBeNull();
		expect(composeLike({ ...SPEC, topics: ['a'], items: [3] })).toBeNull();
	});

	it('has the same blueprint', () => {
		const sections = [{ title: 'Part', fixed: [1], rows: [row(3)] }];
		expect(composeLike({ ...SPEC, sections })).toEqual({ ...GIVEN, way: 'blueprint', blueprint: sections });
	});

	it('has the same questions where all were picked', () => {
		const sections = [{ title: '', fixed: [4, 2], rows: [] }];
		expect(composeLike({ ...SPEC, sections })).toEqual({ ...GIVEN, way: 'hand', picked: [4, 2] });
	});

	it('follows the same rules, but not the times at which it opened and closed', () => {
		const rules = { ...PRACTICE_RULES, confidence: true, opensAt: 1, closesAt: 2 };
		expect(composeLike({ ...SPEC, rules })?.rules).toEqual({ ...rules, opensAt: null, closesAt: null });
		expect(composeLike({ ...SPEC, rules: { ...PRACTICE_RULES, closesAt: 2 } })).toBeNull();
		expect(composeLike({ ...SPEC, rules, items: [5] })).toMatchObject({ way: 'hand', picked: [5] });
	});
});
