import type { Days, StudyDay } from '../units';

/** An answer that went wrong: a review rated Again or a quiz question missed. */
export type Miss = {
	/** Of its card. */
	readonly place: number;
	readonly day: StudyDay;
	/** Recall that was expected, 0 to 1; null unless the card was last answered on an earlier day. */
	readonly recall: number | null;
};

/** How far back misses are looked at. */
export const MISSES_SINCE: Days = 180;
