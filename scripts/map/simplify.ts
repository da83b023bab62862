import { STANDARD_PARALLEL } from '../../src/lib/domain/map-projection';
import { nearestOnSegment } from '../../src/lib/components/map-path';
import type { Position } from 'topojson-client';

/**
 * Thins out a line after Douglas and Peucker: drops every point that lies nearer than `tolerance` to the line without it.
 * @param tolerance degrees of latitude; degrees of longitude count as much as they measure on the map
 * @returns the line with its first and last point and those that matter
 * @see Douglas and Peucker 1973, Cartographica 10(2), 112-122
 */
export function simplifyLine(line: readonly Position[], tolerance: number): readonly Position[] {
	const first = line[0];
	const last = line.at(-1);
	if (first === undefined || last === undefined || line.length < 3) return line;
	let farthest = 0;
	let distance = 0;
	for (const [i, position] of line.entries()) {
		const off = distanceTo(first, last, position);
		if (off > distance) [farthest, distance] = [i, off];
	}
	if (distance <= tolerance) return [first, last];
	const before = simplifyLine(line.slice(0, farthest + 1), tolerance);
	return [...before.slice(0, -1), ...simplifyLine(line.slice(farthest), tolerance)];
}

const EAST_WEST = Math.cos((STANDARD_PARALLEL * Math.PI) / 180);
const flat = ([lon, lat]: Position) => ({ x: lon * EAST_WEST, y: lat });

function distanceTo(start: Position, end: Position, position: Position): number {
	const point = flat(position);
	const nearest = nearestOnSegment(flat(start), flat(end), point);
	return Math.hypot(nearest.x - point.x, nearest.y - point.y);
}
