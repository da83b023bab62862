import { radiiOnMap, type GeoPoint, type MapPoint } from '$lib/domain/map-projection';
import type { MapPlace } from '$lib/state/map-places';
import type { MapData, MapStrings } from './map-data';
import { overlap, type Box } from './map-label-search';
import {
	AROUND,
	BELOW_OR_ABOVE,
	CENTRED,
	dotBox,
	placeLabels,
	type LabelRequest,
	type PlacedLabel
} from './map-labels';
import { drawnAt, INK_SPACING, placeAt, type MapInk, type MapScene, type Reach } from './map-marks';
import { pointsAlong } from './map-path';
import { contains, type MapView } from './map-view';

/** How the labels are set: the map's width on the screen and the width of a text, both in em. */
export type Typesetting = { readonly width: number; readonly widthOf: (text: string) => number };

/** A name stands at every so manieth point of a line. */
const NAME_SPACING = 5;

/**
 * The name of the Durand Line may leave its usual spot for every so manieth of those. The Line of Control is too short for
 * that: its name would seem to mean what lies beside it.
 */
const OTHER_SPACING = 4;
const HOME = 20;

/** Sizes of the marks in em of the labels. */
const DOT_GAP = 0.5;
const DOT_RADIUS = 0.3;
const PIN_GAP = 0.9;
const PIN_WIDTH = 1.3;
const PIN_HEIGHT = 1.9;

/** What a label may cost; see `LabelRequest.worth`. The names of disputed lines are owed to the reader. */
const WORTH = { owed: 60, place: 40, town: 30, span: 20, area: 12 };

/** How far the points of a line stand apart on a phone that shows the whole region, in em. */
const PHONE_SPACING = 0.34;

/** A line between answer and target that is shorter than this, in em, has no room for its length. */
const LEAST_SPAN = 4;

/** Points that stand for the outline of a target's reach. */
const REACH_POINTS = 24;

/** What of a scene is drawn: its labels, placed, and the places with a dot. */
type MapLayout = { readonly labels: readonly PlacedLabel[]; readonly dots: readonly MapPlace[] };

/**
 * Lays a scene out. What the map is about chooses its spot first, then the towns, then the countries. One of the towns whose name
 * finds no room is left out, dot and all, until the map is larger or closer: a dot without a name teaches nothing, and it
 * would be in the way of the others.
 */
export function layOut(map: MapData, scene: MapScene, view: MapView, ink: MapInk, type: Typesetting): MapLayout {
	const sheet = openSheet(scene, view, ink, type);
	const dotOf = (place: MapPlace) => dotBox(sheet.at(place), DOT_RADIUS);
	const dots = byRank(placesToDraw(scene)).filter((one) => contains(view, drawnAt(one, scene.places, ink.durand)));
	const mains = dots.filter((one) => !isMinor(one));

	const marks = [...mains.map(dotOf), ...sheet.target.map((at) => dotBox(at, DOT_RADIUS)), ...sheet.pin.map(pinBox)];
	const owed = [...reviewNames(scene, sheet), ...disputedNames(map, scene.strings, view, ink, sheet)];
	const first = sheet.place([...owed, ...mains.map((one) => placeName(one, sheet.at(one)))], marks);

	const taken = [...marks, ...boxesOf(first)];
	const isFree = (one: MapPlace) => !taken.some((box) => overlap(box, dotOf(one)));
	const towns = dots.filter((one) => isMinor(one) && isFree(one));
	const townNames = towns.map((one) => placeName(one, sheet.at(one)));
	const second = sheet.place(townNames, [...taken, ...towns.map(dotOf)]);

	const named = towns.filter(({ id }) => second.some((label) => label.id === id));
	const third = sheet.place(areaNames(map, scene.strings, sheet), [...taken, ...named.map(dotOf), ...boxesOf(second)]);
	return { labels: [...first, ...second, ...third], dots: [...mains, ...named] };
}

/** The view as it is set: points in em from its upper left corner. */
type Sheet = {
	readonly inEm: (point: MapPoint) => MapPoint;
	readonly at: (place: GeoPoint) => MapPoint;
	readonly pin: readonly MapPoint[];
	readonly target: readonly MapPoint[];
	readonly place: (requests: readonly LabelRequest[], obstacles: readonly Box[]) => PlacedLabel[];
};

function openSheet(scene: MapScene, view: MapView, ink: MapInk, type: Typesetting): Sheet {
	const size = { width: type.width, height: (type.width * view.height) / view.width };
	const inEm = ({ x, y }: MapPoint): MapPoint => ({
		x: ((x - view.x) / view.width) * size.width,
		y: ((y - view.y) / view.height) * size.height
	});
	const onMap = (point: GeoPoint) => drawnAt(point, scene.places, ink.durand);
	const pin = scene.answer === null ? [] : [onMap(scene.answer)];
	const asked = scene.mode === 'review' && scene.target !== null ? [scene.target] : [];
	const target = asked.map(onMap);
	const between = pointsAlong([[...pin, ...target]], INK_SPACING);
	const reach = asked.flatMap((one) => outlineOf(onMap(one), one));
	const seen = [...ink.all, ...between, ...reach].filter((point) => contains(view, point)).map(inEm);
	// From further off the points of a line stand closer together, and each counts for less.
	const inkCost = Math.min(1, (INK_SPACING * size.width) / view.width / PHONE_SPACING);
	return {
		inEm,
		at: (place) => inEm(onMap(place)),
		pin: pin.map(inEm),
		target: target.map(inEm),
		place: (requests, obstacles) =>
			placeLabels(
				requests.map((request) => inSight(request, size)),
				{ ...size, widthOf: type.widthOf, obstacles, ink: seen, inkCost }
			)
	};
}

const boxesOf = (labels: readonly PlacedLabel[]) => labels.map(({ box }) => box);

/** The target of a review has a mark and a name of its own, so that its dot would be one too many. */
function placesToDraw({ mode, places, target }: MapScene): readonly MapPlace[] {
	const asked = mode === 'review' && target !== null ? placeAt(target, places) : undefined;
	return places.filter((place) => place.shown && place !== asked);
}

/** Points around a target, as far as an answer is right. */
function outlineOf({ x, y }: MapPoint, { lat, toleranceKm }: Reach): MapPoint[] {
	const { rx, ry } = radiiOnMap(lat, toleranceKm);
	return Array.from({ length: REACH_POINTS }, (_, i) => {
		const angle = (2 * Math.PI * i) / REACH_POINTS;
		return { x: x + rx * Math.cos(angle), y: y + ry * Math.sin(angle) };
	});
}

function reviewNames({ mode, strings, places, target: asked, span }: MapScene, { pin, target }: Sheet): LabelRequest[] {
	if (mode !== 'review') return [];
	const base = { spots: AROUND, worth: WORTH.owed };
	const heads = pin.map(({ x, y }) => ({ x, y: y - PIN_HEIGHT / 2 }));
	const name = asked === null ? undefined : placeAt(asked, places)?.name;
	return [
		{ ...base, id: '.target', text: name ?? strings.target, points: target, gap: DOT_GAP + 0.15 },
		{ ...base, id: '.pin', text: strings.yourPin, points: heads, gap: PIN_GAP },
		...(span === null ? [] : spanName(span, pin[0], target[0]))
	];
}

/** The distance beside the line between answer and target, near its middle. */
function spanName(text: string, from: MapPoint | undefined, to: MapPoint | undefined): LabelRequest[] {
	if (from === undefined || to === undefined) return [];
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	if (Math.hypot(dx, dy) < LEAST_SPAN) return [];
	const points = [0.5, 0.4, 0.6].map((share) => ({ x: from.x + dx * share, y: from.y + dy * share }));
	return [{ id: '.span', text, points, spots: AROUND, gap: 0.35, worth: WORTH.span }];
}

function placeName({ id, name, kind }: MapPlace, point: MapPoint): LabelRequest {
	const worth = isMinor({ kind }) ? WORTH.town : WORTH.place;
	return { id, text: name, points: [point], spots: AROUND, gap: DOT_GAP, worth };
}

function disputedNames(map: MapData, strings: MapStrings, view: MapView, ink: MapInk, { inEm }: Sheet): LabelRequest[] {
	const names = { 'durand-line': strings.durandLine, 'line-of-control': strings.lineOfControl, 'kashmir-edge': '' };
	return map.disputed.flatMap(({ id, label }) => {
		if (label === null) return [];
		const base = { id: `.${id}`, text: names[id], gap: 0.35, worth: WORTH.owed };
		const along = (ink.disputed[id] ?? []).filter((point, i) => i % NAME_SPACING === 0 && contains(view, point));
		// Zoomed in, the usual spot may be out of sight while the line is not: then the name finds its own.
		if (!contains(view, label)) return [{ ...base, points: along.map(inEm), spots: AROUND }];
		const others = id === 'durand-line' ? along.filter((_, i) => i % OTHER_SPACING === 0) : [];
		return [{ ...base, home: HOME, points: [label, ...others].map(inEm), spots: [...BELOW_OR_ABOVE, ...AROUND] }];
	});
}

function areaNames(map: MapData, strings: MapStrings, { inEm }: Sheet): LabelRequest[] {
	return map.areas.flatMap(({ id, points }) => {
		const text = strings.areas?.[id];
		if (text === undefined) return [];
		return [{ id: `.${id}`, text, points: points.map(inEm), spots: CENTRED, gap: 0, worth: WORTH.area }];
	});
}

/** Whether the map can do without it while there is no room for its name. */
function isMinor({ kind }: Pick<MapPlace, 'kind'>): boolean {
	return kind === 'town' || kind === 'line-end';
}

/** Capitals choose their spot first; then crossings, which the map is about. */
function byRank(places: readonly MapPlace[]): readonly MapPlace[] {
	const rank = { capital: 0, crossing: 1, city: 2, 'line-end': 3, town: 4 } satisfies Record<MapPlace['kind'], number>;
	return [...places].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

function inSight(request: LabelRequest, { width, height }: { width: number; height: number }): LabelRequest {
	const points = request.points.filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
	return { ...request, points };
}

function pinBox({ x, y }: MapPoint) {
	return { left: x - PIN_WIDTH / 2, right: x + PIN_WIDTH / 2, top: y - PIN_HEIGHT, bottom: y };
}
