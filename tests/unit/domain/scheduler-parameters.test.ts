import { CLAMP_PARAMETERS } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, parseParameters } from '$lib/domain/scheduler-parameters';
import vectors from '../../fixtures/upstream-vectors.json';

const { weights } = DEFAULT_PARAMETERS;

function errorOf(changes: Record<string, unknown>): unknown {
	const parsed = parseParameters({ ...DEFAULT_PARAMETERS, ...changes });
	return parsed.ok ? null : parsed.error;
}

describe('DEFAULT_PARAMETERS', () => {
	it('are the published weights, and are themselves acceptable', () => {
		expect(weights).toEqual(vectors.default_w);
		expect(parseParameters(DEFAULT_PARAMETERS)).toEqual({ ok: true, value: DEFAULT_PARAMETERS });
	});
});

describe('parseParameters', () => {
	it('takes exactly the weights that the library would not clip', () => {
		for (const [i, [low = NaN, high = NaN]] of CLAMP_PARAMETERS(2).entries()) {
			expect(errorOf({ weights: weights.with(i, low) })).toBeNull();
			expect(errorOf({ weights: weights.with(i, high) })).toBeNull();
			expect(errorOf({ weights: weights.with(i, low - 1e-9) })).toEqual({ kind: 'weight-out-of-range', index: i });
			expect(errorOf({ weights: weights.with(i, high + 1e-9) })).toEqual({ kind: 'weight-out-of-range', index: i });
		}
	});

	it.each([NaN, Infinity, -Infinity])('refuses %s as a weight', (weight) => {
		expect(errorOf({ weights: weights.with(11, weight) })).toEqual({ kind: 'weight-out-of-range', index: 11 });
	});

	it.each([0, 17, 19, 20, 22])('refuses %i weights', (count) => {
		expect(errorOf({ weights: new Array<number>(count).fill(1) })).toEqual({ kind: 'weight-count', count });
	});

	it.each([0, 0.69, 0.991, 1, NaN, '0.9', undefined])('refuses %s as desired retention', (desiredRetention) => {
		expect(errorOf({ desiredRetention })).toEqual({ kind: 'retention-out-of-range' });
	});

	it('takes a desired retention from 0.7 to 0.99', () => {
		expect([0.7, 0.9, 0.99].map((desiredRetention) => errorOf({ desiredRetention }))).toEqual([null, null, null]);
	});

	it.each([0, -1, 1.5, 36501, NaN, '365'])('refuses %s as maximum interval', (maximumInterval) => {
		expect(errorOf({ maximumInterval })).toEqual({ kind: 'maximum-interval-out-of-range' });
	});

	it.each([[[0]], [[-1]], [[NaN]], [[Infinity]], [[1, 43_201]], [new Array(11).fill(1)]])(
		'refuses the steps %j',
		(steps) => {
			expect(errorOf({ learningSteps: steps })).toEqual({ kind: 'step-out-of-range' });
			expect(errorOf({ relearningSteps: steps })).toEqual({ kind: 'step-out-of-range' });
		}
	);

	it('takes no steps at all, and steps of half a minute', () => {
		expect(errorOf({ learningSteps: [], relearningSteps: [0.5] })).toBeNull();
	});

	it.each([null, undefined, 7, 'params', [], {}, { weights: 'many' }])('refuses %j', (input) => {
		expect(parseParameters(input)).toEqual({ ok: false, error: { kind: 'not-parameters' } });
	});

	it('refuses numbers written as text', () => {
		expect(errorOf({ weights: weights.map(String) })).toEqual({ kind: 'not-parameters' });
		expect(errorOf({ learningSteps: ['1m', '10m'] })).toEqual({ kind: 'not-parameters' });
	});

	it('takes over nothing it does not know', () => {
		const parsed = parseParameters({ ...DEFAULT_PARAMETERS, enable_fuzz: true });
		expect(parsed).toEqual({ ok: true, value: DEFAULT_PARAMETERS });
	});
});
