import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { readSchedulingForm, toSchedulingForm } from '$lib/domain/scheduling-form';

const form = toSchedulingForm(DEFAULT_PARAMETERS);

describe('toSchedulingForm', () => {
	it('shows the parameters in the learner’s units', () => {
		expect(form).toEqual({
			retentionPercent: 90,
			learningSteps: '1m 10m',
			relearningSteps: '10m',
			maximumInterval: 36500
		});
	});
});

describe('readSchedulingForm', () => {
	it('gives back the parameters when nothing was changed', () => {
		expect(readSchedulingForm(DEFAULT_PARAMETERS, form)).toEqual({ ok: true, value: DEFAULT_PARAMETERS });
	});

	it('changes what the form says and leaves the weights', () => {
		const weights = DEFAULT_PARAMETERS.weights.map((weight) => weight * 1.01);
		const changed = { retentionPercent: 85, learningSteps: '', relearningSteps: '5m 1d', maximumInterval: 365 };
		expect(readSchedulingForm({ ...DEFAULT_PARAMETERS, weights }, changed)).toEqual({
			ok: true,
			value: {
				weights,
				desiredRetention: 0.85,
				maximumInterval: 365,
				learningSteps: [],
				relearningSteps: [5, 1440]
			}
		});
	});

	it.each([
		[{ retentionPercent: 0 }, 'retentionPercent', 'retention-out-of-range'],
		[{ retentionPercent: 69.9 }, 'retentionPercent', 'retention-out-of-range'],
		[{ retentionPercent: 100 }, 'retentionPercent', 'retention-out-of-range'],
		[{ retentionPercent: NaN }, 'retentionPercent', 'retention-out-of-range'],
		[{ learningSteps: '1 ten' }, 'learningSteps', 'step-not-understood'],
		[{ relearningSteps: '31d' }, 'relearningSteps', 'step-out-of-range'],
		[{ learningSteps: '1 2 3 4 5 6 7 8 9 10 11' }, 'learningSteps', 'step-out-of-range'],
		[{ maximumInterval: 0 }, 'maximumInterval', 'maximum-interval-out-of-range'],
		[{ maximumInterval: 1.5 }, 'maximumInterval', 'maximum-interval-out-of-range']
	])('refuses %o at its field', (change, field, kind) => {
		const read = readSchedulingForm(DEFAULT_PARAMETERS, { ...form, ...change });
		expect(read).toMatchObject({ ok: false, error: { field, kind } });
	});
});
