import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	around,
	boxAround,
	canZoomIn,
	canZoomOut,
	contains,
	following,
	moved,
	pointWithin,
	scaleOf,
	zoomed
} from '../../../src/lib/components/map-view';

/** Not at the origin: the wide map reaches west of it. */
const frame = { x: -500, y: 100, width: 2000, height: 2300 };

describe('map view', () => {
	it('keeps the point it zooms on where it is', () => {
		const at = { x: 1200, y: 900 };
		const closer = zoomed(frame, frame, 2, at);
		expect((at.x - closer.x) / closer.width).toBeCloseTo((at.x - frame.x) / frame.width, 9);
		expect((at.y - closer.y) / closer.height).toBeCloseTo((at.y - frame.y) / frame.height, 9);
		expect(scaleOf(frame, closer)).toBe(2);
	});

	it('never shows anything beyond the frame, however it is zoomed and moved', () => {
		const step = fc.record({
			factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
			x: fc.double({ min: frame.x, max: frame.x + frame.width, noNaN: true }),
			y: fc.double({ min: frame.y, max: frame.y + frame.height, noNaN: true }),
			dx: fc.double({ min: -2, max: 2, noNaN: true }),
			dy: fc.double({ min: -2, max: 2, noNaN: true })
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
				const view = steps.reduce((v, s) => moved(frame, zoomed(frame, v, s.factor, s), s.dx, s.dy), frame);
				expect(view.x).toBeGreaterThanOrEqual(frame.x);
				expect(view.y).toBeGreaterThanOrEqual(frame.y);
				expect(view.x + view.width).toBeLessThanOrEqual(frame.x + frame.width + 1e-6);
				expect(view.y + view.height).toBeLessThanOrEqual(frame.y + frame.height + 1e-6);
				expect(view.width / view.height).toBeCloseTo(frame.width / frame.height, 9);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('stops zooming at eight times and at the whole map', () => {
		const middle = { x: 1000, y: 1000 };
		const closest = zoomed(frame, frame, 100, middle);
		expect(scaleOf(frame, closest)).toBeCloseTo(8, 9);
		expect([canZoomIn(frame, closest), canZoomOut(frame, closest)]).toEqual([false, true]);
		const whole = zoomed(frame, closest, 0.01, middle);
		expect(whole).toEqual(frame);
		expect([canZoomIn(frame, whole), canZoomOut(frame, whole)]).toEqual([true, false]);
	});

	it('fits a box with a margin, as close as it may at most', () => {
		const near = around(frame, boxAround([{ x: 1000, y: 1000, rx: 50, ry: 50 }]), 3);
		expect(scaleOf(frame, near)).toBeCloseTo(3, 9);
		const far = around(
			frame,
			boxAround([
				{ x: 600, y: 1000, rx: 0, ry: 0 },
				{ x: 1100, y: 1000, rx: 0, ry: 0 }
			]),
			3
		);
		expect(scaleOf(frame, far)).toBeCloseTo(2, 9);
		expect(contains(far, { x: 600, y: 1000 })).toBe(true);
		expect(contains(far, { x: 1100, y: 1000 })).toBe(true);
	});

	it('follows a cross-hair that comes to its edge, and rests while it is well inside', () => {
		const view = { x: 0, y: 1000, width: 500, height: 575 };
		expect(following(frame, view, { x: 250, y: 1300 })).toEqual(view);
		expect(following(frame, view, { x: 480, y: 1300 })).toEqual({ ...view, x: 30 });
		expect(following(frame, view, { x: 250, y: 1000 }).y).toBeCloseTo(1000 - 57.5, 9);
		expect(following(frame, frame, { x: frame.x, y: frame.y })).toEqual(frame);
	});

	it('keeps a cross-hair on the map', () => {
		expect(pointWithin(frame, { x: 10, y: 200 })).toEqual({ x: 10, y: 200 });
		expect(pointWithin(frame, { x: -900, y: 9000 })).toEqual({ x: -500, y: 2400 });
	});
});
