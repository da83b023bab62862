import type { MapData, MapPlace } from '../map-data';

/** What the map questions of a quiz need; `map` is null while it loads. */
export type QuizMap = { readonly map: MapData | null; readonly failed: boolean; readonly places: readonly MapPlace[] };
