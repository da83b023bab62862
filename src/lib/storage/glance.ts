import type { EpochMs } from '$lib/domain/units';

/** What a page says before the app runs, for the script in `src/app.html`, which checks whether it still holds. */
export type Glance = {
	readonly from: EpochMs;
	/** Settings that the words follow from, as they were. */
	readonly basis: readonly (readonly [key: string, value: unknown])[];
	/** In the order of time. */
	readonly told: readonly GlanceWords[];
	/** The language of the words where it may be another than that of the page. */
	readonly lang?: string;
};

/** Until when, and a text for each place that the page has for one; an empty one leaves its place out. */
export type GlanceWords = readonly [until: EpochMs, ...words: readonly string[]];
