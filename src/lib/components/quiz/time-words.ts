import { MINUTE_MS, type DurationMs } from '$lib/domain/units';
import * as m from '$lib/i18n/paraglide/messages';

const SECOND_MS = 1000;

/** @returns a length of time to the second, such as `1 minute 30 seconds`; longer ones to the minute */
export function timeInWords(duration: DurationMs): string {
	const seconds = Math.max(0, Math.round(duration / SECOND_MS));
	const minutes = Math.floor((seconds * SECOND_MS) / MINUTE_MS);
	const rest = seconds - minutes * 60;
	if (minutes === 0) return m.quiz_seconds({ count: rest });
	const words = m.duration_minutes({ count: minutes });
	return rest === 0 || minutes >= 10 ? words : `${words} ${m.quiz_seconds({ count: rest })}`;
}
