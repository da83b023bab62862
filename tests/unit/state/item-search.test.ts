import { describe, expect, it } from 'vitest';
import type { Item } from '$lib/domain/item';
import { isFound, toSearchWords } from '$lib/domain/search-text';
import type { StudySet } from '$lib/domain/set';
import { toItemSearch } from '$lib/state/item-search';

const GLOSSARY = [
	{ id: 'afghan', term: 'Afghan Taliban', aliases: ['Taliban', 'Islamic Emirate'], text: '' },
	{ id: 'ttp', term: 'TTP', aliases: ['Tehrik-i-Taliban Pakistan', 'Pakistani Taliban'], text: '' },
	{ id: 'proxy', term: 'Proxy', text: '' }
];

const common = { id: 'x', revision: 1, explanation: 'Because of rivers.' };
const ITEMS: Item[] = [
	{ ...common, number: 1, topic: 'border', type: 'basic', stem: 'Who leads the TTP?', answer: 'Noor Wali' },
	{ ...common, number: 2, type: 'basic', stem: 'Who fights the Pakistani Taliban?', answer: 'An army' },
	{ ...common, number: 3, type: 'basic', stem: 'Who rules?', answer: 'The Taliban' },
	{ ...common, number: 4, type: 'short-answer', stem: 'Which post?', answers: ['Chaman', 'Spin Boldak'] },
	{ ...common, number: 5, type: 'matching', stem: 'Match', pairs: [{ left: 'ISI', right: 'Rawalpindi' }], extra: [] },
	{ ...common, number: 6, type: 'cloze', stem: 'Drawn in {{1::1893}} by {{2::Durand}}.' }
];
const SET: StudySet = {
	id: 'set',
	title: 'A set',
	lang: 'en',
	origin: 'own',
	revision: 1,
	addedAt: 0,
	topics: [{ id: 'border', title: 'Frontiers and maps' }],
	items: ITEMS
};

const texts = toItemSearch(SET, GLOSSARY);
const found = (typed: string): number[] =>
	[...texts].filter(([, text]) => isFound(toSearchWords(typed), text)).map(([number]) => number);

describe('toItemSearch', () => {
	it('finds an item by its question, its answers and its explanation', () => {
		expect(found('leads')).toEqual([1]);
		expect(found('boldak')).toEqual([4]);
		expect(found('rawalpindi isi')).toEqual([5]);
		expect(found('durand 1893')).toEqual([6]);
		expect(found('rivers')).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('finds an item by its topic', () => {
		expect(found('frontiers')).toEqual([1]);
	});

	it('finds an item by another name of what it mentions, in any spelling', () => {
		expect(found('Tehreek-e-Taliban')).toEqual([1, 2]);
		expect(found('emirate')).toEqual([3]);
	});

	it('takes the longest name that fits', () => {
		expect(found('afghan')).toEqual([3]);
	});
});
