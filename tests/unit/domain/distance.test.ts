import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compassPoint, distanceKm, isWithinTolerance } from '../../../src/lib/domain/distance';

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

describe('compassPoint', () => {
	const kabul = { lat: 34.528, lon: 69.172 };

	it.each([
		['north', { lat: 36, lon: 69.172 }],
		['north-east', { lat: 35.528, lon: 70.4 }],
		['east', { lat: 34.528, lon: 72 }],
		['south-east', { lat: 33.528, lon: 70.4 }],
		['south', { lat: 30, lon: 69.172 }],
		['south-west', { lat: 31.613, lon: 65.71 }],
		['west', { lat: 34.35, lon: 62.2 }],
		['north-west', { lat: 35.528, lon: 67.9 }]
	] as const)('says %s', (direction, to) => {
		expect(compassPoint(kabul, to)).toBe(direction);
	});

	it('says the opposite on the way back, over short distances', () => {
		expect(compassPoint({ lat: 34, lon: 71 }, { lat: 34.1, lon: 71.1 })).toBe('north-east');
		expect(compassPoint({ lat: 34.1, lon: 71.1 }, { lat: 34, lon: 71 })).toBe('south-west');
	});
});
