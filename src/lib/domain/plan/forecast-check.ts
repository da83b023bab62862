import { LEAST_SAMPLE } from '../statistics/proportion';
import type { BackTest, BackTestPoint } from './back-test';

/** Past forecasts beside what happened, and in how many of them that lay within the interval. */
export type ForecastCheck = { readonly points: readonly BackTestPoint[]; readonly held: number };

/** Null where no stretch has enough answers to say anything. */
export type ForecastChecks = { readonly recall: ForecastCheck | null; readonly load: ForecastCheck | null };

/** @returns how past forecasts have held; stretches with fewer than twenty reviews are left out: there chance decides */
export function checkForecasts({ recall, load }: BackTest): ForecastChecks {
	return {
		recall: toCheck(recall.filter(({ reviews }) => reviews >= LEAST_SAMPLE)),
		load: toCheck(load.filter(({ predicted, actual }) => Math.max(predicted, actual) >= LEAST_SAMPLE))
	};
}

function toCheck(points: readonly BackTestPoint[]): ForecastCheck | null {
	if (points.length === 0) return null;
	return { points, held: points.filter(({ low, high, actual }) => low <= actual && actual <= high).length };
}
