import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	linesBetween,
	runsThrough,
	type PictureNode,
	type RelationPicture
} from '../../../../src/lib/components/read/relation-lines';
import { drawRelations } from '../../../../src/lib/components/read/relation-picture';
import { settle, unrestOf } from '../../../../src/lib/components/read/relation-unrest';

const actor = (name: string) => ({ id: name.toLowerCase(), name });
const relation = (from: string, to: string, kind: 'fact' | 'contested' | 'claim' = 'fact') => ({ from, to, kind });
const find = ({ nodes }: RelationPicture, id: string): PictureNode => {
	const node = nodes.find((each) => each.id === id);
	if (node === undefined) throw new Error(`Nobody is called ${id}.`);
	return node;
};
const doOverlap = (a: PictureNode, b: PictureNode) =>
	Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const FOUR = ['Hub', 'East', 'West', 'South'].map(actor);
const STAR = [relation('hub', 'east'), relation('west', 'hub'), relation('hub', 'south')];

describe('drawRelations', () => {
	it('puts whoever is related to three others inside, and the others around', () => {
		const picture = drawRelations(FOUR, STAR);
		expect(picture.nodes.filter(({ inner }) => inner).map(({ id }) => id)).toEqual(['hub']);
		expect(find(picture, 'hub')).toMatchObject({ x: picture.width / 2, y: picture.height / 2 });
	});

	it('counts others, not relations', () => {
		const twice = [...STAR.slice(1), relation('hub', 'west', 'contested'), relation('hub', 'west', 'claim')];
		expect(drawRelations(FOUR, twice).nodes.some(({ inner }) => inner)).toBe(false);
	});

	it('draws one line for all relations of a kind between two actors, in either direction', () => {
		const picture = drawRelations(FOUR, [...STAR, relation('hub', 'west'), relation('west', 'hub', 'contested')]);
		const between = picture.lines.filter(({ ends }) => ends.includes('hub') && ends.includes('west'));
		expect(between.map(({ kind }) => kind)).toEqual(['contested', 'fact']);
		expect(picture.lines).toHaveLength(4);
	});

	it('keeps the lines of two kinds seven units apart', () => {
		const [a, b] = drawRelations(FOUR, [relation('east', 'west'), relation('west', 'east', 'claim')]).lines;
		expect(Math.hypot((a?.x1 ?? 0) - (b?.x1 ?? 0), (a?.y1 ?? 0) - (b?.y1 ?? 0))).toBeCloseTo(7, 0);
	});

	it('ends a line that stands alone in the middle of both names', () => {
		const picture = drawRelations(FOUR, [relation('east', 'west')]);
		const { x, y } = find(picture, 'east');
		expect(picture.lines).toMatchObject([{ x1: x, y1: y }]);
	});

	it('also draws actors without any relation', () => {
		expect(drawRelations(FOUR, []).nodes).toHaveLength(4);
		expect(drawRelations([], [])).toMatchObject({ nodes: [], lines: [] });
	});

	it('exchanges places until lines leave foreign names and one another alone', () => {
		const ring = ['A', 'B', 'C', 'D', 'E', 'F'].map(actor);
		const picture = drawRelations(ring, [relation('a', 'd'), relation('b', 'e'), relation('c', 'f')]);
		expect(picture.lines.filter((line) => picture.nodes.some((node) => runsThrough(line, node)))).toEqual([]);
		const longest = Math.max(...picture.lines.map(({ x1, y1, x2, y2 }) => Math.hypot(x2 - x1, y2 - y1)));
		// In the order given, the first of them would join the top to the bottom, 280 units apart.
		expect(longest).toBeLessThan(200);
	});

	it('keeps every name inside, those of the outer ring apart, and draws the same data the same', () => {
		const graph = fc.integer({ min: 0, max: 12 }).chain((count) => {
			const end = fc.integer({ min: 0, max: Math.max(0, count - 1) });
			const name = fc.string({ minLength: 2, maxLength: 14 });
			return fc.record({
				names: fc.array(name, { minLength: count, maxLength: count }),
				pairs: fc.array(fc.tuple(end, end), { maxLength: 8 })
			});
		});
		fc.assert(
			fc.property(graph, ({ names, pairs }) => {
				const actors = names.map((name, index) => ({ id: `a${String(index)}`, name }));
				const relations = pairs
					.filter(([a, b]) => a !== b && b < actors.length)
					.map(([a, b]) => relation(`a${String(a)}`, `a${String(b)}`));
				const picture = drawRelations(actors, relations);
				const outer = picture.nodes.filter(({ inner }) => !inner);
				expect(picture.nodes.map(({ id }) => id).sort()).toEqual(actors.map(({ id }) => id).sort());
				for (const { x, y, width, height } of picture.nodes) {
					expect(Math.min(x - width / 2, y - height / 2)).toBeGreaterThanOrEqual(0);
					expect(x + width / 2).toBeLessThanOrEqual(picture.width);
					expect(y + height / 2).toBeLessThanOrEqual(picture.height);
				}
				expect(outer.flatMap((a, i) => outer.slice(i + 1).filter((b) => doOverlap(a, b)))).toEqual([]);
				expect(drawRelations(actors, relations)).toEqual(picture);
			}),
			{ seed: 42, numRuns: 30 }
		);
	});
});

describe('settle', () => {
	const node = (id: string, x: number, y: number, inner: boolean): PictureNode => ({
		...{ id, name: id, x, y, width: 40, height: 22, inner }
	});
	const picture = (nodes: readonly PictureNode[], relations: readonly ReturnType<typeof relation>[]) => ({
		...{ width: 340, height: 300, nodes, lines: linesBetween(nodes, relations) }
	});
	const ACROSS = [relation('a', 'b')];
	const between = (inner: boolean) =>
		picture([node('a', 60, 20, false), node('b', 60, 280, false), node('c', 60, 150, inner)], ACROSS);

	it('moves a name aside from a line that ran behind it', () => {
		const settled = settle(between(true), ACROSS);
		expect(unrestOf(settled)).toBeLessThan(unrestOf(between(true)) - 5);
		expect(settled.lines.some((line) => settled.nodes.some((each) => runsThrough(line, each)))).toBe(false);
	});

	it('moves names of the outer ring along their row only', () => {
		const settled = settle(between(false), ACROSS);
		expect(settled.nodes.map(({ y }) => y)).toEqual([20, 280, 150]);
		expect(settled.lines.some((line) => settled.nodes.some((each) => runsThrough(line, each)))).toBe(false);
	});

	it('leaves a calm picture as it is', () => {
		const calm = picture([node('a', 60, 20, false), node('b', 60, 280, false), node('c', 200, 150, true)], ACROSS);
		expect(settle(calm, ACROSS)).toBe(calm);
	});

	it('spreads two lines that leave a name in nearly the same direction', () => {
		const both = [relation('a', 'b'), relation('a', 'c')];
		const close = picture([node('a', 170, 20, true), node('b', 160, 150, false), node('c', 165, 280, false)], both);
		expect(unrestOf(settle(close, both))).toBeLessThan(unrestOf(close) - 0.9);
	});
});
