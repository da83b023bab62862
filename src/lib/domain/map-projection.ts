/** A place on Earth, WGS 84, in degrees. */
export type GeoPoint = { readonly lat: number; readonly lon: number };

/** A place on the drawn map, in map units from the region's upper left corner; y grows downwards. */
export type MapPoint = { readonly x: number; readonly y: number };

export type GeoBounds = {
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
};

/**
 * What the map shows: Afghanistan and Pakistan whole, their neighbours only as far as a reader needs to find them.
 * The east edge leaves most of Kashmir out on purpose: its status is unresolved and nothing here asks about it.
 */
export const MAP_BOUNDS: GeoBounds = { west: 60.2, south: 23.6, east: 76, north: 38.8 };

/** The same map as far as Riyadh, for questions about places on the Gulf; in the east it ends where the other does. */
export const WIDE_BOUNDS: GeoBounds = { ...MAP_BOUNDS, west: 45, south: 21.5 };

/** How much of the drawn map is shown at most: the two countries, or also the lands west of them. */
export type MapExtent = 'region' | 'wide';

export const EXTENT_BOUNDS: Readonly<Record<MapExtent, GeoBounds>> = { region: MAP_BOUNDS, wide: WIDE_BOUNDS };

/** A rectangle of the drawn map, in map units. */
export type MapFrame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Width of the region in map units; at the equal-scale parallel one unit is about 0.74 km. */
export const MAP_WIDTH = 2000;

/**
 * The parallel along which east and west measure the same as north and south. The middle of the towns shown; at the
 * edges of the map (24 and 39 N) shapes are off by 9 % at most, less than a reader sees.
 */
export const STANDARD_PARALLEL = 33;

/** Kilometres in one degree of latitude on a sphere of 6,371 km radius. */
export const KM_PER_DEGREE = (Math.PI * 6371) / 180;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const UNITS_PER_LON = MAP_WIDTH / (MAP_BOUNDS.east - MAP_BOUNDS.west);
const UNITS_PER_LAT = UNITS_PER_LON / Math.cos(radians(STANDARD_PARALLEL));

/**
 * Draws a place: equirectangular projection with one standard parallel, x = (lon - west) k, y = (north - lat) k / cos 33.
 * Linear, so that it is exact both ways and a straight line on the map is straight in degrees.
 * @param lat degrees north
 * @param lon degrees east
 * @returns map units from the upper left corner of the region; negative for places north or west of it
 * @see Snyder, Map Projections: A Working Manual (USGS 1395), section 12
 */
export function project(lat: number, lon: number): MapPoint {
	return { x: (lon - MAP_BOUNDS.west) * UNITS_PER_LON, y: (MAP_BOUNDS.north - lat) * UNITS_PER_LAT };
}

/**
 * The place under a point of the map; the exact inverse of `project`.
 * @param x map units from the west edge
 * @param y map units from the north edge
 */
export function unproject(x: number, y: number): GeoPoint {
	return { lat: MAP_BOUNDS.north - y / UNITS_PER_LAT, lon: MAP_BOUNDS.west + x / UNITS_PER_LON };
}

/**
 * A distance around a place as it looks on the map: an ellipse, as east to west is stretched away from the standard
 * parallel by cos 33 / cos lat.
 * @param lat degrees north of the centre
 * @param km radius on the ground
 * @returns half axes in map units
 */
export function radiiOnMap(lat: number, km: number): { readonly rx: number; readonly ry: number } {
	const degrees = km / KM_PER_DEGREE;
	return { rx: (degrees / Math.cos(radians(lat))) * UNITS_PER_LON, ry: degrees * UNITS_PER_LAT };
}

/** @returns the part of the drawn map that shows these bounds, to a whole unit */
export function frameOf({ west, south, east, north }: GeoBounds): MapFrame {
	const [from, to] = [project(north, west), project(south, east)];
	const [x, y] = [Math.round(from.x), Math.round(from.y)];
	return { x, y, width: Math.round(to.x) - x, height: Math.round(to.y) - y };
}

/** @returns whether the map of this extent shows the place */
export function isOnMap({ lat, lon }: GeoPoint, extent: MapExtent = 'region'): boolean {
	const { west, south, east, north } = EXTENT_BOUNDS[extent];
	return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** @returns the closest extent that shows the place, or null when none does */
export function extentOf(place: GeoPoint): MapExtent | null {
	return isOnMap(place, 'region') ? 'region' : isOnMap(place, 'wide') ? 'wide' : null;
}
