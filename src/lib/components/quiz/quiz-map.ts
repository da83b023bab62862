import type { MapExtent } from '$lib/domain/map-projection';
import type { MapPlace } from '$lib/state/map-places';
import type { MapData } from '../map-data';

/** What a map question needs besides itself. */
export type QuizMap = {
	/** `outside`: the place asked for is on no map, so only the list is shown. */
	readonly state: 'loading' | 'ready' | 'failed' | 'outside';
	readonly map: MapData | null;
	readonly extent: MapExtent;
	readonly places: readonly MapPlace[];
};

/** For questions that need no map. */
export const NO_MAP: QuizMap = { state: 'loading', map: null, extent: 'region', places: [] };
