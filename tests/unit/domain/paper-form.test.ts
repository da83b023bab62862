import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryItem } from '../../fixtures/arbitrary-item';
import { markResponse } from '../../../src/lib/domain/marking';
import { letterAt, toPaperForm, toPaperKey } from '../../../src/lib/domain/paper-form';
import { drawPartOrder } from '../../../src/lib/domain/part-order';
import { CLASSIFY_LABELS, type Item } from '../../../src/lib/domain/item';
import type { Response } from '../../../src/lib/domain/quiz';
import { createRng } from '../../../src/lib/domain/rng';
import { ITEMS } from './quiz-items';

const letters = (text: string) => ({ kind: 'letters', letters: text.split('') });

describe('toPaperForm', () => {
	it('offers a letter for every option, one or several to be marked', () => {
		expect(toPaperForm(ITEMS['single-choice'], [3, 2, 0, 1])).toEqual({
			kind: 'choose',
			letters: ['A', 'B', 'C', 'D'],
			several: false
		});
		expect(toPaperForm(ITEMS['multiple-choice'], [0, 1, 2, 3])).toMatchObject({ kind: 'choose', several: true });
		expect(toPaperForm(ITEMS['true-false'], [])).toMatchObject({ kind: 'choose', letters: ['A', 'B'] });
		expect(toPaperForm(ITEMS.classify, [])).toMatchObject({ kind: 'choose', letters: ['A', 'B', 'C', 'D'] });
	});

	it('leaves a blank for every place and every left side, with surplus letters to choose from', () => {
		expect(toPaperForm(ITEMS.ordering, [2, 0, 3, 1])).toMatchObject({ kind: 'assign', blanks: 4 });
		expect(toPaperForm(ITEMS.matching, [3, 0, 2, 1])).toEqual({
			kind: 'assign',
			letters: ['A', 'B', 'C', 'D'],
			blanks: 3
		});
	});

	it('leaves a line for every gap, and one for an answer in words', () => {
		expect(toPaperForm(ITEMS.cloze, [])).toEqual({ kind: 'write', blanks: 2 });
		expect(toPaperForm(ITEMS.basic, [])).toEqual({ kind: 'write', blanks: 1 });
		expect(toPaperForm(ITEMS['short-answer'], [])).toEqual({ kind: 'write', blanks: 1 });
	});

	it('has places marked on the map, and written where the map does not reach', () => {
		expect(toPaperForm(ITEMS.map, [])).toEqual({ kind: 'mark' });
		const far = { ...ITEMS.map, target: { place: 'istanbul', lat: 41, lon: 29, toleranceKm: 80 } };
		expect(toPaperForm(far, [])).toEqual({ kind: 'write', blanks: 1 });
	});
});

describe('toPaperKey', () => {
	it('names the right options by the letters they have on this paper', () => {
		expect(toPaperKey(ITEMS['single-choice'], [3, 2, 0, 1])).toEqual(letters('C'));
		expect(toPaperKey(ITEMS['multiple-choice'], [3, 1, 2, 0])).toEqual(letters('BD'));
		expect(toPaperKey(ITEMS['true-false'], [])).toEqual(letters('B'));
		expect(toPaperKey(ITEMS.classify, [])).toEqual(letters('D'));
	});

	it('gives the letter of each blank: entries in their right order, right sides beside their left ones', () => {
		expect(toPaperKey(ITEMS.ordering, [2, 0, 3, 1])).toEqual(letters('BDAC'));
		expect(toPaperKey(ITEMS.matching, [3, 0, 2, 1])).toEqual(letters('BDC'));
	});

	it('gives the accepted words of each blank, the best first', () => {
		expect(toPaperKey(ITEMS.cloze, [])).toEqual({ kind: 'words', blanks: [['1893'], ['Mortimer Durand', 'Durand']] });
		expect(toPaperKey(ITEMS.basic, [])).toEqual({ kind: 'words', blanks: [['Kabul']] });
		expect(toPaperKey(ITEMS['short-answer'], [])).toMatchObject({ blanks: [['Pakistan', expect.any(String)]] });
	});

	it('gives the place of a map question', () => {
		expect(toPaperKey(ITEMS.map, [])).toEqual({ kind: 'place', target: ITEMS.map.target });
	});

	it('is marked as wholly right when its letters are read back as an answer, for any item and order', () => {
		const prop = fc.property(arbitraryItem(1), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (item, seed) => {
			const order = drawPartOrder(item, createRng(seed));
			const response = readLetters(item, order);
			if (response === null) return;
			expect(markResponse(item, response).parts.every(({ correct }) => correct)).toBe(true);
		});
		fc.assert(prop, { seed: 42, numRuns: 300 });
	});
});

/** What a pupil answers who copies the key. */
function readLetters(item: Item, order: readonly number[]): Response | null {
	const key = toPaperKey(item, order);
	if (key.kind !== 'letters') return null;
	const places = key.letters.map((letter) => [...Array(26).keys()].findIndex((place) => letterAt(place) === letter));
	const indices = places.map((place) => order[place] ?? -1);
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return { type: 'choice', chosen: indices };
		case 'ordering':
			return { type: 'order', order: indices };
		case 'matching':
			return { type: 'match', right: indices };
		case 'true-false':
			return { type: 'boolean', value: places[0] === 0 };
		case 'classify':
			return { type: 'label', label: CLASSIFY_LABELS[places[0] ?? -1] ?? 'fact' };
		case 'basic':
		case 'cloze':
		case 'map':
		case 'short-answer':
			return null;
	}
}
