import type { MapData, MapPlace } from '../map-data';

/** What a map question needs besides itself. */
export type QuizMap = {
	/** `outside`: the place asked for is not on the map, so only the list is shown. */
	readonly state: 'loading' | 'ready' | 'failed' | 'outside';
	readonly map: MapData | null;
	readonly places: readonly MapPlace[];
};

/** For questions that need no map. */
export const NO_MAP: QuizMap = { state: 'loading', map: null, places: [] };
