import { beforeAll, describe, expect, it } from 'vitest';
import { buildMap, readAtlas } from '../../../scripts/map/build-map';
import type { MapData, MapPlace, MapStrings } from '../../../src/lib/components/map-data';
import { estimatedWidth, LINE_HEIGHT, type PlacedLabel } from '../../../src/lib/components/map-labels';
import { drawnAt, inkOf, labelsOf, reviewView, type MapScene } from '../../../src/lib/components/map-marks';
import { nearestOn } from '../../../src/lib/components/map-path';
import { contains, wholeMap, zoomed } from '../../../src/lib/components/map-view';
import { project } from '../../../src/lib/domain/map-projection';

const place = (id: string, lat: number, lon: number, kind: MapPlace['kind'] = 'city'): MapPlace => {
	return { id, name: id, lat, lon, kind, shown: true };
};
const PLACES = [
	place('Kabul', 34.528, 69.172, 'capital'),
	place('Islamabad', 33.721, 73.043, 'capital'),
	place('Kandahar', 31.613, 65.71),
	place('Peshawar', 34.008, 71.578),
	place('Quetta', 30.184, 67.001),
	place('Torkham', 34.115, 71.085, 'crossing'),
	place('Chaman', 30.918, 66.453, 'crossing')
];
const STRINGS: MapStrings = {
	mapLabel: 'Map',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	list: 'List',
	yourPin: 'Your answer',
	target: 'Right place',
	durandLine: 'Durand Line',
	lineOfControl: 'Line of Control',
	disclaimer: 'Disclaimer',
	areas: { afghanistan: 'Afghanistan', pakistan: 'Pakistan', india: 'India' }
};
const scene: MapScene = { mode: 'read', places: PLACES, answer: null, target: null, strings: STRINGS };
const type = (width: number) => ({ width, widthOf: estimatedWidth });

let map: MapData;
beforeAll(() => {
	map = buildMap(readAtlas());
});

function boxOf({ lines, x, y, dx, dy, anchor }: PlacedLabel) {
	const width = Math.max(...lines.map(estimatedWidth));
	const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
	const top = y + dy - 0.9;
	return { left, right: left + width, top, bottom: top + lines.length * LINE_HEIGHT };
}

describe('labels of the map', () => {
	it('name every main place and both disputed lines on a phone', () => {
		const ids = labelsOf(map, scene, wholeMap(map), inkOf(map), type(27)).map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining([...PLACES.map(({ id }) => id), '.durand-line', '.line-of-control']));
	});

	it('never overlap one another or the edge, at any width and zoom', () => {
		const ink = inkOf(map);
		for (const width of [14, 21.5, 27, 44]) {
			for (const factor of [1, 2, 4, 8]) {
				const view = zoomed(map, wholeMap(map), factor, project(34.1, 71));
				const boxes = labelsOf(map, scene, view, ink, type(width)).map(boxOf);
				for (const [i, a] of boxes.entries()) {
					expect(a.left).toBeGreaterThanOrEqual(-0.01);
					expect(a.right).toBeLessThanOrEqual(width + 0.01);
					for (const b of boxes.slice(i + 1)) {
						const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
						expect(apart, `${String(width)} em, ${String(factor)} times`).toBe(true);
					}
				}
			}
		}
	});

	it('keep the name of the Durand Line in sight wherever the line is', () => {
		const view = zoomed(map, wholeMap(map), 4, project(34.1, 71.1));
		const ids = labelsOf(map, scene, view, inkOf(map), type(27)).map(({ id }) => id);
		expect(ids).toContain('.durand-line');
	});

	it('do not give away places that are not shown, nor the target before the review', () => {
		const hidden = PLACES.map((one) => ({ ...one, shown: false }));
		const target = { lat: 34.115, lon: 71.085, toleranceKm: 40 };
		const asking: MapScene = { ...scene, mode: 'answer', places: hidden, target, answer: { lat: 33, lon: 70 } };
		const ids = labelsOf(map, asking, wholeMap(map), inkOf(map), type(27)).map(({ id }) => id);
		expect(ids.filter((id) => !id.startsWith('.'))).toEqual([]);
		expect(ids).not.toContain('.target');
		expect(ids).not.toContain('.pin');
		const review = labelsOf(map, { ...asking, mode: 'review' }, wholeMap(map), inkOf(map), type(27));
		expect(review.map(({ id }) => id)).toEqual(expect.arrayContaining(['.target', '.pin']));
	});
});

describe('where things are drawn', () => {
	it('puts a crossing on the Durand Line, and a pin that names it', () => {
		const { durand } = inkOf(map);
		const chaman = { lat: 30.918, lon: 66.453 };
		const at = drawnAt(chaman, PLACES, durand);
		expect(at).not.toEqual(project(chaman.lat, chaman.lon));
		expect(nearestOn(durand, at).x).toBeCloseTo(at.x, 6);
		expect(nearestOn(durand, at).y).toBeCloseTo(at.y, 6);
	});

	it('puts everything else where it is', () => {
		const { durand } = inkOf(map);
		expect(drawnAt({ lat: 30.9, lon: 66.4 }, PLACES, durand)).toEqual(project(30.9, 66.4));
		expect(drawnAt({ lat: 34.528, lon: 69.172 }, PLACES, durand)).toEqual(project(34.528, 69.172));
	});

	it('shows answer and target together in review', () => {
		const view = reviewView(map, { lat: 31.6, lon: 65.7 }, { lat: 34.115, lon: 71.085, toleranceKm: 40 });
		expect(contains(view, project(31.6, 65.7))).toBe(true);
		expect(contains(view, project(34.115, 71.085))).toBe(true);
		expect(reviewView(map, null, null)).toEqual(wholeMap(map));
	});
});
