import { beforeAll, describe, expect, it } from 'vitest';
import { buildMap, readAtlas } from '../../../scripts/map/build-map';
import type { MapData, MapStrings } from '../../../src/lib/components/map-data';
import { dotBox, estimatedWidth } from '../../../src/lib/components/map-labels';
import { layOut } from '../../../src/lib/components/map-layout';
import { CLOSEST, drawnAt, inkOf, reviewView, type MapInk, type MapScene } from '../../../src/lib/components/map-marks';
import { contains, zoomed, type MapView } from '../../../src/lib/components/map-view';
import { project } from '../../../src/lib/domain/map-projection';
import { placesToRead, placesToReview } from '../../../src/lib/state/map-places';
import { placeOf, PLACES } from '../../fixtures/places';

const STRINGS: MapStrings = {
	mapLabel: 'Map',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	list: 'List',
	placeList: 'Places',
	setPin: 'Set your pin',
	twoFingers: 'Two fingers',
	keys: 'Keys',
	crossAt: () => 'There',
	pinAt: () => 'Set',
	yourPin: 'Your answer',
	target: 'Right place',
	durandLine: 'Durand Line',
	lineOfControl: 'Line of Control',
	disclaimer: 'Disclaimer',
	areas: { afghanistan: 'Afghanistan', pakistan: 'Pakistan', india: 'India', iran: 'Iran' }
};
const READ = placesToRead(PLACES);
const MAINS = READ.filter(({ kind }) => kind !== 'town' && kind !== 'line-end').map(({ id }) => id);
const reading: MapScene = { mode: 'read', places: READ, answer: null, target: null, span: null, strings: STRINGS };

/** Widths of the map in em of its labels: screens of 320, 360 and 390 px, and the column of a desktop. */
const SMALL_PHONE = 21.5;
const WIDTHS = [14, SMALL_PHONE, 24.6, 27, 44];

let map: MapData;
let ink: MapInk;
beforeAll(() => {
	map = buildMap(readAtlas());
	ink = inkOf(map);
});

const lay = (scene: MapScene, view: MapView, width: number) =>
	layOut(map, scene, view, ink, { width, widthOf: estimatedWidth });
const idsOf = (scene: MapScene, view: MapView, width: number) => lay(scene, view, width).labels.map(({ id }) => id);

function review(id: string, answer: { lat: number; lon: number } | null, span = '515 km'): MapScene {
	const { lat, lon, toleranceKm } = placeOf(id);
	const target = { place: id, lat, lon, toleranceKm };
	return { mode: 'review', places: placesToReview(target, PLACES), answer, target, span, strings: STRINGS };
}

describe('labels of the map', () => {
	it('name every main place and both disputed lines on the smallest phone', () => {
		for (const width of [SMALL_PHONE, 24.6, 27]) {
			const ids = idsOf(reading, map.frames.region, width);
			expect(ids, String(width)).toEqual(expect.arrayContaining([...MAINS, '.durand-line', '.line-of-control']));
		}
	});

	it('never overlap one another, a dot or the edge, at any width and zoom', () => {
		for (const width of WIDTHS) {
			for (const factor of [1, 2, 4, 8]) {
				const view = zoomed(map.frames.region, map.frames.region, factor, project(34.1, 71));
				const { labels, dots } = lay(reading, view, width);
				const height = (width * view.height) / view.width;
				const marks = dots.map((place) => {
					const { x, y } = drawnAt(place, READ, ink.durand);
					return dotBox({ x: ((x - view.x) / view.width) * width, y: ((y - view.y) / view.height) * height }, 0.3);
				});
				for (const [i, { id, box: a }] of labels.entries()) {
					expect(Math.min(a.left, a.top, width - a.right, height - a.bottom)).toBeGreaterThanOrEqual(-0.01);
					for (const b of [...marks, ...labels.slice(i + 1).map(({ box }) => box)]) {
						const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
						const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
						expect(Math.min(across, down), `${id} at ${String(width)} em, ${String(factor)} times`).toBeLessThan(0.01);
					}
				}
			}
		}
	});

	it('leave out a town without room for its name, dot and all, and bring it back closer up', () => {
		const whole = lay(reading, map.frames.region, 14);
		const named = new Set(whole.labels.map(({ id }) => id));
		expect(whole.dots.filter(({ id }) => !named.has(id) && !MAINS.includes(id))).toEqual([]);
		expect(whole.dots.length).toBeLessThan(READ.length);
		const close = zoomed(map.frames.region, map.frames.region, 4, project(33.2, 70));
		expect(idsOf(reading, close, 14)).toEqual(expect.arrayContaining(['khost', 'miran-shah']));
	});

	it('keep the name of the Durand Line in sight wherever the line is', () => {
		const view = zoomed(map.frames.region, map.frames.region, 4, project(34.1, 71.1));
		expect(idsOf(reading, view, 27)).toContain('.durand-line');
	});

	it('name both disputed lines on the wide map too', () => {
		expect(idsOf({ ...reading, places: [] }, map.frames.wide, SMALL_PHONE)).toEqual(
			expect.arrayContaining(['.durand-line', '.line-of-control', '.iran'])
		);
	});

	it('do not give away places that are not shown, nor the target before the review', () => {
		const hidden = READ.map((one) => ({ ...one, shown: false }));
		const target = { lat: 34.115, lon: 71.085, toleranceKm: 40 };
		const asking: MapScene = { ...reading, mode: 'answer', places: hidden, target, answer: { lat: 33, lon: 70 } };
		const { labels, dots } = lay(asking, map.frames.region, 27);
		expect(labels.filter(({ id }) => !id.startsWith('.') || ['.target', '.pin', '.span'].includes(id))).toEqual([]);
		expect(dots).toEqual([]);
	});

	it('call the target of a review by its name, once, and put the distance beside the line to it', () => {
		const scene = review('torkham', { lat: 33.2, lon: 65.6 });
		const view = reviewView(map.frames.region, scene.answer, scene.target, CLOSEST.region);
		const { labels, dots } = lay(scene, view, SMALL_PHONE);
		expect(labels.find(({ id }) => id === '.target')?.lines).toEqual(['Torkham']);
		expect(labels.map(({ id }) => id)).toEqual(expect.arrayContaining(['.pin', '.span', 'kabul']));
		expect([...labels.map(({ id }) => id), ...dots.map(({ id }) => id)]).not.toContain('torkham');
	});

	it('say no distance where the line is too short for it', () => {
		const near = review('kabul', { lat: 34.6, lon: 69.2 }, '8 km');
		const view = reviewView(map.frames.region, near.answer, near.target, CLOSEST.region);
		expect(idsOf(near, view, 27)).not.toContain('.span');
	});

	it('find room for answer and target of every map item, wherever the answer is', () => {
		for (const { id } of READ) {
			for (const answer of [
				{ lat: 30.5, lon: 73.5 },
				{ lat: 36.5, lon: 64 },
				{ lat: 25.3, lon: 66 }
			]) {
				const scene = review(id, answer);
				const view = reviewView(map.frames.region, answer, scene.target, CLOSEST.region);
				expect(contains(view, project(answer.lat, answer.lon))).toBe(true);
				expect(idsOf(scene, view, SMALL_PHONE), id).toEqual(expect.arrayContaining(['.target', '.pin']));
			}
		}
	});
});
