/** A place on Earth, WGS 84, in degrees. */
export type GeoPoint = { readonly lat: number; readonly lon: number };

/** A place on the drawn map, in map units from its upper left corner; y grows downwards. */
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

/** Width of the map in map units; at the equal-scale parallel one unit is about 0.74 km. */
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

/** Height of the map in map units. */
export const MAP_HEIGHT = Math.round((MAP_BOUNDS.north - MAP_BOUNDS.south) * UNITS_PER_LAT);

/**
 * Draws a place: equirectangular projection with one standard parallel, x = (lon - west) k, y = (north - lat) k / cos 33.
 * Linear, so that it is exact both ways and a straight line on the map is straight in degrees.
 * @param lat degrees north
 * @param lon degrees east
 * @returns map units; outside the map for a place outside its bounds
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

/** @returns whether the map shows this place */
export function isOnMap({ lat, lon }: GeoPoint): boolean {
	const { west, south, east, north } = MAP_BOUNDS;
	return lon >= west && lon <= east && lat >= south && lat <= north;
}
