import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import { LOCALE } from '$lib/i18n/format';
import * as m from '$lib/i18n/paraglide/messages';

const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** @returns a credit in figures, such as `0.5` */
export function creditInFigures(credit: number): string {
	return decimal.format(credit);
}

/** @returns all marks that count, in words such as `7.5 of 10 marks` */
export function feedbackMarks({ credits }: AssignmentFeedback): string {
	const counted = credits.filter((credit) => credit !== null);
	const sum = creditInFigures(counted.reduce((total, credit) => total + credit, 0));
	return m.feedback_marks({ sum, count: counted.length });
}
