import { describe, expect, it } from 'vitest';
import { toGlossaryView } from '../../../src/lib/content/glossary-view';
import { loadShippedBank, loadTinyBank } from '../../fixtures/banks/load-bank';

describe('toGlossaryView', () => {
	it('gives each term of the tiny bank its cards and paragraphs, by letter', () => {
		const bank = loadTinyBank();
		const [where] = bank.items;
		if (where === undefined) throw new Error('The tiny bank has items.');
		const items = [
			{ ...where, number: 1, explanation: 'On the salt road.' },
			{ ...where, type: 'cloze' as const, number: 2, stem: 'The {{1::bridge money}} is a {{2::toll}}.' }
		];
		expect(toGlossaryView({ ...bank, items })).toEqual([
			{ letter: 'S', entries: [expect.objectContaining({ id: 'salt-road', items: [1], cards: 1, paragraphs: [1] })] },
			{
				letter: 'T',
				entries: [
					expect.objectContaining({ id: 'toll', aliases: ['bridge money'], items: [2], cards: 2, paragraphs: [2] })
				]
			}
		]);
	});

	it('finds a paragraph that names a term without marking it', () => {
		const bank = loadTinyBank();
		const companion = bank.companion.map((paragraph) => ({
			...paragraph,
			blocks: [[{ text: 'A salt road.', kind: 'fact' as const, sources: [] }]]
		}));
		const terms = toGlossaryView({ ...bank, companion }).flatMap(({ entries }) => entries);
		expect(terms.find(({ id }) => id === 'salt-road')?.paragraphs).toEqual([1, 2]);
		expect(terms.find(({ id }) => id === 'toll')?.paragraphs).toEqual([]);
	});

	it('has cards for every term of the bank that ships', () => {
		const bank = loadShippedBank();
		const terms = toGlossaryView(bank).flatMap(({ entries }) => entries);
		expect(terms).toHaveLength(bank.glossary.length);
		expect(terms.filter(({ cards }) => cards === 0).map(({ id }) => id)).toEqual([]);
	});
});
