import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	around,
	boxAround,
	canZoomIn,
	canZoomOut,
	contains,
	moved,
	scaleOf,
	wholeMap,
	zoomed
} from '../../../src/lib/components/map-view';

const map = { width: 2000, height: 2300 };

describe('map view', () => {
	it('keeps the point it zooms on where it is', () => {
		const at = { x: 1200, y: 900 };
		const closer = zoomed(map, wholeMap(map), 2, at);
		expect((at.x - closer.x) / closer.width).toBeCloseTo(at.x / map.width, 9);
		expect((at.y - closer.y) / closer.height).toBeCloseTo(at.y / map.height, 9);
		expect(scaleOf(map, closer)).toBe(2);
	});

	it('never shows anything beyond the map, however it is zoomed and moved', () => {
		const step = fc.record({
			factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
			x: fc.double({ min: 0, max: map.width, noNaN: true }),
			y: fc.double({ min: 0, max: map.height, noNaN: true }),
			dx: fc.double({ min: -2, max: 2, noNaN: true }),
			dy: fc.double({ min: -2, max: 2, noNaN: true })
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
				const view = steps.reduce((v, s) => moved(map, zoomed(map, v, s.factor, s), s.dx, s.dy), wholeMap(map));
				expect(Math.min(view.x, view.y)).toBeGreaterThanOrEqual(0);
				expect(view.x + view.width).toBeLessThanOrEqual(map.width + 1e-6);
				expect(view.y + view.height).toBeLessThanOrEqual(map.height + 1e-6);
				expect(view.width / view.height).toBeCloseTo(map.width / map.height, 9);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('stops zooming at eight times and at the whole map', () => {
		const middle = { x: 1000, y: 1000 };
		const closest = zoomed(map, wholeMap(map), 100, middle);
		expect(scaleOf(map, closest)).toBeCloseTo(8, 9);
		expect([canZoomIn(map, closest), canZoomOut(map, closest)]).toEqual([false, true]);
		const whole = zoomed(map, closest, 0.01, middle);
		expect(whole).toEqual(wholeMap(map));
		expect([canZoomIn(map, whole), canZoomOut(map, whole)]).toEqual([true, false]);
	});

	it('fits a box with a margin, three times closer at most', () => {
		const near = around(map, boxAround([{ x: 1000, y: 1000, rx: 50, ry: 50 }]));
		expect(scaleOf(map, near)).toBeCloseTo(3, 9);
		const far = around(
			map,
			boxAround([
				{ x: 600, y: 1000, rx: 0, ry: 0 },
				{ x: 1100, y: 1000, rx: 0, ry: 0 }
			])
		);
		expect(scaleOf(map, far)).toBeCloseTo(2, 9);
		expect(contains(far, { x: 600, y: 1000 })).toBe(true);
		expect(contains(far, { x: 1100, y: 1000 })).toBe(true);
	});
});
