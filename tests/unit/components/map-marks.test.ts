import { beforeAll, describe, expect, it } from 'vitest';
import { buildMap, readAtlas } from '../../../scripts/map/build-map';
import type { MapData } from '../../../src/lib/components/map-data';
import { CLOSEST, drawnAt, inkOf, reviewView } from '../../../src/lib/components/map-marks';
import { decodePath, nearestOn } from '../../../src/lib/components/map-path';
import { contains, scaleOf } from '../../../src/lib/components/map-view';
import { distanceKm } from '../../../src/lib/domain/distance';
import { project, unproject } from '../../../src/lib/domain/map-projection';
import { placesToRead } from '../../../src/lib/state/map-places';
import { placeOf, PLACES } from '../../fixtures/places';

const READ = placesToRead(PLACES);

let map: MapData;
beforeAll(() => {
	map = buildMap(readAtlas());
});

describe('where things are drawn', () => {
	it.each(['torkham', 'chaman-spin-boldak', 'durand-west-end'])('puts %s on the drawn Durand Line', (id) => {
		const durand = map.disputed.filter((line) => line.id === 'durand-line').flatMap(({ d }) => decodePath(d));
		const place = placeOf(id);
		const drawn = drawnAt(place, READ, inkOf(map).durand);
		const onLine = nearestOn(durand, drawn);
		const offLineKm = distanceKm(unproject(drawn.x, drawn.y), unproject(onLine.x, onLine.y));
		expect(offLineKm).toBeLessThan(0.001);
		// And the line of the atlas passes so close that nobody sees it move: 6 km are 8 units, 1.4 px of a phone.
		expect(distanceKm(place, unproject(drawn.x, drawn.y))).toBeLessThan(6);
	});

	it('puts a pin that names a crossing there too', () => {
		const { durand } = inkOf(map);
		const { lat, lon } = placeOf('chaman-spin-boldak');
		expect(drawnAt({ lat, lon }, READ, durand)).not.toEqual(project(lat, lon));
	});

	it('puts everything else where it is', () => {
		const { durand } = inkOf(map);
		expect(drawnAt({ lat: 30.9, lon: 66.4 }, READ, durand)).toEqual(project(30.9, 66.4));
		expect(drawnAt(placeOf('kabul'), READ, durand)).toEqual(project(34.528, 69.172));
	});

	it('shows answer and target together in review', () => {
		const { region, wide } = map.frames;
		const target = { lat: 34.115, lon: 71.085, toleranceKm: 40 };
		const view = reviewView(region, { lat: 31.6, lon: 65.7 }, target, CLOSEST.region);
		expect(contains(view, project(31.6, 65.7))).toBe(true);
		expect(contains(view, project(34.115, 71.085))).toBe(true);
		expect(reviewView(region, null, null, CLOSEST.region)).toEqual(region);
		const doha = reviewView(wide, null, placeOf('doha'), CLOSEST.wide);
		expect(scaleOf(wide, doha)).toBeCloseTo(1.5, 9);
		expect(contains(doha, project(30, 61))).toBe(true);
	});
});
