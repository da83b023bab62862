import type { AssignmentFeedback } from './assignment-result';
import type { Item } from './item';
import { isAnswered, type Attempt } from './quiz';
import { sumUp, type AttemptScore, type Outcome, type QuestionScore } from './score';

/** Credits travel in parts of 2,520. */
const SAME_CREDIT = 0.0005;

/** How a teacher's mark stands to this device's: the same, another, or the question counts for nobody. */
export type TeacherWord = 'same' | 'other' | 'left-out';

/** A sitting as its teacher marks it. */
export type TeacherMarked = {
	readonly score: AttemptScore;
	/** By index of the paper; null everywhere when the teacher gave no marks for this paper. */
	readonly words: readonly (TeacherWord | null)[];
};

/**
 * Puts the marks of feedback in the place of those that this device worked out: they count. The learner's own ruling on a
 * typed answer gives way to them.
 * @param score of this device
 * @param feedback null for none
 */
export function applyFeedback(
	attempt: Attempt,
	items: readonly Item[],
	score: AttemptScore,
	feedback: Pick<AssignmentFeedback, 'credits'> | null
): TeacherMarked {
	const credits = feedback?.credits ?? [];
	// Marks for so many other questions are for another paper.
	if (credits.length !== score.questions.length) return { score, words: score.questions.map(() => null) };
	const words = score.questions.map((question, index) => wordOn(question, credits[index] ?? null));
	const questions = score.questions.map((question, index): QuestionScore => {
		const ruled = { ...question, ruling: 'marked' } as const;
		if (words[index] === 'same') return ruled;
		const credit = credits[index] ?? 0;
		const response = attempt.answers[index]?.response ?? null;
		const isGiven = response !== null && isAnswered(response);
		return { ...ruled, credit, outcome: words[index] === 'left-out' ? 'missing' : outcomeOf(credit, isGiven) };
	});
	return { score: sumUp(attempt, items, questions), words };
}

function wordOn({ credit, outcome }: QuestionScore, given: number | null): TeacherWord {
	if (given === null) return 'left-out';
	return outcome !== 'missing' && Math.abs(given - credit) < SAME_CREDIT ? 'same' : 'other';
}

function outcomeOf(credit: number, isGiven: boolean): Outcome {
	if (credit > 1 - SAME_CREDIT) return 'right';
	if (credit > 0) return 'partly';
	return isGiven ? 'wrong' : 'unanswered';
}
