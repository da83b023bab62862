import { DAY_MS, MINUTE_MS, type DurationMs } from '$lib/domain/units';
import * as m from '$lib/i18n/paraglide/messages';

const SECOND_MS = 1000;
/** From so many of a unit on, the smaller one tells nothing more. */
const MANY = 10;
const UNITS = [
	{ ms: DAY_MS, words: m.duration_days },
	{ ms: 60 * MINUTE_MS, words: m.duration_hours },
	{ ms: MINUTE_MS, words: m.duration_minutes },
	{ ms: SECOND_MS, words: m.quiz_seconds }
] as const;

/** @returns a length of time in its two largest units, such as `1 minute 30 seconds` or `2 days 3 hours`; in one from ten on */
export function timeInWords(duration: DurationMs): string {
	const whole = SECOND_MS * Math.max(0, Math.round(duration / SECOND_MS));
	const index = UNITS.findIndex(({ ms }) => whole >= ms);
	const [unit, smaller] = UNITS.slice(index);
	if (index < 0 || unit === undefined) return m.quiz_seconds({ count: 0 });
	const count = Math.floor(whole / unit.ms);
	const rest = smaller === undefined || count >= MANY ? 0 : Math.floor((whole % unit.ms) / smaller.ms);
	const words = unit.words({ count });
	return rest === 0 || smaller === undefined ? words : `${words} ${smaller.words({ count: rest })}`;
}
