import { describe, expect, it } from 'vitest';
import { itemsAboutTerms } from '../../../src/lib/content/items-about';
import type { Item, Question } from '../../../src/lib/domain/item';

const GLOSSARY = [
	{ id: 'ttp', term: 'TTP', text: '' },
	{ id: 'fatwa', term: 'Fatwa', aliases: ['ruling'], text: '' },
	{ id: 'proxy', term: 'Proxy', text: '' }
];

function item(number: number, question: Question, explanation?: string): Item {
	return {
		...question,
		number,
		id: String(number),
		revision: 1,
		...(explanation === undefined ? {} : { explanation })
	};
}

function numbersAbout(id: string, items: readonly Item[]): number[] {
	return (itemsAboutTerms(items, GLOSSARY).get(id) ?? []).map(({ number }) => number);
}

const option = (text: string, correct: boolean) => ({ text, correct });

describe('itemsAboutTerms', () => {
	const questions: Question[] = [
		{ type: 'basic', stem: 'Who?', answer: 'The TTP.' },
		{ type: 'short-answer', stem: 'Who?', answers: ['Someone', 'TTP'] },
		{ type: 'cloze', stem: 'The {{1::TTP}} fights.' },
		{ type: 'single-choice', stem: 'Who?', options: [option('The TTP', true), option('Nobody', false)] },
		{ type: 'multiple-choice', stem: 'Who?', options: [option('The TTP', true), option('Nobody', false)] },
		{ type: 'true-false', stem: 'The TTP fights.', answer: true },
		{ type: 'ordering', stem: 'Order', entries: [{ text: 'The TTP forms' }, { text: 'Talks' }] },
		{ type: 'matching', stem: 'Match', pairs: [{ left: 'TTP', right: 'Pakistan' }], extra: ['Iran'] },
		{ type: 'map', stem: 'Where?', target: { place: 'TTP land', lat: 0, lon: 0, toleranceKm: 1 } },
		{ type: 'classify', stem: '“The TTP fights.”', answer: 'fact' }
	];

	it.each(questions.map((question) => [question.type, question] as const))(
		'finds a term in the stem or the right answer of a %s item',
		(_, question) => {
			expect(numbersAbout('ttp', [item(7, question)])).toEqual([7]);
		}
	);

	it('leaves out an item that names the term among what is wrong', () => {
		const wrong = item(1, {
			type: 'single-choice',
			stem: 'Who?',
			options: [option('The TTP', false), option('x', true)]
		});
		const extra = item(2, { type: 'matching', stem: 'M', pairs: [{ left: 'a', right: 'b' }], extra: ['The TTP'] });
		expect(numbersAbout('ttp', [wrong, extra])).toEqual([]);
	});

	it('goes by the explanation only where no stem or answer names the term', () => {
		const explains = item(1, { type: 'basic', stem: 'Who?', answer: 'They.' }, 'A fatwa, and the TTP.');
		const asks = item(2, { type: 'basic', stem: 'What is the TTP?', answer: 'A group.' });
		expect(numbersAbout('ttp', [explains, asks])).toEqual([2]);
		expect(numbersAbout('fatwa', [explains, asks])).toEqual([1]);
	});

	it('finds a term by its alias, and has an empty entry for a term that no item is about', () => {
		const asks = item(1, { type: 'basic', stem: 'Who gives a ruling?', answer: 'A scholar.' });
		expect(numbersAbout('fatwa', [asks])).toEqual([1]);
		expect(itemsAboutTerms([asks], GLOSSARY).get('proxy')).toEqual([]);
	});

	it('keeps the order of the items', () => {
		const asks = [5, 3, 9].map((number) => item(number, { type: 'basic', stem: 'TTP?', answer: 'Yes.' }));
		expect(numbersAbout('ttp', asks)).toEqual([5, 3, 9]);
	});
});
