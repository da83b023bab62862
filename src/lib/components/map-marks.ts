import type { MapTarget } from '$lib/domain/item';
import {
	project,
	radiiOnMap,
	type GeoPoint,
	type MapExtent,
	type MapFrame,
	type MapPoint
} from '$lib/domain/map-projection';
import type { MapPlace } from '$lib/state/map-places';
import type { MapData, MapStrings } from './map-data';
import { decodePath, nearestOn, pointsAlong, type Line } from './map-path';
import { around, boxAround, type MapView } from './map-view';

/** Places have names, or the learner answers, or the answer is compared with the target. */
export type MapMode = 'read' | 'answer' | 'review';

/** What a map is asked to show, apart from the drawing itself. */
export type MapScene = {
	readonly mode: MapMode;
	readonly places: readonly MapPlace[];
	readonly answer: GeoPoint | null;
	readonly target: Reach | null;
	/** The distance between answer and target in short, such as `38 km`; stands on the line between them. */
	readonly span: string | null;
	readonly strings: MapStrings;
};

/** A place with the distance up to which an answer is right. */
export type Reach = Omit<MapTarget, 'place'>;

/** The lines of a map as points in map units, read once per map. */
export type MapInk = {
	readonly durand: readonly Line[];
	/** Points along every border, plain and disputed. */
	readonly all: readonly MapPoint[];
	/** Points along each disputed line. */
	readonly disputed: Readonly<Record<string, readonly MapPoint[]>>;
};

/** Distance between points of the ink in map units: a third of a label's height on a phone. */
export const INK_SPACING = 25;

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
 * Where a point is drawn. A crossing or an end of the line lies on it by definition, yet its coordinates (a town, a gate)
 * may be a few kilometres off the line of the atlas: it is moved onto it, and so is a pin or target that names it.
 */
export function drawnAt(point: GeoPoint, places: readonly MapPlace[], durand: readonly Line[]): MapPoint {
	const at = project(point.lat, point.lon);
	const kind = placeAt(point, places)?.kind;
	return kind === 'crossing' || kind === 'line-end' ? nearestOn(durand, at) : at;
}

/**
 * How close a map comes to a place by itself, as times the whole frame. Any closer it would show nothing around it that
 * the reader knows: on the wide map that takes more of it.
 */
export const CLOSEST: Readonly<Record<MapExtent, number>> = { region: 3, wide: 1.5 };

/** The view for a review: the answer and the target with its reach together, close enough to tell apart. */
export function reviewView(frame: MapFrame, answer: GeoPoint | null, target: Reach | null, closest: number): MapView {
	if (target === null) return frame;
	const reach = { ...project(target.lat, target.lon), ...radiiOnMap(target.lat, target.toleranceKm) };
	const pin = answer === null ? [] : [{ ...project(answer.lat, answer.lon), rx: 0, ry: 0 }];
	return around(frame, boxAround([reach, ...pin]), closest);
}

/** @returns the place that stands at exactly these coordinates */
export function placeAt({ lat, lon }: GeoPoint, places: readonly MapPlace[]): MapPlace | undefined {
	return places.find((place) => place.lat === lat && place.lon === lon);
}
