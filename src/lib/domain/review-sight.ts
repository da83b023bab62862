import type { AssignmentFeedback } from './assignment-result';
import { rulesOf } from './opening';
import type { QuizSpec } from './quiz';
import { REVIEW_ASPECTS, type QuizRules, type ReviewAspect, type ReviewStage } from './quiz-rules';
import { MINUTE_MS, type DurationMs, type EpochMs } from './units';

/** How long `after` lasts once an attempt is finished. @see Moodle's quiz, "immediately after the attempt" */
const AFTER_MS: DurationMs = 2 * MINUTE_MS;

/** What of an attempt may be seen. */
export type ReviewSight = Readonly<Record<ReviewAspect, boolean>>;

/** Nothing may be seen. */
export const NO_SIGHT: ReviewSight = { correctness: false, marks: false, explanation: false, key: false };

/** As much of an attempt as decides what may be seen of it. */
export type Sitting = { readonly finishedAt: EpochMs | null; readonly spec: Pick<QuizSpec, 'rules'> };

/** What a teacher's feedback on an attempt brings: marks, the right answers. */
export type Brought = { readonly marks: boolean; readonly key: boolean };

/** A later moment, and what comes into sight then that is hidden now. */
export type SightChange = { readonly at: EpochMs; readonly aspects: readonly ReviewAspect[] };

/** @returns the stage of an attempt at an instant; a quiz that has closed is `closed`, however lately it was handed in */
export function reviewStageOf(attempt: Sitting, now: EpochMs): ReviewStage {
	const { closesAt } = rulesOf(attempt.spec);
	if (attempt.finishedAt === null) return 'during';
	if (closesAt !== null && now >= closesAt) return 'closed';
	return now < attempt.finishedAt + AFTER_MS ? 'after' : 'later';
}

/** @returns what the rules of a quiz let be seen at a stage */
export function sightAt({ review }: QuizRules, stage: ReviewStage): ReviewSight {
	return {
		correctness: review.correctness.includes(stage),
		marks: review.marks.includes(stage),
		explanation: review.explanation.includes(stage),
		key: review.key.includes(stage)
	};
}

/** @returns what feedback brings */
export function broughtBy({ credits, set }: Pick<AssignmentFeedback, 'credits' | 'set'>): Brought {
	return { marks: credits.length > 0, key: set !== undefined };
}

/**
 * What may be seen of an attempt now.
 * @param brought by feedback on it, null without
 */
export function sightOf(attempt: Sitting, now: EpochMs, brought: Brought | null): ReviewSight {
	const rules = rulesOf(attempt.spec);
	const sight = sightAt(rules, reviewStageOf(attempt, now));
	// Feedback is the teacher's later word and outweighs the rules. Until closing they hold for it too: others still sit.
	if (brought === null || (rules.closesAt !== null && now < rules.closesAt)) return sight;
	return {
		correctness: sight.correctness || brought.marks || brought.key,
		marks: sight.marks || brought.marks || brought.key,
		explanation: sight.explanation || brought.key,
		key: sight.key || brought.key
	};
}

/** @returns when the stage of a finished attempt changes next, or null when it does no more */
export function nextStageAt(attempt: Sitting, now: EpochMs): EpochMs | null {
	return stageStarts(attempt).find((at) => at > now) ?? null;
}

/** @returns the first moment at which more of a finished attempt is seen than now, or null when there is none */
export function moreSightAt(attempt: Sitting, now: EpochMs, brought: Brought | null): SightChange | null {
	return firstChange(attempt, now, brought, (before, after) => !before && after);
}

/** @returns the first moment from which less of a finished attempt is seen than now, or null when there is none */
export function lessSightAt(attempt: Sitting, now: EpochMs, brought: Brought | null): SightChange | null {
	return firstChange(attempt, now, brought, (before, after) => before && !after);
}

function firstChange(
	attempt: Sitting,
	now: EpochMs,
	brought: Brought | null,
	isChange: (before: boolean, after: boolean) => boolean
): SightChange | null {
	const sight = sightOf(attempt, now, brought);
	for (const at of stageStarts(attempt).filter((start) => start > now)) {
		const then = sightOf(attempt, at, brought);
		const aspects = REVIEW_ASPECTS.filter((aspect) => isChange(sight[aspect], then[aspect]));
		if (aspects.length > 0) return { at, aspects };
	}
	return null;
}

/** The instants at which stages of a finished attempt begin, in order. */
function stageStarts({ finishedAt, spec }: Sitting): EpochMs[] {
	const { closesAt } = rulesOf(spec);
	if (finishedAt === null) return [];
	const later = finishedAt + AFTER_MS;
	return closesAt === null ? [later] : [later, closesAt].sort((a, b) => a - b);
}
