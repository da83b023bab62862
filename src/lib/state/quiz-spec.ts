import type { Item } from '$lib/domain/item';
import type { QuizSpec, TimeFactor, TimeLimit } from '$lib/domain/quiz';
import type { StudySet } from '$lib/domain/set';
import { MINUTE_MS, type DurationMs } from '$lib/domain/units';
import { isInScope, isPartial, type StudyScope } from './study-scope';

export const QUIZ_COUNTS = [5, 10, 20] as const;
export type QuizCount = (typeof QUIZ_COUNTS)[number] | 'all';

/** Time to read a question twice and answer it without hurry. A judgement; whoever needs more multiplies it. */
const PER_QUESTION_MS: DurationMs = MINUTE_MS;

/** What a learner chooses before a quiz. */
export type QuizChoices = {
	/** Ids of the topics asked about. */
	readonly topics: readonly string[];
	/** Hand-picked items; with any, topics and count don't matter. */
	readonly picked: readonly number[];
	readonly count: QuizCount;
	readonly time: TimeLimit['kind'];
	readonly factor: TimeFactor;
};

/** @returns the items that a quiz of these choices draws from */
export function poolOf(set: StudySet, { topics, picked }: QuizChoices): Item[] {
	if (picked.length > 0) return set.items.filter((item) => picked.includes(item.number));
	if (asksAbout(set, topics) === 'all') return [...set.items];
	return set.items.filter((item) => item.topic !== undefined && topics.includes(item.topic));
}

/** @returns how many questions there will be */
export function countOf(set: StudySet, choices: QuizChoices): number {
	const available = poolOf(set, choices).length;
	return choices.count === 'all' || choices.picked.length > 0 ? available : Math.min(choices.count, available);
}

/** @returns the limit at 1x; the learner's factor multiplies it */
export function limitOf(time: TimeLimit['kind'], count: number): TimeLimit {
	switch (time) {
		case 'none':
			return { kind: 'none' };
		case 'quiz':
			return { kind: 'quiz', limitMs: count * PER_QUESTION_MS };
		case 'question':
			return { kind: 'question', limitMs: PER_QUESTION_MS };
	}
}

export function toSpec(set: StudySet, choices: QuizChoices, seed: number): QuizSpec {
	const count = countOf(set, choices);
	return {
		setId: set.id,
		topics: asksAbout(set, choices.topics) === 'all' ? [] : choices.topics,
		items: choices.picked,
		count,
		time: limitOf(choices.time, count),
		factor: choices.factor,
		seed
	};
}

/** @returns the items that an address asks for by number or paragraph; none when it asks by topic or for everything */
export function pickedBy(scope: StudyScope, set: StudySet): number[] {
	const known = new Set(set.items.map(({ number }) => number));
	if (scope.items.length > 0) return scope.items.filter((number) => known.has(number));
	if (!isPartial(scope) || scope.paragraph === null) return [];
	return set.items.filter((item) => isInScope(scope, item)).map(({ number }) => number);
}

/** All topics mean the whole set: its items without a topic too. */
function asksAbout(set: StudySet, topics: readonly string[]): 'all' | 'some' {
	return set.topics.every(({ id }) => topics.includes(id)) ? 'all' : 'some';
}
