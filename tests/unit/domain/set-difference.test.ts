import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/lib/domain/item';
import { findSetDifference, isSameEdition, isSameItem, type SetEdition } from '../../../src/lib/domain/set-difference';

function basic(number: number, answer = 'yes', more: Partial<Item> = {}): Item {
	return {
		type: 'basic',
		stem: `Question ${number}?`,
		answer,
		number,
		id: String(number),
		revision: 1,
		...more
	} as Item;
}
function edition(items: readonly Item[], more: Partial<SetEdition> = {}): SetEdition {
	return { title: 'Rivers', lang: 'en', topics: [], items, ...more };
}

describe('the difference between two editions of a set', () => {
	it('names what is new, corrected and withdrawn', () => {
		const before = edition([basic(1), basic(2), basic(3)]);
		const after = edition([basic(1, 'no'), basic(3), basic(4)]);
		expect(findSetDifference(before, after)).toEqual({ added: [4], corrected: [1], withdrawn: [2], arranged: false });
	});

	it('finds none when only revisions, provenance or the order of fields differ', () => {
		const provenance = {
			paragraphs: [1],
			kind: 'fact',
			sources: [],
			asOf: '2025',
			objective: 'LO1',
			bloom: 'apply',
			difficulty: 'easy',
			tags: []
		} as const;
		const { type, stem, ...rest } = basic(1);
		const turned = { ...rest, stem, type } as Item;
		const difference = findSetDifference(edition([basic(1, 'yes', { revision: 4, provenance })]), edition([turned]));
		expect(isSameEdition(difference)).toBe(true);
	});

	it('tells a moved question, another title, language or topic from a corrected question', () => {
		const before = edition([basic(1), basic(2)]);
		const others = [
			edition([basic(2), basic(1)]),
			edition(before.items, { title: 'Lakes' }),
			edition(before.items, { lang: 'de' }),
			edition(before.items, { topics: [{ id: 'a', title: 'A' }] })
		];
		for (const after of others) {
			expect(findSetDifference(before, after)).toEqual({ added: [], corrected: [], withdrawn: [], arranged: true });
		}
	});

	it('does not call the order changed when a question was only added or withdrawn', () => {
		const difference = findSetDifference(
			edition([basic(1), basic(2), basic(3)]),
			edition([basic(4), basic(1), basic(3)])
		);
		expect(difference.arranged).toBe(false);
	});

	it('compares parts of questions, not only their stems', () => {
		const options = [
			{ text: 'a', correct: true },
			{ text: 'b', correct: false }
		];
		const before: Item = { type: 'single-choice', stem: 'S', options, number: 1, id: '1', revision: 1 };
		const after: Item = { ...before, options: options.map(({ text, correct }) => ({ text, correct: !correct })) };
		expect(isSameItem(before, { ...before, revision: 9 })).toBe(true);
		expect(isSameItem(before, after)).toBe(false);
	});

	it('is empty between a set and itself, and turned round when the editions are', () => {
		const items = fc
			.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 })
			.chain((numbers) =>
				fc
					.array(fc.constantFrom('yes', 'no'), { minLength: numbers.length, maxLength: numbers.length })
					.map((answers) => numbers.map((number, place) => basic(number, answers[place])))
			);
		fc.assert(
			fc.property(items, items, (a, b) => {
				expect(isSameEdition(findSetDifference(edition(a), edition(a)))).toBe(true);
				const [there, back] = [findSetDifference(edition(a), edition(b)), findSetDifference(edition(b), edition(a))];
				expect([...there.added].sort()).toEqual([...back.withdrawn].sort());
				expect([...there.corrected].sort()).toEqual([...back.corrected].sort());
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});
