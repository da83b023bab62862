import type { AssignmentFeedback } from './assignment-result';
import { isAnswered, type Attempt } from './quiz';

/** What feedback comes to, as the gradebook it was sent from says it. */
export type FeedbackMarks = {
	/** Null where wrong answers cost marks and nobody here knows which questions were answered. */
	readonly marks: number | null;
	/** Questions that count. */
	readonly count: number;
};

/**
 * Adds up the credits of feedback. They say what each answer is worth; what the rules take for wrong ones comes off the sum.
 * @param penalty share of a mark that a wrong answer costs, 0 to 1
 * @param answers of the sitting; null when this device does not have them
 */
export function marksOfFeedback(
	{ credits }: Pick<AssignmentFeedback, 'credits'>,
	penalty: number,
	answers: Attempt['answers'] | null
): FeedbackMarks {
	const counted = credits.filter((credit) => credit !== null);
	const sum = counted.reduce((total, credit) => total + credit, 0);
	if (penalty === 0) return { marks: sum, count: counted.length };
	if (answers === null) return { marks: null, count: counted.length };
	const wrong = credits.filter((credit, index) => {
		const response = answers[index]?.response ?? null;
		return credit === 0 && response !== null && isAnswered(response);
	});
	return { marks: Math.max(0, sum - penalty * wrong.length), count: counted.length };
}
