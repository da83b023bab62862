import { cardsOfItem, type CardId } from '$lib/domain/card';
import type { QuizSpec, TimeFactor, TimeLimit } from '$lib/domain/quiz';
import type { SetTopic, StudySet } from '$lib/domain/set';
import { MINUTE_MS, type DurationMs } from '$lib/domain/units';
import { isInScope, type StudyScope } from './study-scope';

export const QUIZ_COUNTS = [5, 10, 20] as const;
export type QuizCount = number | 'all';

/** Time to read a question twice and answer it without hurry. A judgement; whoever needs more multiplies it. */
const PER_QUESTION_MS: DurationMs = MINUTE_MS;

/** What a learner chooses before a quiz. */
export type QuizChoices = {
	/** Ids of the topics asked about. */
	readonly topics: readonly string[];
	/** Hand-picked items, with which topics and count don't matter; null when asked by topic. */
	readonly picked: readonly number[] | null;
	readonly count: QuizCount;
	readonly time: TimeLimit['kind'];
	/** The limit that an address asks for, which holds while `time` is of its kind; null for the usual ones. */
	readonly limit: TimeLimit | null;
	readonly factor: TimeFactor;
};

/** What the composer knows of a set: enough to choose, without loading its items. */
export type QuizSource = {
	readonly id: string;
	readonly title: string;
	readonly lang: string;
	/** Number of items. */
	readonly count: number;
	readonly topics: readonly (SetTopic & { readonly count: number })[];
};

/** @returns a loaded set as a source */
export function toSource({ id, title, lang, topics, items }: StudySet): QuizSource {
	const countOf = (topic: string) => items.filter((item) => item.topic === topic).length;
	return {
		id,
		title,
		lang,
		count: items.length,
		topics: topics.map((topic) => ({ ...topic, count: countOf(topic.id) }))
	};
}

/** @returns how many items these choices draw from */
export function availableIn(source: QuizSource, { topics, picked }: QuizChoices): number {
	if (picked !== null) return picked.length;
	if (isAll(source, topics)) return source.count;
	return source.topics.filter(({ id }) => topics.includes(id)).reduce((sum, { count }) => sum + count, 0);
}

/** @returns how many questions there will be */
export function countOf(source: QuizSource, choices: QuizChoices): number {
	const available = availableIn(source, choices);
	return choices.count === 'all' || choices.picked !== null ? available : Math.min(choices.count, available);
}

/** @returns the limit at 1x of a quiz of so many questions; the learner's factor multiplies it */
export function limitOf({ time, limit }: Pick<QuizChoices, 'time' | 'limit'>, count: number): TimeLimit {
	if (limit?.kind === time) return limit;
	switch (time) {
		case 'none':
			return { kind: 'none' };
		case 'quiz':
			return { kind: 'quiz', limitMs: count * PER_QUESTION_MS };
		case 'question':
			return { kind: 'question', limitMs: PER_QUESTION_MS };
	}
}

export function toSpec(source: QuizSource, choices: QuizChoices, seed: number): QuizSpec {
	const count = countOf(source, choices);
	return {
		setId: source.id,
		topics: isAll(source, choices.topics) ? [] : choices.topics,
		items: choices.picked ?? [],
		count,
		time: limitOf(choices, count),
		factor: choices.factor,
		seed
	};
}

/** @returns the items that an address asks for by number or paragraph; null when it asks by topic or for everything */
export function pickedBy(scope: StudyScope, set: StudySet): number[] | null {
	const known = new Set(set.items.map(({ number }) => number));
	const named = scope.items.filter((number) => known.has(number));
	if (named.length > 0) return named;
	if (scope.items.length > 0 || scope.paragraph === null) return null;
	const found = set.items.filter((item) => isInScope(scope, item)).map(({ number }) => number);
	return found.length > 0 ? found : null;
}

/** @returns the set without the items that the learner has set aside: those all of whose cards are suspended */
export function withoutSuspended(set: StudySet, suspended: ReadonlySet<CardId>): StudySet {
	const items = set.items.filter((item) => !cardsOfItem(set.id, item).every((card) => suspended.has(card)));
	return { ...set, items };
}

/** All topics mean the whole set: its items without a topic too. */
function isAll(source: QuizSource, topics: readonly string[]): boolean {
	return source.topics.every(({ id }) => topics.includes(id));
}
