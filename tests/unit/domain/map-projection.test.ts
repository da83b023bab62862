import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	extentOf,
	frameOf,
	isOnMap,
	KM_PER_DEGREE,
	MAP_BOUNDS,
	MAP_WIDTH,
	project,
	radiiOnMap,
	STANDARD_PARALLEL,
	unproject,
	WIDE_BOUNDS
} from '../../../src/lib/domain/map-projection';

const { west, south, east, north } = MAP_BOUNDS;
const MAP_HEIGHT = frameOf(MAP_BOUNDS).height;
const anyPlace = {
	lat: fc.double({ min: south, max: north, noNaN: true }),
	lon: fc.double({ min: west, max: east, noNaN: true })
};

describe('map projection', () => {
	it('puts the corners of the bounds at the corners of the map', () => {
		expect(project(north, west)).toEqual({ x: 0, y: 0 });
		const { x, y } = project(south, east);
		expect(x).toBeCloseTo(MAP_WIDTH, 6);
		expect(Math.abs(y - MAP_HEIGHT)).toBeLessThanOrEqual(0.5);
	});

	it('comes back to the same place from anywhere on the map', () => {
		fc.assert(
			fc.property(anyPlace.lat, anyPlace.lon, (lat, lon) => {
				const { x, y } = project(lat, lon);
				const back = unproject(x, y);
				expect(back.lat).toBeCloseTo(lat, 9);
				expect(back.lon).toBeCloseTo(lon, 9);
			}),
			{ seed: 42, numRuns: 500 }
		);
	});

	it('comes back to the same point from any tap', () => {
		const tap = [
			fc.double({ min: 0, max: MAP_WIDTH, noNaN: true }),
			fc.double({ min: 0, max: MAP_HEIGHT, noNaN: true })
		];
		fc.assert(
			fc.property(...(tap as [fc.Arbitrary<number>, fc.Arbitrary<number>]), (x, y) => {
				const { lat, lon } = unproject(x, y);
				const back = project(lat, lon);
				expect(back.x).toBeCloseTo(x, 6);
				expect(back.y).toBeCloseTo(y, 6);
			}),
			{ seed: 42, numRuns: 500 }
		);
	});

	it('draws north above south and east to the right of west', () => {
		const kabul = project(34.528, 69.172);
		expect(project(31.613, 65.71).y).toBeGreaterThan(kabul.y);
		expect(project(33.721, 73.043).x).toBeGreaterThan(kabul.x);
	});

	it('measures 100 km the same in all directions on the standard parallel', () => {
		const { rx, ry } = radiiOnMap(STANDARD_PARALLEL, 100);
		expect(rx).toBeCloseTo(ry, 9);
		const degree = project(STANDARD_PARALLEL, 70).y - project(STANDARD_PARALLEL + 1, 70).y;
		expect(ry).toBeCloseTo((degree * 100) / KM_PER_DEGREE, 9);
	});

	it('stretches 100 km east to west by less than 9 % at the edges of the map', () => {
		for (const lat of [south, north]) {
			const { rx, ry } = radiiOnMap(lat, 100);
			expect(Math.abs(rx / ry - 1)).toBeLessThan(0.09);
		}
	});

	it('has one unit of about 0.74 km', () => {
		expect(1 / radiiOnMap(STANDARD_PARALLEL, 1).ry).toBeCloseTo(0.737, 3);
	});

	it('knows which places it shows', () => {
		expect(isOnMap({ lat: 34.528, lon: 69.172 })).toBe(true);
		const doha = { lat: 25.285, lon: 51.531 };
		const newDelhi = { lat: 28.636, lon: 77.224 };
		const guwahati = { lat: 26.184, lon: 91.746 };
		expect([doha, newDelhi, guwahati].map((place) => isOnMap(place))).toEqual([false, false, false]);
		expect(isOnMap(doha, 'wide')).toBe(true);
		expect([{ lat: 34.528, lon: 69.172 }, doha, newDelhi, guwahati].map(extentOf)).toEqual([
			'region',
			'wide',
			null,
			null
		]);
	});

	it('draws the wide map as the same map, further to the west and the south', () => {
		const [region, wide] = [frameOf(MAP_BOUNDS), frameOf(WIDE_BOUNDS)];
		expect(region).toEqual({ x: 0, y: 0, width: MAP_WIDTH, height: 2294 });
		expect(wide.x).toBeCloseTo(project(north, WIDE_BOUNDS.west).x, 0);
		expect([wide.y, wide.x + wide.width]).toEqual([0, MAP_WIDTH]);
		expect(wide.height).toBeCloseTo(project(WIDE_BOUNDS.south, west).y, 0);
	});
});
