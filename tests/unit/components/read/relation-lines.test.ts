import { describe, expect, it } from 'vitest';
import {
	runsThrough,
	turnBetween,
	type PictureLine,
	type PictureNode
} from '../../../../src/lib/components/read/relation-lines';

describe('runsThrough', () => {
	const node: PictureNode = { id: 'c', name: 'C', x: 50, y: 50, width: 20, height: 10, inner: false };
	const line = (x1: number, y1: number, x2: number, y2: number): PictureLine => ({
		key: 'a b fact',
		ends: ['a', 'b'],
		kind: 'fact',
		...{ x1, y1, x2, y2 }
	});

	it.each([
		['level', line(0, 50, 100, 50), true],
		['upright', line(45, 0, 45, 100), true],
		['aslant', line(0, 0, 100, 100), true],
		['above', line(0, 44, 100, 44), false],
		['past a corner', line(30, 50, 50, 30), false],
		['ending before it', line(0, 50, 39, 50), false],
		['beside it', line(39, 0, 39, 100), false]
	])('tells a line that is %s', (_, each, expected) => {
		expect(runsThrough(each, node)).toBe(expected);
	});

	it('takes a line’s own ends as no hindrance', () => {
		expect(runsThrough(line(0, 50, 100, 50), { ...node, id: 'a' })).toBe(false);
	});
});

describe('turnBetween', () => {
	const line = (ends: readonly [string, string], x1: number, y1: number, x2: number, y2: number): PictureLine => ({
		...{ key: ends.join(' '), ends, kind: 'fact', x1, y1, x2, y2 }
	});
	const level = line(['a', 'b'], 0, 0, 100, 0);

	it('measures between the ways from the common name, wherever it stands in the line', () => {
		expect(turnBetween(level, line(['a', 'c'], 0, 0, 0, 50))).toBeCloseTo(Math.PI / 2);
		expect(turnBetween(level, line(['c', 'a'], -50, 0, 0, 0))).toBeCloseTo(Math.PI);
		expect(turnBetween(level, line(['b', 'c'], 100, 0, 0, -1))).toBeCloseTo(0.01);
	});

	it('is the smaller of the two angles', () => {
		const [up, down] = [line(['a', 'b'], 0, 0, -100, -10), line(['a', 'c'], 0, 0, -100, 10)];
		expect(turnBetween(up, down)).toBeCloseTo(2 * Math.atan(0.1));
	});

	it('knows none between lines of the same two names, or of four', () => {
		expect(turnBetween(level, line(['b', 'a'], 100, 7, 0, 7))).toBeNull();
		expect(turnBetween(level, line(['c', 'd'], 0, 0, 100, 0))).toBeNull();
	});
});
