import type { GeoBounds, MapPoint } from '$lib/domain/map-projection';

/** The names that have room on the map of a phone. */
export const MAP_AREAS = [
	'afghanistan',
	'pakistan',
	'iran',
	'turkmenistan',
	'tajikistan',
	'india',
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
	readonly width: number;
	readonly height: number;
	readonly bounds: GeoBounds;
	/** Closed outlines of the land; they run past the edges, so that no edge looks like a coast. */
	readonly land: string;
	readonly borders: readonly { readonly kind: 'plain'; readonly d: string }[];
	readonly disputed: readonly DisputedLine[];
	readonly areas: readonly MapArea[];
};

export type MapPlace = {
	readonly id: string;
	readonly name: string;
	readonly lat: number;
	readonly lon: number;
	readonly kind: 'capital' | 'city' | 'crossing';
	/** Whether the map shows it with its name. The list of a map question offers every place, shown or not. */
	readonly shown: boolean;
	/** What the list says instead of the name, where the name would give the answer away. */
	readonly clue?: string;
};

export type MapTarget = { readonly lat: number; readonly lon: number; readonly toleranceKm: number };

/** Every word the map shows or speaks. An area without a name is left unnamed. */
export type MapStrings = {
	readonly mapLabel: string;
	readonly zoomIn: string;
	readonly zoomOut: string;
	readonly list: string;
	readonly yourPin: string;
	readonly target: string;
	readonly durandLine: string;
	readonly lineOfControl: string;
	readonly disclaimer: string;
	/** Where the drawing comes from; follows the disclaimer. */
	readonly credit?: string;
	readonly areas?: Readonly<Partial<Record<MapAreaId, string>>>;
};
