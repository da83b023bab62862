import fc from 'fast-check';
import type { BlueprintRow, Section } from '../../../src/lib/domain/blueprint';
import type { Item, ItemDifficulty } from '../../../src/lib/domain/item';
import { ITEMS } from './quiz-items';

/** The only true-false item. */
export const ONE_OF_A_KIND = 12;

const DIFFICULTY: readonly ItemDifficulty[] = ['easy', 'medium', 'hard'];

/** 30 items: 20 on a, 7 on b, 3 on c; easy, medium and hard in turn. */
export const SET_ITEMS: readonly Item[] = Array.from({ length: 30 }, (_, i) => ({
	...(i + 1 === ONE_OF_A_KIND ? ITEMS['true-false'] : ITEMS['single-choice']),
	number: i + 1,
	id: `item-${String(i + 1)}`,
	topic: i < 20 ? 'a' : i < 27 ? 'b' : 'c',
	provenance: {
		paragraphs: [1],
		kind: 'fact',
		sources: ['S1'],
		asOf: '2025-10-16',
		objective: 'LO1',
		bloom: 'remember',
		difficulty: DIFFICULTY[i % 3] ?? 'easy',
		tags: []
	}
}));

export function row(count: number, kind: Partial<BlueprintRow> = {}): BlueprintRow {
	return { count, topics: [], difficulties: [], types: [], ...kind };
}

const rows = fc.record({
	count: fc.integer({ min: 0, max: 6 }),
	topics: fc.subarray(['a', 'b', 'c']),
	difficulties: fc.subarray([...DIFFICULTY]),
	types: fc.subarray(['single-choice', 'true-false'] as const, { maxLength: 1 })
});

/** Any blueprint, also one that asks for more than there is. */
export const blueprints: fc.Arbitrary<Section[]> = fc.array(
	fc.record({
		title: fc.constantFrom('', 'Part'),
		fixed: fc.array(fc.integer({ min: 1, max: 32 }), { maxLength: 3 }),
		rows: fc.array(rows, { maxLength: 3 })
	}),
	{ minLength: 1, maxLength: 4 }
);
