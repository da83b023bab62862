/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;

/** A length of time in milliseconds. */
export type DurationMs = number;

/** A length of time in days; whole unless said otherwise. */
export type Days = number;

/**
 * A study day: the number of local calendar days since 1970-01-01, where a day starts at 04:00 local time.
 * Fixed when a card is answered, so that travel never rewrites history.
 */
export type StudyDay = number;

/** A calendar date as `YYYY-MM-DD`, or its shorter forms `YYYY-MM` and `YYYY`. */
export type IsoDate = string;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
