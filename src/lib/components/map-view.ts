import type { MapPoint } from '$lib/domain/map-projection';

/** The part of the map that is seen, in map units; it always has the shape of the whole map. */
export type MapView = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Size = { readonly width: number; readonly height: number };

/** Closer than this the outlines turn into straight strokes: one map unit would be 1.4 CSS pixels on a phone. */
const MAX_SCALE = 8;

/** Share of the view kept free around what it is fitted to. */
const MARGIN = 0.25;

export function wholeMap({ width, height }: Size): MapView {
	return { x: 0, y: 0, width, height };
}

/** How many times larger than the whole map the view shows things. */
export function scaleOf(map: Size, view: MapView): number {
	return map.width / view.width;
}

export function canZoomIn(map: Size, view: MapView): boolean {
	return scaleOf(map, view) < MAX_SCALE - 0.001;
}

export function canZoomOut(map: Size, view: MapView): boolean {
	return scaleOf(map, view) > 1.001;
}

/**
 * Zooms by a factor and keeps one point where it is on the screen.
 * @param factor above 1 to come closer
 * @param at in map units
 */
export function zoomed(map: Size, view: MapView, factor: number, at: MapPoint): MapView {
	const scale = Math.min(MAX_SCALE, Math.max(1, scaleOf(map, view) * factor));
	const [width, height] = [map.width / scale, map.height / scale];
	const shrink = width / view.width;
	return clamped(map, { x: at.x - (at.x - view.x) * shrink, y: at.y - (at.y - view.y) * shrink, width, height });
}

/** Moves the view, as far as the map reaches. @param dx share of the view's width. @param dy share of its height */
export function moved(map: Size, view: MapView, dx: number, dy: number): MapView {
	return clamped(map, { ...view, x: view.x + dx * view.width, y: view.y + dy * view.height });
}

/** Closer than this a review would show nothing the learner knows around the target. */
const REVIEW_SCALE = 3;

/** The closest view, up to three times, that shows a box of the map with a margin around it. */
export function around(map: Size, box: MapView): MapView {
	const needed = Math.max(box.width / map.width, box.height / map.height) / (1 - 2 * MARGIN);
	const size = Math.min(1, Math.max(1 / REVIEW_SCALE, needed));
	const [width, height] = [map.width * size, map.height * size];
	const [x, y] = [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2];
	return clamped(map, { x, y, width, height });
}

/** @returns whether a point of the map is in sight */
export function contains(view: MapView, { x, y }: MapPoint): boolean {
	return x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;
}

/** The smallest box around some points, each with its own reach. */
export function boxAround(points: readonly (MapPoint & { rx: number; ry: number })[]): MapView {
	const west = Math.min(...points.map(({ x, rx }) => x - rx));
	const east = Math.max(...points.map(({ x, rx }) => x + rx));
	const north = Math.min(...points.map(({ y, ry }) => y - ry));
	const south = Math.max(...points.map(({ y, ry }) => y + ry));
	return { x: west, y: north, width: east - west, height: south - north };
}

function clamped(map: Size, view: MapView): MapView {
	const limit = (value: number, most: number) => Math.min(Math.max(0, value), Math.max(0, most));
	return { ...view, x: limit(view.x, map.width - view.width), y: limit(view.y, map.height - view.height) };
}
