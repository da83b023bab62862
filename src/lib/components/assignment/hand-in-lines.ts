import type { AssignmentResult } from '$lib/domain/assignment-result';
import * as m from '$lib/i18n/paraglide/messages';
import { timeInWords } from '../quiz/time-words';

/** @returns what a result says besides answers, times and name, one sentence each: whoever sends it knows all of it */
export function handInLines({ answers, lateMs, timedOut, away, clockBack, paused }: AssignmentResult): string[] {
	const given = answers.flatMap((answer) => answer ?? []);
	const reports = given.filter(({ report = '' }) => report !== '').length;
	const gaps = [
		[away, m.hand_away],
		[clockBack, m.hand_clock],
		[paused, m.hand_paused]
	] as const;
	return [
		...(lateMs > 0 ? [m.hand_late({ time: timeInWords(lateMs) })] : []),
		...(timedOut ? [m.hand_timed_out()] : []),
		...gaps.flatMap(([{ count, ms }, words]) => (count > 0 ? [words({ count, time: timeInWords(ms) })] : [])),
		...(given.some(({ confidence }) => confidence !== undefined) ? [m.hand_with_confidence()] : []),
		...(given.some(({ misses = 0 }) => misses > 0) ? [m.hand_with_misses()] : []),
		...(given.some(({ overruled }) => overruled === true) ? [m.hand_with_overruled()] : []),
		...(reports > 0 ? [m.hand_with_reports({ count: reports })] : [])
	];
}
