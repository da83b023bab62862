import { DAY_MS, type EpochMs } from '../units';
import type { LearningEvent } from '../event';

/** Clocks that are hours apart are common, and time zones move a study day by one. */
const MOST_DAYS_AHEAD = 2;

/** The latest instant and study day that an event may bear without being set aside. */
export type Horizon = { readonly at: EpochMs; readonly day: number };

/**
 * Somebody's clock was wrong when they answered: taken as it stands, an event of the year 2099 would be its card's last
 * for decades. Until its date such an event is kept aside.
 */
export function toHorizon(now: EpochMs): Horizon {
	return { at: now + DAY_MS, day: Math.floor(now / DAY_MS) + MOST_DAYS_AHEAD };
}

/** @returns whether an event is dated more than a day ahead */
export function isAhead(event: Pick<LearningEvent, 'at' | 'day'>, horizon: Horizon): boolean {
	return event.at > horizon.at || event.day > horizon.day;
}
