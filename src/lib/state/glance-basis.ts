import type { Glance } from '$lib/storage/glance';
import type { Settings } from '$lib/storage/settings';
import type { Preferences } from './preferences.svelte';

/** What is due and in which order follows from these, besides what was learnt. */
const KEYS = [
	'newPerDay',
	'reviewsPerDay',
	'todayLimits',
	'setLimits',
	'learnAheadMinutes',
	'dayStartHour',
	'plan'
] as const satisfies readonly (keyof Settings)[];

/** @returns those settings as localStorage has them, where the script in app.html looks whether they are still the same */
export function basisOf({ kept }: Preferences): Glance['basis'] {
	return KEYS.map((key) => [key, kept[key] ?? null]);
}
