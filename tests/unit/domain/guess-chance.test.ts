import { describe, expect, it } from 'vitest';
import { guessChance } from '../../../src/lib/domain/guess-chance';
import type { Item } from '../../../src/lib/domain/item';
import { markResponse } from '../../../src/lib/domain/marking';
import { ITEMS } from './quiz-items';

describe('guessChance', () => {
	it.each<[Item, number]>([
		[ITEMS['single-choice'], 1 / 4],
		[ITEMS['multiple-choice'], 1 / 15],
		[ITEMS['true-false'], 1 / 2],
		[ITEMS.classify, 1 / 4],
		[ITEMS.ordering, 1 / 24],
		[ITEMS.basic, 0],
		[ITEMS.cloze, 0],
		[ITEMS.map, 0],
		[ITEMS['short-answer'], 0]
	])('knows the chance for $type', (item, chance) => {
		expect(guessChance(item)).toBeCloseTo(chance, 12);
	});

	it('follows the options that one learner was shown, and nothing else does', () => {
		expect(guessChance(ITEMS['single-choice'], 3)).toBeCloseTo(1 / 3, 12);
		expect(guessChance(ITEMS['multiple-choice'], 3)).toBeCloseTo(1 / 7, 12);
		expect(guessChance(ITEMS.ordering, 3)).toBeCloseTo(1 / 24, 12);
	});

	it('counts a matching by trying every assignment, equal right sides included', () => {
		const sides = [0, 1, 2, 3];
		const assignments = sides.flatMap((a) =>
			sides.flatMap((b) => sides.flatMap((c) => (new Set([a, b, c]).size === 3 ? [[a, b, c]] : [])))
		);
		const right = assignments.filter((r) => markResponse(ITEMS.matching, { type: 'match', right: r }).correct);
		expect(assignments).toHaveLength(24);
		expect(guessChance(ITEMS.matching)).toBeCloseTo(right.length / assignments.length, 12);
	});
});
