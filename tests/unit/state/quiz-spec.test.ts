import { describe, expect, it } from 'vitest';
import { cardsOfItem } from '../../../src/lib/domain/card';
import type { Item } from '../../../src/lib/domain/item';
import type { StudySet } from '../../../src/lib/domain/set';
import {
	availableIn,
	countOf,
	limitOf,
	pickedBy,
	toSource,
	toSpec,
	withoutSuspended,
	type QuizChoices
} from '../../../src/lib/state/quiz-spec';
import { readScope } from '../../../src/lib/state/study-scope';

const basic = (number: number, topic: string, paragraph: number): Item => ({
	type: 'basic',
	stem: 'S',
	answer: 'A',
	number,
	id: String(number),
	revision: 1,
	topic,
	provenance: {
		kind: 'fact',
		paragraphs: [paragraph],
		sources: ['S1'],
		asOf: '2025-10-16',
		objective: 'LO1',
		bloom: 'remember',
		difficulty: 'easy',
		tags: []
	}
});
const cloze: Item = { type: 'cloze', stem: '{{1::a}} {{2::b}}', number: 4, id: '4', revision: 1, topic: 'b' };
const set: StudySet = {
	id: 's',
	title: 'T',
	lang: 'en',
	origin: 'own',
	revision: 1,
	addedAt: 0,
	topics: [
		{ id: 'a', title: 'A' },
		{ id: 'b', title: 'B' }
	],
	items: [basic(1, 'a', 1), basic(2, 'a', 2), basic(3, 'b', 2), cloze]
};
const ALL: QuizChoices = { topics: ['a', 'b'], picked: null, count: 'all', time: 'quiz', limit: null, factor: 1 };
const picked = (query: string) => pickedBy(readScope(new URLSearchParams(query)), set);
const numbers = ({ items }: StudySet) => items.map(({ number }) => number);

describe('withoutSuspended', () => {
	it('leaves out items all of whose cards are set aside', () => {
		expect(numbers(withoutSuspended(set, new Set(['s.2.1', 's.4.1'])))).toEqual([1, 3, 4]);
		expect(numbers(withoutSuspended(set, new Set(['s.4.1', 's.4.2', 'other.1.1'])))).toEqual([1, 2, 3]);
		expect(numbers(withoutSuspended(set, new Set()))).toEqual([1, 2, 3, 4]);
	});

	it('leaves nothing to ask when everything is set aside', () => {
		const none = withoutSuspended(set, new Set(set.items.flatMap((item) => cardsOfItem('s', item))));
		expect(countOf(toSource(none), ALL)).toBe(0);
	});

	it('lowers what a topic offers and a quiz asks', () => {
		const source = toSource(withoutSuspended(set, new Set(['s.2.1'])));
		expect(source.topics.map(({ count }) => count)).toEqual([1, 2]);
		expect(availableIn(source, { ...ALL, topics: ['a'] })).toBe(1);
		expect(toSpec(source, { ...ALL, count: 10 }, 7)).toMatchObject({ count: 3, items: [], topics: [] });
	});
});

describe('pickedBy', () => {
	it('gives the items that an address names, or those of its paragraph', () => {
		expect(picked('items=3,1,9')).toEqual([3, 1]);
		expect(picked('paragraph=2')).toEqual([2, 3]);
	});

	it('gives none where an address asks by topic, for everything, or for nothing that there is', () => {
		for (const query of ['', 'topics=a', 'items=9', 'paragraph=9'])
			expect([query, picked(query)]).toEqual([query, null]);
	});

	it('asks nothing, not everything, when nothing is left of what was picked', () => {
		expect(countOf(toSource(set), { ...ALL, picked: [] })).toBe(0);
	});
});

describe('limitOf', () => {
	it('is a minute for each question', () => {
		expect(limitOf(ALL, 7)).toEqual({ kind: 'quiz', limitMs: 420_000 });
		expect(limitOf({ ...ALL, time: 'question' }, 7)).toEqual({ kind: 'question', limitMs: 60_000 });
		expect(limitOf({ ...ALL, time: 'none' }, 7)).toEqual({ kind: 'none' });
	});

	it('is what the address asks for, until another kind is chosen', () => {
		const limit = { kind: 'quiz', limitMs: 90_000 } as const;
		expect(limitOf({ ...ALL, limit }, 7)).toBe(limit);
		expect(limitOf({ ...ALL, limit, time: 'question' }, 7)).toEqual({ kind: 'question', limitMs: 60_000 });
	});
});
