import type { DurationMs, EpochMs } from './units';

/** When an answer is told: after the quiz, after each question, or after up to `tries` tries with a hint between them. */
export type Feedback =
	{ readonly kind: 'end' } | { readonly kind: 'each' } | { readonly kind: 'tries'; readonly tries: 2 | 3 };

/**
 * What happens when time is up, for the limit and for the closing instant alike. `submit`: handed in as it stands. `grace`:
 * no more answers, handing in possible for `graceMs`, marked late after that. `late`: answers are still taken and the whole is
 * marked late.
 */
export type Ending =
	{ readonly kind: 'submit' } | { readonly kind: 'grace'; readonly graceMs: DurationMs } | { readonly kind: 'late' };

/** The moments at which something of a finished attempt may be seen. `after`: right after handing in, for two minutes. */
export const REVIEW_STAGES = ['during', 'after', 'later', 'closed'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

/** What there is to see: whether each answer was right, the marks, the explanation, the right answer. */
export const REVIEW_ASPECTS = ['correctness', 'marks', 'explanation', 'key'] as const;
export type ReviewAspect = (typeof REVIEW_ASPECTS)[number];

/** For each aspect the stages at which it may be seen. */
export type ReviewRules = Readonly<Record<ReviewAspect, readonly ReviewStage[]>>;

/** How a quiz behaves beyond its questions and its time. */
export type QuizRules = {
	readonly feedback: Feedback;
	/** No way back to a question that was left. */
	readonly oneWay: boolean;
	/** With each answer the learner says how sure they are. */
	readonly confidence: boolean;
	/** Share of a question's mark that a wrong answer costs, 0 to 1. Leaving a question open never costs anything. */
	readonly penalty: number;
	readonly opensAt: EpochMs | null;
	readonly closesAt: EpochMs | null;
	readonly ending: Ending;
	readonly review: ReviewRules;
};

const AFTERWARDS: readonly ReviewStage[] = ['after', 'later', 'closed'];

/** A quiz taken for oneself: everything is told at the end, and nothing is taken away. */
export const PRACTICE_RULES: QuizRules = {
	feedback: { kind: 'end' },
	oneWay: false,
	confidence: false,
	penalty: 0,
	opensAt: null,
	closesAt: null,
	ending: { kind: 'submit' },
	review: { correctness: AFTERWARDS, marks: AFTERWARDS, explanation: AFTERWARDS, key: AFTERWARDS }
};
