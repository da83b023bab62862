import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/lib/domain/blueprint';
import { drawPaper } from '../../../src/lib/domain/draw-paper';
import { lockPlace, redraw, removePlace, unlockItems, type Draw } from '../../../src/lib/domain/edit-sections';
import { blueprints, row, SET_ITEMS } from './blueprints';
import { SPEC } from './quiz-items';

const paperOf = ({ sections, items, seed }: Draw) => drawPaper({ ...SPEC, sections, seed }, items);
const numbersOf = (draw: Draw) => paperOf(draw).map(({ item }) => item);
const drawOf = (sections: readonly Section[], seed = 7): Draw => ({ sections, items: SET_ITEMS, seed });
const section = (title: string, fixed: readonly number[], ...rows: Section['rows']): Section => ({
	title,
	fixed,
	rows
});

/** A blueprint and a place on its paper. */
const places = fc
	.tuple(blueprints, fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat({ max: 40 }))
	.map(([sections, seed, at]) => {
		const draw = drawOf(sections, seed);
		const { length } = numbersOf(draw);
		return { draw, place: at % Math.max(1, length), length };
	})
	.filter(({ length }) => length > 0);

describe('lockPlace', () => {
	it('leaves the paper as it is, and keeps the item on every other one', () => {
		fc.assert(
			fc.property(places, fc.integer(), ({ draw, place }, otherSeed) => {
				const locked = { ...draw, sections: lockPlace(draw, place) };
				expect(paperOf(locked)).toEqual(paperOf(draw));
				expect(numbersOf({ ...locked, seed: otherSeed })).toContain(numbersOf(draw)[place]);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('splits a section only where it must', () => {
		const draw = drawOf([section('Part', [], row(4))]);
		const [first = 0, , third = 0] = numbersOf(draw);
		expect(lockPlace(draw, 0)).toEqual([section('Part', [first], row(3))]);
		expect(lockPlace(draw, 2)).toEqual([section('Part', [], row(2)), section('', [third], row(1))]);
		const both = { ...draw, sections: lockPlace(draw, 2) };
		expect(lockPlace(both, 0)).toEqual([section('Part', [first], row(1)), section('', [third], row(1))]);
	});

	it('is taken back by giving the item to its row again', () => {
		const draw = drawOf([section('Part', [4], row(4, { topics: ['a'] }), row(2, { topics: ['b'] }))]);
		const locked = { ...draw, sections: lockPlace(draw, 3) };
		const rows = new Map([[numbersOf(draw)[3] ?? 0, row(4, { topics: ['a'] })]]);
		expect(unlockItems(locked, rows)).toEqual(draw.sections);
	});
});

describe('redraw', () => {
	it('exchanges one item for another that fits its row, and leaves all others in their places', () => {
		fc.assert(
			fc.property(places, ({ draw, place }) => {
				const before = paperOf(draw);
				const sections = redraw(draw, place);
				if (sections === null) return;
				const after = paperOf({ ...draw, sections });
				expect(after.map(({ item }) => item)).toHaveLength(before.length);
				expect(after[place]?.item).not.toBe(before[place]?.item);
				expect(before.map(({ item }) => item)).not.toContain(after[place]?.item);
				expect(after.toSpliced(place, 1)).toEqual(before.toSpliced(place, 1));
			}),
			{ seed: 42, numRuns: 300 }
		);
	});

	it('goes through all that fit before it comes back to the first', () => {
		const kind = row(2, { topics: ['b'] });
		let draw = drawOf([section('', [], kind)]);
		const [first, second] = numbersOf(draw);
		const seen = [first];
		for (let times = 0; times < 6; times += 1) {
			draw = { ...draw, sections: redraw(draw, 0, kind) ?? [] };
			expect(numbersOf(draw)[1]).toBe(second);
			seen.push(numbersOf(draw)[0]);
		}
		expect(new Set(seen).size).toBe(6);
		expect(seen[6]).toBe(first);
	});

	it('has nothing to offer when the row has drawn all that fit', () => {
		expect(redraw(drawOf([section('', [], row(3, { topics: ['c'] }))]), 1)).toBeNull();
		expect(redraw(drawOf([]), 0)).toBeNull();
	});
});

describe('removePlace', () => {
	it('takes one item off the paper and leaves all others in their order', () => {
		fc.assert(
			fc.property(places, ({ draw, place }) => {
				const after = paperOf({ ...draw, sections: removePlace(draw, place) });
				expect(after).toEqual(paperOf(draw).toSpliced(place, 1));
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});
