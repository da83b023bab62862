import type { SchedulerParameters } from '../scheduler-parameters';
import type { Days } from '../units';
import { numberAt } from './column';
import { perParameters } from './per-parameters';

/** Probability of recall, 0 to 1, for days since the last answer, 0 or more. */
export type RecallTable = (elapsed: Days, stability: Days) => number;

const STEPS = 4096;

/** Below this share the curve bends too much for straight lines; fifty stabilities have passed by then. */
const LEAST_SHARE = 0.02;

/**
 * The forgetting curve read from a table, right to 2e-6 and several times as fast as the power. For sums over every card
 * on every day only: what decides an answer or a stability uses the exact curve.
 *
 * The curve is (1 + factor t / S) ^ decay. With the share z = 1 / (1 + factor t / S), which falls from 1 to 0 as time
 * passes, it is z ^ -decay, and that is nearly straight between neighbours.
 */
export const recallTable = perParameters(createRecallTable);

function createRecallTable(params: SchedulerParameters): RecallTable {
	const decay = -(params.weights[20] ?? NaN);
	const factor = 0.9 ** (1 / decay) - 1;
	const table = Float64Array.from({ length: STEPS + 2 }, (_, i) => (i / STEPS) ** -decay);
	return (elapsed, stability) => {
		const share = stability / (stability + factor * elapsed);
		if (share < LEAST_SHARE) return share ** -decay;
		const place = share * STEPS;
		const below = Math.floor(place);
		const low = numberAt(table, below);
		return low + (numberAt(table, below + 1) - low) * (place - below);
	};
}
