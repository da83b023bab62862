import type { AnswerColumns } from '../answer-columns';
import type { DurationMs, StudyDay } from '../units';
import { MINUTE_MS } from '../units';

/** What was done on each study day of a span that ends today. */
export type DailyStudy = {
	/** Study day of the first entry. */
	readonly from: StudyDay;
	readonly answers: Uint32Array;
	readonly tookMs: Float64Array;
};

/** Whoever takes longer over one answer was called away. */
const LONGEST_ANSWER_MS: DurationMs = 2 * MINUTE_MS;

/** Ten years: what lies before is in the totals only. */
const LONGEST_SPAN = 3660;

/**
 * Counts answers and time by study day, from the first day of the log until today. Days after today, from a clock that was
 * wrong, are left out, as is what is older than ten years.
 */
export function countDays({ day, tookMs }: AnswerColumns, today: StudyDay): DailyStudy {
	let first = today;
	for (let i = 0; i < day.length; i += 1) first = Math.min(first, day[i] ?? first);
	const from = Math.max(first, today - LONGEST_SPAN + 1);
	const answers = new Uint32Array(today - from + 1);
	const time = new Float64Array(answers.length);
	for (let i = 0; i < day.length; i += 1) {
		const place = (day[i] ?? 0) - from;
		if (place < 0 || place >= answers.length) continue;
		answers[place] = (answers[place] ?? 0) + 1;
		time[place] = (time[place] ?? 0) + Math.min(tookMs[i] ?? 0, LONGEST_ANSWER_MS);
	}
	return { from, answers, tookMs: time };
}

/** @returns the answers of a day; 0 outside the span */
export function answersOn(study: DailyStudy, day: StudyDay): number {
	return study.answers[day - study.from] ?? 0;
}
