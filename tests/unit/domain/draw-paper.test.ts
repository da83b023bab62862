import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '../../../src/lib/domain/draw-paper';
import type { Item } from '../../../src/lib/domain/item';
import type { QuizSpec } from '../../../src/lib/domain/quiz';
import { ALL_ITEMS, ITEMS, SPEC } from './quiz-items';

const bank: readonly Item[] = Array.from({ length: 30 }, (_, i) => ({
	...ITEMS['single-choice'],
	number: i + 1,
	id: `item-${String(i + 1)}`,
	// 20 on a, 7 on b, 3 on c.
	topic: i < 20 ? 'a' : i < 27 ? 'b' : 'c'
}));

const numbersOf = (spec: Partial<QuizSpec>, items = bank): number[] =>
	drawPaper({ ...SPEC, ...spec }, items).map((entry) => entry.item);
const topicsOf = (numbers: readonly number[]): string =>
	numbers
		.map((number) => bank[number - 1]?.topic ?? '?')
		.sort()
		.join('');
const orderOf = (item: Item, seed: number): readonly number[] =>
	drawPaper({ ...SPEC, seed, items: [item.number] }, [item])[0]?.order ?? [];
const withOptions = (...texts: string[]): Item => ({
	...ITEMS['single-choice'],
	options: texts.map((text, i) => ({ text, correct: i === 0 }))
});

describe('drawPaper', () => {
	it('takes equally many from every topic, and the rest where there are more', () => {
		expect(topicsOf(numbersOf({ count: 9 }))).toBe('aaabbbccc');
		expect(topicsOf(numbersOf({ count: 20 }))).toBe('a'.repeat(10) + 'b'.repeat(7) + 'c'.repeat(3));
	});

	it('draws only from the chosen topics', () => {
		expect(topicsOf(numbersOf({ count: 8, topics: ['b', 'c'] }))).toBe('bbbbbccc');
		expect(numbersOf({ count: 8, topics: ['nowhere'] })).toEqual([]);
	});

	it('takes hand-picked items in their order, each once, and leaves out those that are gone', () => {
		expect(numbersOf({ items: [5, 99, 2, 5, 9], count: 3 })).toEqual([5, 2, 9]);
		expect(numbersOf({ items: [5, 2, 9], count: 2 })).toEqual([5, 2]);
	});

	it('gives the same paper for the same seed, however the items come, and another for another seed', () => {
		const paper = drawPaper({ ...SPEC, count: 12 }, bank);
		expect(drawPaper({ ...SPEC, count: 12 }, [...bank].reverse())).toEqual(paper);
		expect(drawPaper({ ...SPEC, count: 12, seed: 8 }, bank)).not.toEqual(paper);
	});

	it('keeps the papers of earlier versions', () => {
		expect(numbersOf({ count: 6, seed: 1 })).toEqual([28, 30, 24, 2, 23, 18]);
		expect(orderOf(ITEMS['single-choice'], 1)).toEqual([3, 2, 0, 1]);
	});

	it('shuffles an item the same way whatever else is on the paper', () => {
		const alone = drawPaper({ ...SPEC, items: [4], count: 9 }, bank)[0];
		expect(drawPaper({ ...SPEC, items: [9, 8, 4], count: 9 }, bank)[2]).toEqual(alone);
	});

	it('draws distinct items, at most the count, and every index of each once', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: -2, max: 40 }), (seed, count) => {
				const paper = drawPaper({ ...SPEC, seed, count }, [...ALL_ITEMS]);
				expect(paper).toHaveLength(Math.min(Math.max(count, 0), ALL_ITEMS.length));
				expect(new Set(paper.map((entry) => entry.item)).size).toBe(paper.length);
				for (const { order } of paper) expect([...order].sort()).toEqual([...order.keys()]);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('never starts an ordering in the right order', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 2, max: 5 }), (seed, length) => {
				const entries = Array.from({ length }, (_, i) => ({ text: String(i) }));
				const order = orderOf({ ...ITEMS.ordering, entries }, seed);
				expect(order).toHaveLength(length);
				expect(order).not.toEqual([...entries.keys()]);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('puts options that are all numbers, years or measures in ascending order', () => {
		for (let seed = 0; seed < 10; seed += 1) {
			expect(orderOf(withOptions('1947', '1893', '2021', '1979'), seed)).toEqual([1, 0, 3, 2]);
			expect(orderOf(withOptions('2,640 km', '900 km', '1,600 km'), seed)).toEqual([1, 2, 0]);
			expect(orderOf(withOptions('0.5', '−3', '10'), seed)).toEqual([1, 0, 2]);
		}
	});

	it.each([
		[['10 km', '2 miles', '3 km']],
		[['1893', 'Kabul', '1947']],
		[['1893 to 1895', '1890 to 1891', '1880']],
		[['1.2.3', '1.2', '1.1']]
	])('shuffles options that only look like numbers: %j', (texts) => {
		const orders = Array.from({ length: 30 }, (_, seed) => orderOf(withOptions(...texts), seed).join());
		expect(new Set(orders).size).toBeGreaterThan(1);
	});

	it('shuffles the right sides of a matching with the surplus one and leaves fixed answers alone', () => {
		expect([...orderOf(ITEMS.matching, 3)].sort()).toEqual([0, 1, 2, 3]);
		expect(orderOf(ITEMS['true-false'], 3)).toEqual([]);
		expect(orderOf(ITEMS.classify, 3)).toEqual([]);
	});

	it('puts the right option at every place about equally often', () => {
		const places = [0, 0, 0, 0];
		for (let seed = 0; seed < 2_000; seed += 1) {
			const place = orderOf(ITEMS['single-choice'], seed).indexOf(0);
			places[place] = (places[place] ?? 0) + 1;
		}
		// 500 expected; 5 standard deviations are 97.
		for (const count of places) expect(Math.abs(count - 500)).toBeLessThan(97);
	});
});
