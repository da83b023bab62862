import type { Result } from './result';
import { err, ok } from './result';
import type { ParametersError, SchedulerParameters } from './scheduler-parameters';
import { parseParameters } from './scheduler-parameters';
import type { StepTextError } from './step-text';
import { parseSteps, writeSteps } from './step-text';
import type { Days } from './units';

/** The scheduler's parameters as a learner sees them; the weights are not among them. */
export type SchedulingForm = {
	/** 70 to 99. */
	readonly retentionPercent: number;
	/** As `parseSteps` reads them. */
	readonly learningSteps: string;
	readonly relearningSteps: string;
	readonly maximumInterval: Days;
};

export type SchedulingFormError = { readonly field: keyof SchedulingForm } & (ParametersError | StepTextError);

/** @returns the form filled in with what holds now */
export function toSchedulingForm(parameters: SchedulerParameters): SchedulingForm {
	return {
		retentionPercent: Math.round(parameters.desiredRetention * 10_000) / 100,
		learningSteps: writeSteps(parameters.learningSteps),
		relearningSteps: writeSteps(parameters.relearningSteps),
		maximumInterval: parameters.maximumInterval
	};
}

/**
 * The parameters after a form was filled in: its values in place of the old ones, the weights as they were.
 * @returns what is wrong with the first field that cannot be taken; nothing is repaired
 */
export function readSchedulingForm(
	before: SchedulerParameters,
	form: SchedulingForm
): Result<SchedulerParameters, SchedulingFormError> {
	const learning = parseSteps(form.learningSteps);
	if (!learning.ok) return err({ field: 'learningSteps', ...learning.error });
	const relearning = parseSteps(form.relearningSteps);
	if (!relearning.ok) return err({ field: 'relearningSteps', ...relearning.error });
	// One field after another, so that an error is known to be about the field just filled in.
	const changes: readonly (readonly [keyof SchedulingForm, Partial<SchedulerParameters>])[] = [
		['retentionPercent', { desiredRetention: form.retentionPercent / 100 }],
		['learningSteps', { learningSteps: learning.value }],
		['relearningSteps', { relearningSteps: relearning.value }],
		['maximumInterval', { maximumInterval: form.maximumInterval }]
	];
	let parameters = before;
	for (const [field, change] of changes) {
		const parsed = parseParameters({ ...parameters, ...change });
		if (!parsed.ok) return err({ field, ...parsed.error });
		parameters = parsed.value;
	}
	return ok(parameters);
}
