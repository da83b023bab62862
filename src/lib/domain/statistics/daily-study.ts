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

/** Counts answers and time by study day, for any days in any order. */
export class DayCounts {
	readonly #places = new Map<StudyDay, number>();
	readonly #days: StudyDay[] = [];
	readonly #answers: number[] = [];
	readonly #tookMs: DurationMs[] = [];

	/** @param kept what `kept` gave where the counting goes on */
	constructor(kept: Float64Array = new Float64Array(0)) {
		for (let at = 0; at < kept.length; at += 3) {
			const place = this.#placeOf(kept[at] ?? 0);
			this.#answers[place] = kept[at + 1] ?? 0;
			this.#tookMs[place] = kept[at + 2] ?? 0;
		}
	}

	add(day: StudyDay, tookMs: DurationMs): void {
		const place = this.#placeOf(day);
		this.#answers[place] = (this.#answers[place] ?? 0) + 1;
		this.#tookMs[place] = (this.#tookMs[place] ?? 0) + Math.min(tookMs, LONGEST_ANSWER_MS);
	}

	/** Day, answers and time of each day that has any. */
	get kept(): Float64Array {
		return Float64Array.from(this.#days.flatMap((day, at) => [day, this.#answers[at] ?? 0, this.#tookMs[at] ?? 0]));
	}

	/**
	 * Every day from the first until today. Days after today, from a clock that was wrong, are left out, as is what is older
	 * than ten years.
	 */
	until(today: StudyDay): DailyStudy {
		const first = this.#days.reduce((least, day) => Math.min(least, day), today);
		const from = Math.max(first, today - LONGEST_SPAN + 1);
		const answers = new Uint32Array(today - from + 1);
		const time = new Float64Array(answers.length);
		for (const [at, day] of this.#days.entries()) {
			if (day < from || day > today) continue;
			answers[day - from] = this.#answers[at] ?? 0;
			time[day - from] = this.#tookMs[at] ?? 0;
		}
		return { from, answers, tookMs: time };
	}

	#placeOf(day: StudyDay): number {
		// Answers of one day come together.
		if (this.#days.at(-1) === day) return this.#days.length - 1;
		const known = this.#places.get(day);
		if (known !== undefined) return known;
		const place = this.#days.push(day) - 1;
		this.#places.set(day, place);
		this.#answers.push(0);
		this.#tookMs.push(0);
		return place;
	}
}

/** @returns the answers of a day; 0 outside the span */
export function answersOn(study: DailyStudy, day: StudyDay): number {
	return study.answers[day - study.from] ?? 0;
}
