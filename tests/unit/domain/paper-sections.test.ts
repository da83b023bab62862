import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNTITLED, type Section } from '../../../src/lib/domain/blueprint';
import { drawPaper } from '../../../src/lib/domain/draw-paper';
import { drawSlots } from '../../../src/lib/domain/draw-sections';
import { lockPlace } from '../../../src/lib/domain/edit-sections';
import { groupBySection, sectionsOfPaper } from '../../../src/lib/domain/paper-sections';
import { blueprints, row, SET_ITEMS } from './blueprints';
import { SPEC } from './quiz-items';

const section = (title: string, fixed: readonly number[], ...rows: Section['rows']): Section => ({
	title,
	fixed,
	rows
});
const paperOf = (sections: readonly Section[], seed = 7, items = SET_ITEMS) =>
	drawPaper({ ...SPEC, sections, seed }, items);
const titlesOf = (sections: readonly Section[], paper = paperOf(sections), items = SET_ITEMS) =>
	sectionsOfPaper({ sections, seed: 7 }, paper, items).map((found) => found?.title ?? null);

const PARTS = [
	section('Words', [4], row(2)),
	section('The border', [], row(2, { topics: ['b'] })),
	section('Map', [30])
];

describe('the sections of a paper', () => {
	it('are those of the slots it was drawn by, whatever is asked and found, and never mix', () => {
		const prop = fc.property(blueprints, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (drawn, seed) => {
			// A title each, so that no section goes on with the one before it.
			const sections = drawn.map((one, index) => ({ ...one, title: `Part ${String(index)}` }));
			const slots = drawSlots(sections, SET_ITEMS, seed).filter(({ item }) => item !== null);
			const found = sectionsOfPaper({ sections, seed }, paperOf(sections, seed), SET_ITEMS);
			expect(found.map((one) => one?.title)).toEqual(slots.map((slot) => `Part ${String(slot.section)}`));
			const numbers = found.map((one) => one?.number ?? 0);
			expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
		});
		fc.assert(prop, { seed: 42, numRuns: 200 });
	});

	it('are numbered, with how many there are', () => {
		expect(sectionsOfPaper({ sections: PARTS, seed: 7 }, paperOf(PARTS), SET_ITEMS)).toEqual([
			...Array.from({ length: 3 }, () => ({ number: 1, count: 3, title: 'Words' })),
			...Array.from({ length: 2 }, () => ({ number: 2, count: 3, title: 'The border' })),
			{ number: 3, count: 3, title: 'Map' }
		]);
	});

	it('are known of a full paper though its set has lost the questions', () => {
		expect(titlesOf(PARTS, paperOf(PARTS), [])).toEqual(['Words', 'Words', 'Words', 'The border', 'The border', 'Map']);
	});

	it('of a paper that was cut short are told of the fixed questions only, once its set has changed', () => {
		const parts = [section('Rare', [3], row(9, { topics: ['c'] })), section('Map', [5])];
		const paper = paperOf(parts);
		expect(paper).toHaveLength(5);
		expect(titlesOf(parts, paper)).toEqual(['Rare', 'Rare', 'Rare', 'Rare', 'Map']);
		expect(titlesOf(parts, paper, SET_ITEMS.slice(0, 20))).toEqual(['Rare', null, null, null, 'Map']);
	});

	it('say nothing of a plain quiz, nor of one part without a title, however it was split', () => {
		expect(sectionsOfPaper(SPEC, [{ item: 1, order: [] }], SET_ITEMS)).toEqual([null]);
		expect(titlesOf([section('', [1]), section('', [2], row(1))])).toEqual([null, null, null]);
		expect(titlesOf([section(UNTITLED, [1]), section('Empty', [])])).toEqual([null]);
	});

	it('are told apart by their numbers where parts have no titles', () => {
		const parts = [section('', [1], row(2)), section(UNTITLED, [], row(1)), section(UNTITLED, [30])];
		const part = (number: number) => ({ number, count: 3, title: '' });
		expect(sectionsOfPaper({ sections: parts, seed: 7 }, paperOf(parts), SET_ITEMS)).toEqual([1, 1, 1, 2, 3].map(part));
	});

	it('without titles stay as they were told when questions in the middle of them are locked', () => {
		const parts = [section('', [], row(3)), section(UNTITLED, [], row(3))];
		const locked = [1, 3, 4].reduce(
			(sections: readonly Section[], place) => lockPlace({ sections, items: SET_ITEMS, seed: 7 }, place),
			parts
		);
		expect(locked.length).toBeGreaterThan(parts.length);
		expect(sectionsOfPaper({ sections: locked, seed: 7 }, paperOf(locked), SET_ITEMS)).toEqual(
			sectionsOfPaper({ sections: parts, seed: 7 }, paperOf(parts), SET_ITEMS)
		);
	});

	it('stay as they were told when a question in the middle of one is locked', () => {
		const locked = lockPlace({ sections: PARTS, items: SET_ITEMS, seed: 7 }, 4);
		expect(locked).toHaveLength(PARTS.length + 1);
		expect(sectionsOfPaper({ sections: locked, seed: 7 }, paperOf(locked), SET_ITEMS)).toEqual(
			sectionsOfPaper({ sections: PARTS, seed: 7 }, paperOf(PARTS), SET_ITEMS)
		);
	});

	it('that ask for nothing are passed over, and questions before the first title are a section without one', () => {
		const parts = [section('Gone', []), section('', [1]), section('Map', [2]), section('Empty', [], row(0))];
		expect(titlesOf(parts)).toEqual(['Gone', 'Map']);
		expect(sectionsOfPaper({ sections: parts.slice(1), seed: 7 }, paperOf(parts.slice(1)), SET_ITEMS)).toEqual([
			{ number: 1, count: 2, title: '' },
			{ number: 2, count: 2, title: 'Map' }
		]);
	});
});

describe('grouping by section', () => {
	it('keeps the order and loses nothing', () => {
		const [one, two] = [
			{ number: 1, count: 2, title: 'A' },
			{ number: 2, count: 2, title: 'B' }
		];
		expect(groupBySection(['a', 'b', 'c', 'd'], [one, { ...one }, two, null])).toEqual([
			{ section: one, entries: ['a', 'b'] },
			{ section: two, entries: ['c'] },
			{ section: null, entries: ['d'] }
		]);
		expect(groupBySection(['a', 'b'], [])).toEqual([{ section: null, entries: ['a', 'b'] }]);
	});
});
