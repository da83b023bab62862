import type { Confidence, MissReason } from '$lib/domain/quiz';
import type { Outcome } from '$lib/domain/score';
import * as m from '$lib/i18n/paraglide/messages';

const OUTCOMES = {
	right: m.quiz_mark_right,
	partly: m.quiz_mark_partly,
	wrong: m.quiz_mark_wrong,
	unanswered: m.quiz_mark_open,
	missing: m.quiz_mark_open
} as const satisfies Record<Outcome, () => string>;

const CONFIDENCES = {
	guess: m.review_guess,
	fairly: m.review_fairly,
	sure: m.review_sure
} as const satisfies Record<Confidence, () => string>;

const REASONS = {
	slip: m.review_reason_slip,
	'never-knew': m.review_reason_never_knew,
	'mixed-up': m.review_reason_mixed_up,
	misread: m.review_reason_misread
} as const satisfies Record<MissReason, () => string>;

/** @returns how a question went, in words */
export function outcomeName(outcome: Outcome): string {
	return OUTCOMES[outcome]();
}

/** @returns how sure somebody was, in words */
export function confidenceName(confidence: Confidence): string {
	return CONFIDENCES[confidence]();
}

/** @returns why a question was missed, in words */
export function reasonName(reason: MissReason): string {
	return REASONS[reason]();
}
