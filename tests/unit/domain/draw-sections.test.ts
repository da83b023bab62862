import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlueprintRow, Section } from '../../../src/lib/domain/blueprint';
import { drawPaper } from '../../../src/lib/domain/draw-paper';
import { blueprintShortfall, drawSlots, fitsRow } from '../../../src/lib/domain/draw-sections';
import { toPaperCode } from '../../../src/lib/domain/paper-code';
import { blueprints, ONE_OF_A_KIND, row, SET_ITEMS } from './blueprints';
import { SPEC } from './quiz-items';

const specOf = (sections: readonly Section[], seed: number) => ({ ...SPEC, sections, seed });
const numbersOf = (sections: readonly Section[], seed = 7, items = SET_ITEMS) =>
	drawPaper(specOf(sections, seed), items).map(({ item }) => item);
const section = (fixed: readonly number[], ...rows: BlueprintRow[]): Section => ({ title: '', fixed, rows });

describe('a paper drawn by sections', () => {
	it('asks the fixed items first, in their order, then what the rows draw, section by section', () => {
		const numbers = numbersOf([section([9, 4], row(2, { topics: ['b'] })), section([30], row(1, { topics: ['a'] }))]);
		expect(numbers).toHaveLength(6);
		expect([numbers[0], numbers[1], numbers[4]]).toEqual([9, 4, 30]);
		expect(SET_ITEMS.filter(({ number }) => numbers.slice(2, 4).includes(number)).map(({ topic }) => topic)).toEqual([
			'b',
			'b'
		]);
		expect(SET_ITEMS.find(({ number }) => number === numbers[5])?.topic).toBe('a');
	});

	it('leaves out fixed items that are gone or stand there already', () => {
		expect(numbersOf([section([5, 99, 2, 5]), section([2, 1])])).toEqual([5, 2, 1]);
	});

	it('stays the same in later versions, as papers are on paper already', () => {
		const sections = [section([3], row(3, { topics: ['a', 'c'] })), section([], row(2, { difficulties: ['hard'] }))];
		expect(numbersOf(sections, 1)).toEqual([3, 17, 5, 29, 21, 6]);
		expect(toPaperCode(1, 'demo', drawPaper(specOf(sections, 1), SET_ITEMS), SET_ITEMS)).toBe('0000-00B7');
	});

	it('is drawn again from its code and its blueprint, whatever the order of the items', () => {
		fc.assert(
			fc.property(blueprints, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (sections, seed) => {
				const paper = drawPaper(specOf(sections, seed), SET_ITEMS);
				const again = drawPaper(specOf(sections, seed), SET_ITEMS.toReversed());
				expect(again).toEqual(paper);
				expect(toPaperCode(seed, 'demo', again, SET_ITEMS)).toBe(toPaperCode(seed, 'demo', paper, SET_ITEMS));
			}),
			{ seed: 42, numRuns: 100 }
		);
	});

	it('never asks an item twice, and a row draws only what fits it', () => {
		fc.assert(
			fc.property(blueprints, fc.integer(), (sections, seed) => {
				const slots = drawSlots(sections, SET_ITEMS, seed);
				const numbers = slots.flatMap(({ item }) => item?.number ?? []);
				expect(new Set(numbers).size).toBe(numbers.length);
				for (const { row: drawing, item } of slots) {
					if (drawing !== null && item !== null) expect(fitsRow(drawing, item)).toBe(true);
				}
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('draws every item of a row about equally often', () => {
		const times = new Map<number, number>();
		for (let seed = 0; seed < 3_000; seed += 1) {
			for (const number of numbersOf([section([], row(2, { topics: ['c'] }))], seed)) {
				times.set(number, (times.get(number) ?? 0) + 1);
			}
		}
		// 2 of 3 items, so 2,000 expected of each; 5 standard deviations are 129.
		expect(times.size).toBe(3);
		for (const count of times.values()) expect(Math.abs(count - 2_000)).toBeLessThan(129);
	});

	it('lets the rows that few items fit choose first', () => {
		const sections = [section([], row(29), row(1, { types: ['true-false'] }))];
		for (let seed = 0; seed < 20; seed += 1) {
			expect(numbersOf(sections, seed).at(-1)).toBe(ONE_OF_A_KIND);
			expect(blueprintShortfall(sections, SET_ITEMS, seed)).toEqual([]);
		}
	});
});

describe('blueprintShortfall', () => {
	it('names the rows that find too few items', () => {
		const sections = [
			section([28], row(2, { topics: ['b'] }), row(4, { topics: ['c'] })),
			section([], row(3, { types: ['map'] }))
		];
		expect(blueprintShortfall(sections, SET_ITEMS, 7)).toEqual([
			{ section: 0, row: 1, found: 2, wanted: 4 },
			{ section: 1, row: 0, found: 0, wanted: 3 }
		]);
	});

	it('says nothing of a blueprint that can be filled, or that asks for nothing', () => {
		expect(blueprintShortfall([section([1], row(5))], SET_ITEMS, 7)).toEqual([]);
		expect(blueprintShortfall([], SET_ITEMS, 7)).toEqual([]);
	});

	it('counts what is missing, no more and no less', () => {
		fc.assert(
			fc.property(blueprints, fc.integer(), (sections, seed) => {
				const missing = drawSlots(sections, SET_ITEMS, seed).filter(({ item }) => item === null).length;
				const short = blueprintShortfall(sections, SET_ITEMS, seed);
				expect(short.reduce((sum, { found, wanted }) => sum + wanted - found, 0)).toBe(missing);
			}),
			{ seed: 42, numRuns: 100 }
		);
	});
});
