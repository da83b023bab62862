import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePath, encodePath, nearestOn, pointsAlong } from '../../../src/lib/components/map-path';

const coordinate = fc.integer({ min: -100, max: 2500 });
const point = fc.record({ x: coordinate, y: coordinate });

describe('map paths', () => {
	it('come back as the same lines, without points that repeat the one before', () => {
		fc.assert(
			fc.property(
				fc.array(fc.uniqueArray(point, { minLength: 2, maxLength: 12, selector: (p) => `${p.x} ${p.y}` })),
				(lines) => {
					expect(decodePath(encodePath(lines, false))).toEqual(lines);
				}
			),
			{ seed: 42, numRuns: 300 }
		);
	});

	it('are written in relative steps, as short as path data allows', () => {
		const line = [
			{ x: 10, y: 20 },
			{ x: 13, y: 16 },
			{ x: 13.2, y: 16.1 },
			{ x: 12, y: 18 }
		];
		expect(encodePath([line], false)).toBe('M10 20l3-4-1 2');
		expect(encodePath([line], true)).toBe('M10 20l3-4-1 2z');
	});

	it('leave out a line that shrinks to a point', () => {
		expect(
			encodePath(
				[
					[
						{ x: 1, y: 1 },
						{ x: 1.2, y: 1.1 }
					]
				],
				false
			)
		).toBe('');
	});

	it('tell the nearest point on a segment, not only at its ends', () => {
		const lines = [
			[
				{ x: 0, y: 0 },
				{ x: 10, y: 0 }
			]
		];
		expect(nearestOn(lines, { x: 4, y: 3 })).toEqual({ x: 4, y: 0 });
		expect(nearestOn(lines, { x: 14, y: 3 })).toEqual({ x: 10, y: 0 });
		expect(nearestOn([], { x: 4, y: 3 })).toEqual({ x: 4, y: 3 });
	});

	it('are walked in steps no longer than asked for', () => {
		const points = pointsAlong(
			[
				[
					{ x: 0, y: 0 },
					{ x: 0, y: 100 }
				]
			],
			30
		);
		expect(points.map(({ y }) => y)).toEqual([0, 25, 50, 75, 100]);
	});
});
