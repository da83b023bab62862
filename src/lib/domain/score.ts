import type { Item } from './item';
import { isOverrulable, markResponse, overruleMark, type Mark } from './marking';
import type { AnsweredQuestion, Attempt } from './quiz';
import type { DurationMs } from './units';

/** `missing`: the set no longer has the item; it counts for nothing. */
export type Outcome = 'right' | 'partly' | 'wrong' | 'unanswered' | 'missing';

export type QuestionScore = {
	readonly item: number;
	readonly outcome: Outcome;
	readonly mark: Mark | null;
	readonly tookMs: DurationMs;
	/** Who has the last word: `marked` by the rules, and the learner may say otherwise (`open`) or has (`overruled`). */
	readonly ruling: 'marked' | 'open' | 'overruled';
};

/** `total` is the number of questions counted, `credit` the sum of their credits. */
type Tally = {
	readonly total: number;
	readonly credit: number;
	readonly right: number;
	readonly partly: number;
	readonly wrong: number;
	readonly unanswered: number;
};

/** `topic` is null for items without one. */
export type TopicScore = Tally & { readonly topic: string | null };

export type AttemptScore = Tally & {
	readonly byTopic: readonly TopicScore[];
	/** By index of the paper. */
	readonly questions: readonly QuestionScore[];
};

/**
 * Scores a sitting against the items as they are now; a finished one or one still running.
 * @param items the items of the attempt's set
 */
export function scoreAttempt(attempt: Attempt, items: readonly Item[]): AttemptScore {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	const questions = attempt.paper.map((entry, i) => {
		const answer = attempt.answers[i] ?? { response: null, tookMs: 0 };
		return scoreQuestion(entry.item, byNumber.get(entry.item), answer);
	});
	const topicOf = (question: QuestionScore): string | null => byNumber.get(question.item)?.topic ?? null;
	const counted = questions.filter((question) => question.outcome !== 'missing');
	const byTopic = [...new Set(counted.map(topicOf))].map((topic) => ({
		topic,
		...tally(counted.filter((question) => topicOf(question) === topic))
	}));
	return { ...tally(counted), byTopic, questions };
}

/** @returns the numbers of the items not fully right, unanswered ones included, in the order of the paper */
export function missedItems(score: AttemptScore): number[] {
	const missed = score.questions.filter(({ outcome }) => outcome !== 'right' && outcome !== 'missing');
	return missed.map((question) => question.item);
}

function scoreQuestion(
	number: number,
	item: Item | undefined,
	{ response, tookMs, overruled }: AnsweredQuestion
): QuestionScore {
	if (item === undefined) return { item: number, outcome: 'missing', mark: null, tookMs, ruling: 'marked' };
	const marked = markResponse(item, response);
	// Meanwhile the set may accept the answer, or ask in another way: then there is nothing to overrule.
	if (!isOverrulable(response, marked)) {
		return { item: number, outcome: toOutcome(marked), mark: marked, tookMs, ruling: 'marked' };
	}
	const mark = overruled === true ? overruleMark(marked) : marked;
	return { item: number, outcome: toOutcome(mark), mark, tookMs, ruling: overruled === true ? 'overruled' : 'open' };
}

function toOutcome(mark: Mark): Outcome {
	if (!mark.answered) return 'unanswered';
	if (mark.correct) return 'right';
	return mark.credit > 0 ? 'partly' : 'wrong';
}

function tally(questions: readonly QuestionScore[]): Tally {
	const count = (outcome: Outcome): number => questions.filter((question) => question.outcome === outcome).length;
	return {
		total: questions.length,
		credit: questions.reduce((sum, question) => sum + (question.mark?.credit ?? 0), 0),
		right: count('right'),
		partly: count('partly'),
		wrong: count('wrong'),
		unanswered: count('unanswered')
	};
}
