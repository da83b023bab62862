import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, isWithinTolerance } from '../../../src/lib/domain/distance';

const point = fc.record({
	lat: fc.double({ min: -90, max: 90, noNaN: true }),
	lon: fc.double({ min: -180, max: 180, noNaN: true })
});

describe('distanceKm', () => {
	it('gives a degree of the equator and half the globe by the mean radius', () => {
		expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(111.195, 3);
		expect(distanceKm({ lat: 90, lon: 0 }, { lat: -90, lon: 0 })).toBeCloseTo(Math.PI * 6371.0088, 6);
	});

	it('goes the short way over the date line', () => {
		expect(distanceKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111.195, 3);
	});

	it('is symmetric, 0 to itself and at most half the circumference', () => {
		fc.assert(
			fc.property(point, point, (a, b) => {
				expect(distanceKm(a, a)).toBe(0);
				expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
				expect(distanceKm(a, b)).toBeLessThanOrEqual(Math.PI * 6371.0088 + 1e-6);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});

describe('isWithinTolerance', () => {
	it('takes a point inside the circle and refuses one outside', () => {
		const target = { place: 'x', lat: 0, lon: 0, toleranceKm: 112 };
		expect(isWithinTolerance({ lat: 0, lon: 1 }, target)).toBe(true);
		expect(isWithinTolerance({ lat: 0, lon: 1.01 }, target)).toBe(false);
	});
});
