import type { MapTarget } from './item';
import type { GeoPoint } from './map-projection';

/** Mean radius of the Earth, IUGG (GRS 80). */
const EARTH_RADIUS_KM = 6371.0088;

/**
 * Great-circle distance on a sphere; within 0.6 % of the distance on the ellipsoid.
 * @returns kilometres
 * @see R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159
 */
export function distanceKm(a: GeoPoint, b: GeoPoint): number {
	const halfLat = toRadians(b.lat - a.lat) / 2;
	const halfLon = toRadians(b.lon - a.lon) / 2;
	const h = Math.sin(halfLat) ** 2 + Math.cos(toRadians(a.lat)) * Math.cos(toRadians(b.lat)) * Math.sin(halfLon) ** 2;
	// Rounding can lift h over 1 for opposite points, where the arc sine would be NaN.
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** @returns whether a point is close enough to a map item's place to be right */
export function isWithinTolerance(point: GeoPoint, target: MapTarget): boolean {
	return distanceKm(point, target) <= target.toleranceKm;
}

/** Clockwise from north, an eighth of the circle each. */
const COMPASS_POINTS = [
	'north',
	'north-east',
	'east',
	'south-east',
	'south',
	'south-west',
	'west',
	'north-west'
] as const;
export type CompassPoint = (typeof COMPASS_POINTS)[number];

/**
 * The direction in which one sets out from a place to reach another by the shortest way.
 * @returns the nearest of eight points of the compass; north where both are the same
 * @see Ed Williams, Aviation Formulary, "Course between points"
 */
export function compassPoint(from: GeoPoint, to: GeoPoint): CompassPoint {
	const [fromLat, toLat] = [toRadians(from.lat), toRadians(to.lat)];
	const east = toRadians(to.lon - from.lon);
	const y = Math.sin(east) * Math.cos(toLat);
	const x = Math.cos(fromLat) * Math.sin(toLat) - Math.sin(fromLat) * Math.cos(toLat) * Math.cos(east);
	const eighths = Math.round((Math.atan2(y, x) / Math.PI) * 4);
	return COMPASS_POINTS[(eighths + 8) % 8] ?? 'north';
}

function toRadians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}
