import {
	REVIEW_ASPECTS,
	REVIEW_STAGES,
	type Ending,
	type Feedback,
	type QuizRules,
	type ReviewStage
} from '$lib/domain/quiz-rules';
import { DAY_MS } from '$lib/domain/units';
import type { NumberCursor } from './number-cursor';

/** Numbers of what links may say; add at the end, never change one. */
const FEEDBACKS = ['end', 'each', 2, 3] as const;
const ENDINGS = ['submit', 'grace', 'late'] as const satisfies readonly Ending['kind'][];
const [ONE_WAY, CONFIDENCE] = [1, 2];

/** The latest instant that a clock can show. */
const MAX_INSTANT = 8_640_000_000_000_000;
const MAX_GRACE_MS = 31 * DAY_MS;
const LATER = 99;
const PENALTY_DECIMALS = 5;

/**
 * Takes rules apart: feedback, one way and confidence, penalty, opening and closing (0 for none, else the instant plus one),
 * ending (with the grace in milliseconds), and sixteen bits of what may be seen when.
 */
export function writeRules(rules: QuizRules): number[] {
	const { feedback, oneWay, confidence, penalty, opensAt, closesAt, ending, review } = rules;
	return [
		FEEDBACKS.indexOf(feedback.kind === 'tries' ? feedback.tries : feedback.kind),
		(oneWay ? ONE_WAY : 0) + (confidence ? CONFIDENCE : 0),
		Number(penalty.toFixed(PENALTY_DECIMALS)),
		opensAt === null ? 0 : opensAt + 1,
		closesAt === null ? 0 : closesAt + 1,
		ENDINGS.indexOf(ending.kind),
		...(ending.kind === 'grace' ? [ending.graceMs] : []),
		REVIEW_ASPECTS.reduce((bits, aspect) => bits * 2 ** REVIEW_STAGES.length + stageBits(review[aspect]), 0)
	];
}

/** Puts rules together again; what is wrong with them the cursor tells. */
export function readRules(cursor: NumberCursor): QuizRules {
	const feedback = toFeedback(cursor.takeKnown('quiz.feedback', FEEDBACKS.length - 1, LATER));
	const flags = cursor.takeKnown('quiz.rules', ONE_WAY + CONFIDENCE, LATER);
	const penalty = cursor.takeShare('quiz.penalty');
	const opensAt = cursor.take('quiz.opensAt', 0, MAX_INSTANT);
	const closesAt = cursor.take('quiz.closesAt', 0, MAX_INSTANT);
	const kind = ENDINGS[cursor.takeKnown('quiz.ending', ENDINGS.length - 1, LATER)] ?? 'submit';
	const ending: Ending = kind === 'grace' ? { kind, graceMs: cursor.take('quiz.ending', 0, MAX_GRACE_MS) } : { kind };
	const bits = cursor.take('quiz.review', 0, 2 ** (REVIEW_ASPECTS.length * REVIEW_STAGES.length) - 1);
	const stages = (place: number): ReviewStage[] =>
		toStages(bits >> ((REVIEW_ASPECTS.length - 1 - place) * REVIEW_STAGES.length));
	return {
		feedback,
		oneWay: (flags & ONE_WAY) !== 0,
		confidence: (flags & CONFIDENCE) !== 0,
		penalty,
		opensAt: opensAt === 0 ? null : opensAt - 1,
		closesAt: closesAt === 0 ? null : closesAt - 1,
		ending,
		review: { correctness: stages(0), marks: stages(1), explanation: stages(2), key: stages(3) }
	};
}

function toFeedback(number: number): Feedback {
	const kind = FEEDBACKS[number] ?? 'end';
	return typeof kind === 'number' ? { kind: 'tries', tries: kind } : { kind };
}

/** Bit i is set when it may be seen at stage i. */
function stageBits(stages: readonly ReviewStage[]): number {
	return REVIEW_STAGES.reduce((bits, stage, place) => (stages.includes(stage) ? bits | (1 << place) : bits), 0);
}

function toStages(bits: number): ReviewStage[] {
	return REVIEW_STAGES.filter((_, place) => (bits & (1 << place)) !== 0);
}
