import { isOnMap, project, radiiOnMap, type GeoPoint, type MapPoint } from '$lib/domain/map-projection';
import type { MapData, MapPlace, MapStrings, MapTarget } from './map-data';
import {
	AROUND,
	BELOW_OR_ABOVE,
	CENTRED,
	dotBox,
	placeLabels,
	type LabelRequest,
	type PlacedLabel
} from './map-labels';
import { decodePath, nearestOn, pointsAlong, type Line } from './map-path';
import { around, boxAround, contains, wholeMap, type MapView } from './map-view';

/** Places have names, or the learner answers, or the answer is compared with the target. */
export type MapMode = 'read' | 'answer' | 'review';

/** What a map is asked to show, apart from the drawing itself. */
export type MapScene = {
	readonly mode: MapMode;
	readonly places: readonly MapPlace[];
	readonly answer: GeoPoint | null;
	readonly target: MapTarget | null;
	readonly strings: MapStrings;
};

/** How the labels are set: the map's width on the screen and the width of a text, both in em. */
export type Typesetting = { readonly width: number; readonly widthOf: (text: string) => number };

/** The lines of a map as points in map units, read once per map. */
export type MapInk = {
	readonly durand: readonly Line[];
	/** Points along every border, plain and disputed. */
	readonly all: readonly MapPoint[];
	/** Points along each disputed line. */
	readonly disputed: Readonly<Record<string, readonly MapPoint[]>>;
};

/** Distance between points of the ink in map units: a third of a label's height on a phone. */
const INK_SPACING = 25;

/** A name stands at every so manieth point of a line. */
const NAME_SPACING = 5;

/** Sizes of the marks in em of the labels. */
const DOT_GAP = 0.5;
const DOT_RADIUS = 0.3;
const PIN_GAP = 0.9;
const PIN_WIDTH = 1.3;
const PIN_HEIGHT = 1.9;

/** What a label may cost; see `LabelRequest.worth`. The names of disputed lines are owed to the reader. */
const WORTH = { owed: 60, place: 40, area: 12 };

export function inkOf(map: MapData): MapInk {
	const along = (d: string) => pointsAlong(decodePath(d), INK_SPACING);
	const disputed = Object.fromEntries(map.disputed.map(({ id, d }) => [id, along(d)]));
	return {
		durand: map.disputed.filter(({ id }) => id === 'durand-line').flatMap(({ d }) => decodePath(d)),
		all: [...map.borders.flatMap(({ d }) => along(d)), ...Object.values(disputed).flat()],
		disputed
	};
}

/**
 * Where a point is drawn. A crossing lies on the line by definition, yet its coordinates (a town, a gate) may be a few
 * kilometres off the line of the atlas: it is moved onto it, and so is a pin or target that names it.
 */
export function drawnAt(point: GeoPoint, places: readonly MapPlace[], durand: readonly Line[]): MapPoint {
	const at = project(point.lat, point.lon);
	const isCrossing = places.some((p) => p.kind === 'crossing' && p.lat === point.lat && p.lon === point.lon);
	return isCrossing ? nearestOn(durand, at) : at;
}

/** The view for a review: the answer and the target with its reach together, close enough to tell apart. */
export function reviewView(map: MapData, answer: GeoPoint | null, target: MapTarget | null): MapView {
	if (target === null) return wholeMap(map);
	const reach = { ...project(target.lat, target.lon), ...radiiOnMap(target.lat, target.toleranceKm) };
	const pin = answer === null ? [] : [{ ...project(answer.lat, answer.lon), rx: 0, ry: 0 }];
	return around(map, boxAround([reach, ...pin]));
}

/** The labels of a scene, placed. */
export function labelsOf(map: MapData, scene: MapScene, view: MapView, ink: MapInk, type: Typesetting): PlacedLabel[] {
	const size = { width: type.width, height: (type.width * map.height) / map.width };
	const inEm = ({ x, y }: MapPoint): MapPoint => ({
		x: ((x - view.x) / view.width) * size.width,
		y: ((y - view.y) / view.height) * size.height
	});
	const at = (point: GeoPoint) => drawnAt(point, scene.places, ink.durand);
	const shown = scene.places.filter((place) => place.shown && isOnMap(place));
	const pin = scene.answer === null ? [] : [at(scene.answer)];
	const target = scene.mode === 'review' && scene.target !== null ? [at(scene.target)] : [];
	const between = pointsAlong([[...pin, ...target]], INK_SPACING);

	const requests = [
		...(scene.mode === 'review' ? pinNames(scene.strings, pin.map(inEm), target.map(inEm)) : []),
		...disputedNames(map, scene.strings, view, ink).map((name) => ({ ...name, points: name.points.map(inEm) })),
		...byRank(shown).map((place) => placeName(place, inEm(at(place)))),
		...areaNames(map, scene.strings).map((name) => ({ ...name, points: name.points.map(inEm) }))
	];
	return placeLabels(
		requests.map((request) => inSight(request, size)),
		{
			...size,
			widthOf: type.widthOf,
			obstacles: [
				...[...shown.map(at), ...target].map((point) => dotBox(inEm(point), DOT_RADIUS)),
				...pin.map((point) => pinBox(inEm(point)))
			],
			ink: [...ink.all, ...between].filter((point) => contains(view, point)).map(inEm)
		}
	);
}

function pinNames(strings: MapStrings, pin: readonly MapPoint[], target: readonly MapPoint[]): LabelRequest[] {
	const base = { spots: AROUND, worth: WORTH.owed };
	const heads = pin.map(({ x, y }) => ({ x, y: y - PIN_HEIGHT / 2 }));
	return [
		{ ...base, id: '.target', text: strings.target, points: target, gap: DOT_GAP + 0.15 },
		{ ...base, id: '.pin', text: strings.yourPin, points: heads, gap: PIN_GAP }
	];
}

function placeName({ id, name }: MapPlace, point: MapPoint): LabelRequest {
	return { id, text: name, points: [point], spots: AROUND, gap: DOT_GAP, worth: WORTH.place };
}

function disputedNames(map: MapData, strings: MapStrings, view: MapView, ink: MapInk): LabelRequest[] {
	const names = { 'durand-line': strings.durandLine, 'line-of-control': strings.lineOfControl, 'kashmir-edge': '' };
	return map.disputed.flatMap(({ id, label }) => {
		if (label === null) return [];
		const base = { id: `.${id}`, text: names[id], gap: 0.35, worth: WORTH.owed };
		if (contains(view, label)) return [{ ...base, points: [label], spots: [...BELOW_OR_ABOVE, ...AROUND] }];
		// Zoomed in, the usual spot may be out of sight while the line is not: then the name finds its own.
		const points = (ink.disputed[id] ?? []).filter((point, i) => i % NAME_SPACING === 0 && contains(view, point));
		return [{ ...base, points, spots: AROUND }];
	});
}

function areaNames(map: MapData, strings: MapStrings): LabelRequest[] {
	return map.areas.flatMap(({ id, points }) => {
		const text = strings.areas?.[id];
		return text === undefined ? [] : [{ id: `.${id}`, text, points, spots: CENTRED, gap: 0, worth: WORTH.area }];
	});
}

/** Capitals choose their spot first; then crossings, which the map is about. */
function byRank(places: readonly MapPlace[]): readonly MapPlace[] {
	const rank = { capital: 0, crossing: 1, city: 2 };
	return [...places].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

function inSight(request: LabelRequest, { width, height }: { width: number; height: number }): LabelRequest {
	const points = request.points.filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
	return { ...request, points };
}

function pinBox({ x, y }: MapPoint) {
	return { left: x - PIN_WIDTH / 2, right: x + PIN_WIDTH / 2, top: y - PIN_HEIGHT, bottom: y };
}
