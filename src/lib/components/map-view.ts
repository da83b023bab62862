import type { MapFrame, MapPoint } from '$lib/domain/map-projection';

/** The part of the map that is seen, in map units; it lies in the frame and always has its shape. */
export type MapView = MapFrame;

/** Closer than this the outlines turn into straight strokes: one map unit would be 1.4 CSS pixels on a phone. */
const MAX_SCALE = 8;

/** Share of the view kept free around what it is fitted to. */
const MARGIN = 0.25;

/** How many times larger than the whole frame the view shows things. */
export function scaleOf(frame: MapFrame, view: MapView): number {
	return frame.width / view.width;
}

export function canZoomIn(frame: MapFrame, view: MapView): boolean {
	return scaleOf(frame, view) < MAX_SCALE - 0.001;
}

export function canZoomOut(frame: MapFrame, view: MapView): boolean {
	return scaleOf(frame, view) > 1.001;
}

/**
 * Zooms by a factor and keeps one point where it is on the screen.
 * @param factor above 1 to come closer
 * @param at in map units
 */
export function zoomed(frame: MapFrame, view: MapView, factor: number, at: MapPoint): MapView {
	const scale = Math.min(MAX_SCALE, Math.max(1, scaleOf(frame, view) * factor));
	const [width, height] = [frame.width / scale, frame.height / scale];
	const shrink = width / view.width;
	return clamped(frame, { x: at.x - (at.x - view.x) * shrink, y: at.y - (at.y - view.y) * shrink, width, height });
}

/** Moves the view, as far as the frame reaches. @param dx share of the view's width. @param dy share of its height */
export function moved(frame: MapFrame, view: MapView, dx: number, dy: number): MapView {
	return clamped(frame, { ...view, x: view.x + dx * view.width, y: view.y + dy * view.height });
}

/**
 * The closest view that shows a box of the map with a margin around it.
 * @param most how many times larger than the whole frame it may be
 */
export function around(frame: MapFrame, box: MapView, most: number): MapView {
	const needed = Math.max(box.width / frame.width, box.height / frame.height) / (1 - 2 * MARGIN);
	const size = Math.min(1, Math.max(1 / most, needed));
	const [width, height] = [frame.width * size, frame.height * size];
	const [x, y] = [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2];
	return clamped(frame, { x, y, width, height });
}

/** Share of the view kept between a cross-hair and its edge, so that one sees where one is going. */
const LOOKAHEAD = 0.1;

/** The view moved just far enough to have the point well in sight. */
export function following(frame: MapFrame, view: MapView, { x, y }: MapPoint): MapView {
	const shift = (at: number, from: number, size: number) => {
		const [least, most] = [from + LOOKAHEAD * size, from + (1 - LOOKAHEAD) * size];
		return (at - Math.min(most, Math.max(least, at))) / size;
	};
	return moved(frame, view, shift(x, view.x, view.width), shift(y, view.y, view.height));
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

/** @returns the point of the frame nearest to `point` */
export function pointWithin(frame: MapFrame, { x, y }: MapPoint): MapPoint {
	return {
		x: Math.min(frame.x + frame.width, Math.max(frame.x, x)),
		y: Math.min(frame.y + frame.height, Math.max(frame.y, y))
	};
}

function clamped(frame: MapFrame, view: MapView): MapView {
	const limit = (value: number, least: number, most: number) => Math.min(Math.max(least, value), Math.max(least, most));
	const [right, bottom] = [frame.x + frame.width - view.width, frame.y + frame.height - view.height];
	return { ...view, x: limit(view.x, frame.x, right), y: limit(view.y, frame.y, bottom) };
}
