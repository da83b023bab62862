import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '../../../src/lib/domain/accommodations';
import { fitPaper } from '../../../src/lib/domain/fewer-options';
import type { ItemOf } from '../../../src/lib/domain/item';
import { ALL_ITEMS, SPEC } from './quiz-items';

const NEEDED = { ...SPEC, accommodations: { ...NO_ACCOMMODATIONS, fewerOptions: true } };
const paper = [
	{ item: 3, order: [2, 0, 3, 1] },
	{ item: 6, order: [1, 0, 3, 2] },
	{ item: 4, order: [3, 2, 1, 0] }
];

describe('fitPaper', () => {
	it('takes one wrong option from each choice, chosen by the seed, and leaves all else', () => {
		const fitted = fitPaper(paper, ALL_ITEMS, NEEDED);
		expect(fitted.map(({ order }) => order.length)).toEqual([3, 4, 3]);
		expect(fitPaper(paper, ALL_ITEMS, NEEDED)).toEqual(fitted);
		const dropped = (seed: number) =>
			[1, 2, 3].find((option) => !fitPaper(paper, ALL_ITEMS, { ...NEEDED, seed })[0]?.order.includes(option));
		expect(new Set(Array.from({ length: 30 }, (_, seed) => dropped(seed)))).toEqual(new Set([1, 2, 3]));
	});

	it('is the same paper for those who do not need it', () => {
		expect(fitPaper(paper, ALL_ITEMS, SPEC)).toBe(paper);
	});

	it('never drops what is right, never the last wrong one, and keeps the order', () => {
		const options = fc.array(fc.boolean(), { minLength: 2, maxLength: 8 });
		fc.assert(
			fc.property(options, fc.nat(), (keys, seed) => {
				const item: ItemOf<'multiple-choice'> = {
					type: 'multiple-choice',
					number: 1,
					id: '1',
					revision: 1,
					stem: '?',
					options: keys.map((correct, index) => ({ text: String(index), correct }))
				};
				const order = [...keys.keys()].reverse();
				const [fitted] = fitPaper([{ item: 1, order }], [item], { ...NEEDED, seed });
				const left = fitted?.order ?? [];
				const wrong = keys.filter((correct) => !correct).length;
				expect(left).toEqual(order.filter((index) => left.includes(index)));
				expect(left.length).toBe(order.length - (order.length >= 4 && wrong >= 2 ? 1 : 0));
				expect(left.filter((index) => keys[index])).toHaveLength(keys.length - wrong);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});
