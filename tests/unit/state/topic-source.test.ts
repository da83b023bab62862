import { describe, expect, it } from 'vitest';
import type { Library } from '$lib/state/library.svelte';
import { readTopics } from '$lib/state/topic-source';
import { item, studySet } from '../../storage/support';

const SET = studySet({
	topics: [
		{ id: 'places', title: 'Places' },
		{ id: 'dates', title: 'Dates' }
	],
	items: [
		{ ...item(1), topic: 'places' },
		{ ...item(3, { type: 'cloze', stem: 'The {{1::line}} of {{2::1893}}' }), topic: 'dates' },
		item(4)
	]
});
const library = { set: (id: string) => Promise.resolve(id === 'gone' ? null : SET) } as unknown as Library;
const short = (id: string, items: number, hasTopics = true) => {
	return { id, title: `Set ${id}`, lang: 'en', items, cards: 7, hasTopics };
};

describe('readTopics', () => {
	it('sorts the cards of a set by its topics', async () => {
		const { index, names } = await readTopics([short('a', 3), short('b', 3)], library);
		expect(names.map(({ title }) => title)).toEqual(['Places', 'Dates', 'Places', 'Dates']);
		expect(index.cards).toEqual([1, 2, 1, 2]);
		expect([...(index.bySet.get('a') ?? [])]).toEqual([-1, 0, -1, 1, -1]);
		expect([...(index.bySet.get('b') ?? [])]).toEqual([-1, 2, -1, 3, -1]);
	});

	it('takes a set that is too large to look into, or has no topics, for one topic', async () => {
		const sets = [short('large', 2001), short('gone', 3), short('plain', 3, false)];
		const { index, names } = await readTopics(sets, library);
		expect(names.map(({ title }) => title)).toEqual(['Set large', 'Set gone', 'Set plain']);
		expect(index.cards).toEqual([7, 7, 7]);
		expect([...index.whole]).toEqual([
			['large', 0],
			['gone', 1],
			['plain', 2]
		]);
	});
});
