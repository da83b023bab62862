import type { GeoPoint, MapExtent, MapFrame, MapPoint } from '$lib/domain/map-projection';

/** The names that have room on the map of a phone. */
export const MAP_AREAS = [
	'afghanistan',
	'pakistan',
	'iran',
	'turkmenistan',
	'tajikistan',
	'india',
	'saudi-arabia',
	'oman',
	'arabian-sea'
] as const;
export type MapAreaId = (typeof MAP_AREAS)[number];

/** A country or sea with the points where its name may stand, centred, the best first. */
type MapArea = { readonly id: MapAreaId; readonly points: readonly MapPoint[] };

/**
 * A boundary whose course or status is disputed. Drawn dashed, always. `kashmir-edge` is the rest of the boundary
 * around Kashmir (south of the Line of Control, and towards China); it carries no name, hence no label point.
 */
export type DisputedLine = {
	readonly id: 'durand-line' | 'line-of-control' | 'kashmir-edge';
	readonly d: string;
	readonly label: MapPoint | null;
};

/** The drawn map: path data in map units (see `map-path.ts`), made by `scripts/map/build-map.ts`. */
export type MapData = {
	/** How much of it is shown at most. */
	readonly frames: Readonly<Record<MapExtent, MapFrame>>;
	/** Closed outlines of the land; they run past the edges, so that no edge looks like a coast. */
	readonly land: string;
	readonly borders: readonly { readonly kind: 'plain'; readonly d: string }[];
	readonly disputed: readonly DisputedLine[];
	readonly areas: readonly MapArea[];
};

/** Every word the map shows or speaks. An area without a name is left unnamed. */
export type MapStrings = {
	readonly mapLabel: string;
	readonly zoomIn: string;
	readonly zoomOut: string;
	/** Above the list of places that answers a question as the map does. */
	readonly list: string;
	/** Opens the list of the places on a map that is read. */
	readonly placeList: string;
	/** What to do with a map that waits for an answer. */
	readonly setPin: string;
	/** How a map that is read is moved by touch. */
	readonly twoFingers: string;
	/** The keys of a map that waits for an answer. */
	readonly keys: string;
	/** Where the cross-hair stands, and where the pin was set with it. */
	readonly crossAt: (at: GeoPoint) => string;
	readonly pinAt: (at: GeoPoint) => string;
	readonly yourPin: string;
	/** Names the target of a review whose place is not known. */
	readonly target: string;
	readonly durandLine: string;
	readonly lineOfControl: string;
	readonly disclaimer: string;
	/** Where the drawing comes from; follows the disclaimer. */
	readonly credit?: string;
	readonly areas?: Readonly<Partial<Record<MapAreaId, string>>>;
};
