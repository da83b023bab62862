import type { MapTarget } from './item';

/** A place on the globe in degrees: latitude -90 to 90, longitude -180 to 180. */
export type GeoPoint = { readonly lat: number; readonly lon: number };

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

function toRadians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}
