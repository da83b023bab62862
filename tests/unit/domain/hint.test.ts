import { describe, expect, it } from 'vitest';
import { hintAfter } from '../../../src/lib/domain/hint';
import { ITEMS } from './quiz-items';

describe('hintAfter', () => {
	it('takes one more wrong option out while at least two stay, and never the right one', () => {
		const river = ITEMS['single-choice'];
		expect(hintAfter(river, [3, 1, 0, 2], { type: 'choice', chosen: [1] })).toEqual({ kind: 'not-this', option: 2 });
		expect(hintAfter(river, [1, 0, 2], { type: 'choice', chosen: [1] })).toBeNull();
	});

	it('tells how many are right, how a word starts, how far away a pin is', () => {
		expect(hintAfter(ITEMS['multiple-choice'], [0, 1, 2, 3], { type: 'choice', chosen: [2] })).toEqual({
			kind: 'how-many',
			count: 2
		});
		expect(hintAfter(ITEMS['short-answer'], [], { type: 'text', values: ['India'] })).toEqual({
			kind: 'starts-with',
			letter: 'P'
		});
		expect(hintAfter(ITEMS.map, [], { type: 'point', lat: 35.12, lon: 71.09 })).toEqual({ kind: 'distance', km: 111 });
	});

	it('tells how many parts are right already', () => {
		expect(hintAfter(ITEMS.cloze, [], { type: 'text', values: ['1893', 'Curzon'] })).toEqual({
			kind: 'parts-right',
			right: 1,
			count: 2
		});
		expect(hintAfter(ITEMS.ordering, [], { type: 'order', order: [0, 1, 3, 2] })).toEqual({
			kind: 'parts-right',
			right: 1,
			count: 3
		});
	});

	it('is silent where any hint would be the answer', () => {
		expect(hintAfter(ITEMS['true-false'], [], { type: 'boolean', value: true })).toBeNull();
		expect(hintAfter(ITEMS.classify, [], { type: 'label', label: 'fact' })).toBeNull();
	});
});
