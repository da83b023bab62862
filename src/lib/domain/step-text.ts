import type { Minutes } from './learning-steps';
import type { Result } from './result';
import { err, ok } from './result';

export type StepTextError = { readonly kind: 'step-not-understood'; readonly word: string };

const UNIT_MINUTES: Readonly<Record<string, Minutes>> = { s: 1 / 60, m: 1, h: 60, d: 1440 };

/**
 * Reads learning steps as a learner writes them: `1m 10m`, `30s, 5 m, 1.5h`. A number without a unit is minutes; no text
 * is no steps. Nothing is guessed: a step that is not understood is named.
 */
export function parseSteps(text: string): Result<Minutes[], StepTextError> {
	const words = text
		.toLowerCase()
		.replace(/(\d)\s+(?=[smhd](?:[\s,;]|$))/g, '$1')
		.split(/[\s,;]+/)
		.filter((word) => word !== '');
	const steps: Minutes[] = [];
	for (const word of words) {
		const [, amount, unit = 'm'] = /^(\d{1,7}(?:\.\d{1,3})?)([smhd])?$/.exec(word) ?? [];
		const minutes = Number(amount) * (UNIT_MINUTES[unit] ?? NaN);
		if (!(minutes > 0)) return err({ kind: 'step-not-understood', word });
		steps.push(minutes);
	}
	return ok(steps);
}

/** @returns the steps as `parseSteps` reads them, each in the largest unit in which it is a whole number */
export function writeSteps(steps: readonly Minutes[]): string {
	return steps.map(writeStep).join(' ');
}

function writeStep(minutes: Minutes): string {
	const unit = ['d', 'h', 'm'].find((name) => Number.isInteger(minutes / (UNIT_MINUTES[name] ?? NaN)));
	if (unit !== undefined) return `${String(minutes / (UNIT_MINUTES[unit] ?? NaN))}${unit}`;
	return `${String(Math.round(minutes * 60_000) / 1000)}s`;
}
