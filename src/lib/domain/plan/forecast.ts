import { createRng } from '../rng';
import type { StudyDay } from '../units';
import type { Estimate } from './estimate';
import { runsFor, toEstimate } from './estimate';
import type { Learner } from './learner';
import type { StudiedDay, StudyStart } from './study-run';
import { StudyRun } from './study-run';

export type ForecastDay = {
	readonly day: StudyDay;
	readonly reviews: Estimate;
	readonly fresh: Estimate;
	readonly minutes: Estimate;
	/** Cards that are expected to be remembered at the end of the day, of those begun. */
	readonly remembered: Estimate;
	/** Cards that were due and had to wait. */
	readonly waiting: Estimate;
};

/** How far a long task is, 0 to 1. */
export type Progress = (share: number) => void;

type RunDay = StudiedDay & { readonly remembered: number };

/**
 * Forecasts study day by day from what the learner remembers now.
 * @param seed the same seed gives the same forecast
 */
export function forecast(start: StudyStart, learner: Learner, seed: number, progress?: Progress): ForecastDay[] {
	const runs = runsFor(start.cards.stability.length + start.fresh, start.days);
	const ran: RunDay[][] = [];
	for (let run = 0; run < runs; run++) {
		ran.push(simulate(start, learner, seed + run));
		progress?.((run + 1) / runs);
	}
	return Array.from({ length: start.days }, (_, i) => toForecastDay(ran.flatMap((days) => days[i] ?? [])));
}

/** One run: each day as it might go. */
export function simulate(start: StudyStart, learner: Learner, seed: number): RunDay[] {
	const run = new StudyRun(start, learner, createRng(seed));
	return Array.from({ length: start.days }, () => {
		const studied = run.next();
		return { ...studied, remembered: run.cards.remembered(studied.day) };
	});
}

function toForecastDay(days: readonly RunDay[]): ForecastDay {
	const [first] = days;
	if (first === undefined) throw new Error('A forecast needs a run.');
	return {
		day: first.day,
		reviews: toEstimate(days.map(({ reviews }) => reviews)),
		fresh: toEstimate(days.map(({ fresh }) => fresh)),
		minutes: toEstimate(days.map(({ minutes }) => minutes)),
		remembered: toEstimate(days.map(({ remembered }) => remembered)),
		waiting: toEstimate(days.map(({ waiting }) => waiting))
	};
}
