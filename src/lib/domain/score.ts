import type { Item } from './item';
import { isOverrulable, markResponse, overruleMark, type Mark } from './marking';
import { rulesOf } from './opening';
import type { AnsweredQuestion, Attempt, Confidence } from './quiz';
import type { DurationMs } from './units';

/** Each wrong try before the answer takes this share of what the answer is worth. A judgement, stated on the screen. */
const MISS_COST = 1 / 3;

/** `partly`: a part of it right, or all of it after a wrong try. `missing`: the set no longer has the item; it counts for nothing. */
export type Outcome = 'right' | 'partly' | 'wrong' | 'unanswered' | 'missing';

export type QuestionScore = {
	readonly item: number;
	readonly outcome: Outcome;
	/** Of the answer by itself. */
	readonly mark: Mark | null;
	/** What it counts for, 0 to 1: the mark's credit, less for wrong tries before it. */
	readonly credit: number;
	readonly misses: number;
	/** Null when the learner did not say. */
	readonly confidence: Confidence | null;
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
	/** `credit` less what the rules take for wrong answers, never below 0. */
	readonly points: number;
	readonly byTopic: readonly TopicScore[];
	/** By index of the paper. */
	readonly questions: readonly QuestionScore[];
};

/**
 * Scores a sitting against the items as they are now; a finished one or one still running. Only correctness counts, never
 * speed. A wrong answer costs the rules' share of a mark; one partly right or left open costs nothing.
 * @param items the items of the attempt's set
 */
export function scoreAttempt(attempt: Attempt, items: readonly Item[]): AttemptScore {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	const questions = attempt.paper.map((entry, i) => {
		const answer = attempt.answers[i] ?? { response: null, tookMs: 0 };
		return scoreQuestion(entry.item, byNumber.get(entry.item), answer);
	});
	return sumUp(attempt, items, questions);
}

/**
 * Adds up what each question of a sitting came to.
 * @param questions by index of the paper
 */
export function sumUp(
	{ spec }: Pick<Attempt, 'spec'>,
	items: readonly Item[],
	questions: readonly QuestionScore[]
): AttemptScore {
	const topics = new Map(items.map(({ number, topic }) => [number, topic]));
	const topicOf = (question: QuestionScore): string | null => topics.get(question.item) ?? null;
	const counted = questions.filter((question) => question.outcome !== 'missing');
	const byTopic = [...new Set(counted.map(topicOf))].map((topic) => ({
		topic,
		...tally(counted.filter((question) => topicOf(question) === topic))
	}));
	const whole = tally(counted);
	const points = Math.max(0, whole.credit - rulesOf(spec).penalty * whole.wrong);
	return { ...whole, points, byTopic, questions };
}

/** @returns the numbers of the items not fully right, unanswered ones included, in the order of the paper */
export function missedItems(score: AttemptScore): number[] {
	const missed = score.questions.filter(({ outcome }) => outcome !== 'right' && outcome !== 'missing');
	return missed.map((question) => question.item);
}

/** @returns the share of its worth that an answer keeps after so many wrong tries, 0 to 1 */
export function shareAfterMisses(misses: number): number {
	return Math.max(0, 1 - misses * MISS_COST);
}

/** Scores one answer by itself. */
export function scoreAnswer(item: Item, answer: AnsweredQuestion): QuestionScore {
	return scoreQuestion(item.number, item, answer);
}

function scoreQuestion(number: number, item: Item | undefined, answer: AnsweredQuestion): QuestionScore {
	const { response, tookMs, overruled, misses = 0, confidence = null } = answer;
	const base = { item: number, tookMs, misses, confidence, ruling: 'marked' } as const;
	if (item === undefined) return { ...base, outcome: 'missing', mark: null, credit: 0 };
	const marked = markResponse(item, response);
	// Meanwhile the set may accept the answer, or ask in another way: then there is nothing to overrule.
	if (!isOverrulable(response, marked)) return { ...base, ...worthOf(marked, misses) };
	const isOverruled = overruled === true;
	const mark = isOverruled ? overruleMark(marked) : marked;
	return { ...base, ...worthOf(mark, misses), ruling: isOverruled ? 'overruled' : 'open' };
}

function worthOf(mark: Mark, misses: number): Pick<QuestionScore, 'mark' | 'credit' | 'outcome'> {
	const credit = mark.credit * shareAfterMisses(misses);
	if (!mark.answered) return { mark, credit, outcome: 'unanswered' };
	if (credit === 1) return { mark, credit, outcome: 'right' };
	return { mark, credit, outcome: credit > 0 ? 'partly' : 'wrong' };
}

function tally(questions: readonly QuestionScore[]): Tally {
	const count = (outcome: Outcome): number => questions.filter((question) => question.outcome === outcome).length;
	return {
		total: questions.length,
		credit: questions.reduce((sum, question) => sum + question.credit, 0),
		right: count('right'),
		partly: count('partly'),
		wrong: count('wrong'),
		unanswered: count('unanswered')
	};
}
