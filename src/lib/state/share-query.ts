import { hashText } from '$lib/domain/hash';
import type { Item } from '$lib/domain/item';
import type { TimeLimit } from '$lib/domain/quiz';
import type { SharedQuiz } from '$lib/domain/share-model';
import type { StudySet } from '$lib/domain/set';
import { isInScope, type StudyScope } from './study-scope';

const MAX_COUNT = 500;
const MAX_SECONDS = 31 * 24 * 60 * 60;

export type QuizSettings = Omit<SharedQuiz, 'seed'>;

/** A quiz as an address names it: `quiz=10`, `quiz=10,quiz,600` or `quiz=10,question,30`, seconds last, then perhaps a seed. */
export function readQuizSettings(query: URLSearchParams): QuizSettings | null {
	const [countText = '', kind = 'none', secondsText = ''] = (query.get('quiz') ?? '').split(',');
	const [count, seconds] = [Number(countText), Number(secondsText)];
	if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) return null;
	if (kind === 'none') return { count, time: { kind } };
	if ((kind !== 'quiz' && kind !== 'question') || !Number.isInteger(seconds)) return null;
	if (seconds < 1 || seconds > MAX_SECONDS) return null;
	return { count, time: { kind, limitMs: seconds * 1000 } };
}

/** @returns `quiz=…` as `readQuizSettings` reads it, with the seed of a quiz that was sent */
export function writeQuizSettings(quiz: { count: number; time: TimeLimit; seed?: number }): string {
	const { count, time, seed } = quiz;
	const limit = time.kind === 'none' ? 0 : Math.round(time.limitMs / 1000);
	return `quiz=${[count, time.kind, limit, ...(seed === undefined ? [] : [seed])].join(',')}`;
}

/** @returns `set=…&items=…`; no items mean the whole set */
export function writeSelection(setId: string, items: readonly number[]): string {
	return items.length === 0 ? `set=${setId}` : `set=${setId}&items=${items.join(',')}`;
}

/** What an address selects of a set; the items stand in the order in which it names them. */
export function selectItems(set: StudySet, scope: StudyScope): Item[] {
	if (scope.items.length === 0) return set.items.filter((item) => isInScope(scope, item));
	return [...new Set(scope.items)].flatMap((number) => set.items.find((item) => item.number === number) ?? []);
}

/**
 * The same selection of a set always gets the same id, so that opening it again keeps progress; it is a set of its own,
 * because the whole set's id would make its other questions look withdrawn.
 */
export function toPartId(setId: string, items: readonly number[]): string {
	const name = `${setId} ${items.join(' ')}`;
	return `${hashText(name).toString(36)}${hashText(`${name} part`).toString(36)}`;
}

/** One seed for one content: a link made twice is the same link, and everyone who opens it gets the same paper. */
export function toSeed(setId: string, revision: number, items: readonly number[]): number {
	return hashText([setId, revision, ...items].join(' '));
}
