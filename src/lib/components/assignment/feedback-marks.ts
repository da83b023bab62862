import type { FeedbackMarks } from '$lib/domain/feedback-marks';
import { LOCALE } from '$lib/i18n/locale';
import * as m from '$lib/i18n/paraglide/messages';

const decimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** @returns a credit in figures, such as `0.5` */
export function creditInFigures(credit: number): string {
	return decimal.format(credit);
}

/** @returns all marks that count, in words such as `7.5 of 10 marks`; null where they are not known */
export function feedbackMarks({ marks, count }: FeedbackMarks): string | null {
	return marks === null ? null : m.feedback_marks({ sum: creditInFigures(marks), count });
}
