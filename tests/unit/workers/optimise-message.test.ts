import { describe, expect, it } from 'vitest';
import { toTrainingReviews } from '$lib/domain/optimiser/training-reviews';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { parseOptimiseRequest } from '$lib/workers/optimise-message';

const reviews = toTrainingReviews([
	[
		{ day: 1, rating: 3, at: 1000 },
		{ day: 3, rating: 1, at: 2000 }
	]
]);
const request = { kind: 'optimise', id: 7, reviews, weights: DEFAULT_PARAMETERS.weights, seed: 1 };

describe('parseOptimiseRequest', () => {
	it('reads a request to optimise and one to cancel', () => {
		expect(parseOptimiseRequest(request)).toEqual({ ok: true, value: request });
		expect(parseOptimiseRequest({ kind: 'cancel', id: 7 })).toEqual({ ok: true, value: { kind: 'cancel', id: 7 } });
	});

	it('reads what a message makes of a request', () => {
		expect(parseOptimiseRequest(structuredClone(request))).toEqual({ ok: true, value: request });
	});

	it.each([
		['an unknown kind', { ...request, kind: 'start' }],
		['no seed', { ...request, seed: undefined }],
		['a weight out of range', { ...request, weights: DEFAULT_PARAMETERS.weights.map(() => 0) }],
		['no columns', { ...request, reviews: null }],
		['plain arrays', { ...request, reviews: { ...reviews, day: [1, 3] } }],
		['columns of different lengths', { ...request, reviews: { ...reviews, day: Int32Array.of(1) } }],
		['cards that do not end with the answers', { ...request, reviews: { ...reviews, starts: Uint32Array.of(0, 1) } }],
		['no cards', { ...request, reviews: { ...reviews, starts: new Uint32Array(0) } }],
		['cards out of order', { ...request, reviews: { ...reviews, starts: Uint32Array.of(0, 3, 2) } }],
		['a rating of 0', { ...request, reviews: { ...reviews, rating: Uint8Array.of(0, 3) } }],
		['a rating of 5', { ...request, reviews: { ...reviews, rating: Uint8Array.of(1, 5) } }],
		['an instant that is no number', { ...request, reviews: { ...reviews, at: Float64Array.of(1, NaN) } }]
	])('refuses %s, and says which run', (_, message) => {
		expect(parseOptimiseRequest(message)).toEqual({ ok: false, error: { kind: 'not-a-request', id: 7 } });
	});

	it.each([[null], ['optimise'], [{ ...request, id: 'seven' }]])('refuses what names no run', (message) => {
		expect(parseOptimiseRequest(message)).toEqual({ ok: false, error: { kind: 'not-a-request', id: null } });
	});
});
