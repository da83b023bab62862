import { CONFIDENCES, type Confidence } from './quiz';
import type { QuestionScore } from './score';

/**
 * Points for judging oneself, beside the score and never in its place: `right` and `wrong` for a fully right and a wrong
 * answer, in proportion between. Saying what one believes pays best: `fairly` from 1 in 2, `sure` from 2 in 3. None is
 * negative, and whoever knew that they were guessing keeps half.
 * @see A. R. Gardner-Medwin, "Confidence assessment in the teaching of basic science", ALT-J 3 (1995), whose marks for
 * certainty take points away; these only give fewer
 */
export const JUDGEMENT_POINTS = {
	guess: { right: 4, wrong: 3 },
	fairly: { right: 5, wrong: 2 },
	sure: { right: 6, wrong: 0 }
} as const satisfies Record<Confidence, { readonly right: number; readonly wrong: number }>;

/** What each question can earn. */
const MOST_POINTS = 6;

export type Judgement = { readonly points: number; readonly most: number };

/** @returns the points of all answers whose confidence was stated, and the most they could have; null when none was */
export function judgementOf(questions: readonly QuestionScore[]): Judgement | null {
	const stated = questions.filter(isStated);
	if (stated.length === 0) return null;
	const points = stated.reduce((sum, { confidence, credit }) => {
		const { right, wrong } = JUDGEMENT_POINTS[confidence];
		return sum + wrong + (right - wrong) * credit;
	}, 0);
	return { points, most: MOST_POINTS * stated.length };
}

/** How often answers of one confidence were fully right. */
export type CalibrationRow = {
	readonly confidence: Confidence;
	/** 0 to 1. */
	readonly rightShare: number;
	/** Answers, at least 1. */
	readonly n: number;
};

/** @returns one row for each confidence that was stated, the least sure first */
export function calibrationOf(questions: readonly QuestionScore[]): CalibrationRow[] {
	return CONFIDENCES.flatMap((confidence) => {
		const answers = questions.filter((question) => isStated(question) && question.confidence === confidence);
		if (answers.length === 0) return [];
		const right = answers.filter(({ outcome }) => outcome === 'right').length;
		return [{ confidence, rightShare: right / answers.length, n: answers.length }];
	});
}

type Stated = QuestionScore & { readonly confidence: Confidence };

function isStated(question: QuestionScore): question is Stated {
	return question.confidence !== null && question.outcome !== 'missing' && question.outcome !== 'unanswered';
}
