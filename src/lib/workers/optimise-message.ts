import type { OptimisedWeights, OptimiserError } from '../domain/optimiser/optimise-weights';
import type { TrainingReviews } from '../domain/optimiser/training-reviews';
import type { Result } from '../domain/result';
import { err, ok } from '../domain/result';
import { DEFAULT_PARAMETERS, parseParameters } from '../domain/scheduler-parameters';

/** What the optimiser's worker is told. `id` is the sender's name for a run and comes back with every reply. */
export type OptimiseRequest =
	| {
			readonly kind: 'optimise';
			readonly id: number;
			readonly reviews: TrainingReviews;
			/** In use now. */
			readonly weights: readonly number[];
			/** Decides the order in which cards are looked at. */
			readonly seed: number;
	  }
	| { readonly kind: 'cancel'; readonly id: number };

/** What it answers. A run ends with `finished`, `cancelled` or `refused`. */
export type OptimiseReply =
	/** `done` is the share done, 0 to 1. */
	| { readonly kind: 'progress'; readonly id: number; readonly done: number }
	| { readonly kind: 'finished'; readonly id: number; readonly result: Result<OptimisedWeights, OptimiserError> }
	| { readonly kind: 'cancelled'; readonly id: number }
	/** `id` is null when the request had none. */
	| { readonly kind: 'refused'; readonly id: number | null };

export type RequestError = { readonly kind: 'not-a-request'; readonly id: number | null };

/** Reads a message as a request whose columns fit together, so that the arithmetic may trust them. */
export function parseOptimiseRequest(message: unknown): Result<OptimiseRequest, RequestError> {
	if (typeof message !== 'object' || message === null) return err({ kind: 'not-a-request', id: null });
	const { kind, id, reviews, weights, seed } = message as Record<string, unknown>;
	if (typeof id !== 'number') return err({ kind: 'not-a-request', id: null });
	if (kind === 'cancel') return ok({ kind, id });
	const parameters = parseParameters({ ...DEFAULT_PARAMETERS, weights });
	if (kind !== 'optimise' || typeof seed !== 'number' || !parameters.ok || !isTrainingReviews(reviews)) {
		return err({ kind: 'not-a-request', id });
	}
	return ok({ kind, id, reviews, weights: parameters.value.weights, seed });
}

function isTrainingReviews(value: unknown): value is TrainingReviews {
	if (typeof value !== 'object' || value === null) return false;
	const { starts, day, rating, at } = value as Record<string, unknown>;
	if (!(starts instanceof Uint32Array) || !(day instanceof Int32Array)) return false;
	if (!(rating instanceof Uint8Array) || !(at instanceof Float64Array)) return false;
	return (
		day.length === rating.length &&
		at.length === rating.length &&
		starts[0] === 0 &&
		starts.at(-1) === rating.length &&
		starts.every((start, card) => card === 0 || start >= (starts[card - 1] ?? 0)) &&
		rating.every((value) => value >= 1 && value <= 4) &&
		at.every((instant) => Number.isFinite(instant))
	);
}
