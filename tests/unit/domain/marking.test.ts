import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/lib/domain/item';
import { isOverrulable, markResponse, overruleMark } from '../../../src/lib/domain/marking';
import type { Response } from '../../../src/lib/domain/quiz';
import { ALL_ITEMS, ITEMS } from './quiz-items';

const creditOf = (item: Item, response: Response): number => markResponse(item, response).credit;
const choose = (...chosen: number[]): Response => ({ type: 'choice', chosen });
const type = (...values: string[]): Response => ({ type: 'text', values });
const order = (...indices: number[]): Response => ({ type: 'order', order: indices });
const match = (...right: (number | null)[]): Response => ({ type: 'match', right });

const anyResponse: fc.Arbitrary<Response> = fc.oneof(
	fc.array(fc.integer({ min: -1, max: 5 })).map((chosen) => choose(...chosen)),
	fc.boolean().map((value): Response => ({ type: 'boolean', value })),
	fc.array(fc.oneof(fc.string(), fc.constantFrom('1893', 'Durand', 'Kabul'))).map((values) => type(...values)),
	fc.shuffledSubarray([0, 1, 2, 3]).map((indices) => order(...indices)),
	fc.array(fc.option(fc.integer({ min: -1, max: 5 }))).map((right) => match(...right)),
	fc.record({ type: fc.constant('point' as const), lat: fc.double(), lon: fc.double() }),
	fc.constantFrom<Response>({ type: 'label', label: 'ahead' }, { type: 'label', label: 'fact' }),
	fc.boolean().map((knew): Response => ({ type: 'self', knew }))
);

describe('markResponse', () => {
	it.each<[Item, Response]>([
		[ITEMS.basic, { type: 'self', knew: true }],
		[ITEMS.basic, type('kabul')],
		[ITEMS.cloze, type('1893', 'durand')],
		[ITEMS['single-choice'], choose(0)],
		[ITEMS['multiple-choice'], choose(1, 0)],
		[ITEMS['true-false'], { type: 'boolean', value: false }],
		[ITEMS.ordering, order(0, 1, 2, 3)],
		[ITEMS.matching, match(1, 0, 2)],
		[ITEMS.map, { type: 'point', lat: 34.3, lon: 71.2 }],
		[ITEMS.classify, { type: 'label', label: 'ahead' }],
		[ITEMS['short-answer'], type('islamic republic of pakistan')]
	])('gives full credit for the right answer to $type', (item, response) => {
		expect(markResponse(item, response)).toMatchObject({ answered: true, correct: true, credit: 1 });
	});

	it.each<[Item, Response]>([
		[ITEMS.basic, { type: 'self', knew: false }],
		[ITEMS.cloze, type('1894', 'Curzon')],
		[ITEMS['single-choice'], choose(1)],
		[ITEMS['single-choice'], choose(0, 1)],
		[ITEMS['multiple-choice'], choose(2, 3)],
		[ITEMS['true-false'], { type: 'boolean', value: true }],
		[ITEMS.ordering, order(3, 2, 1, 0)],
		[ITEMS.matching, match(3, 2, 0)],
		[ITEMS.map, { type: 'point', lat: 30, lon: 66 }],
		[ITEMS.classify, { type: 'label', label: 'fact' }],
		[ITEMS['short-answer'], type('India')]
	])('gives none for a wrong answer to $type', (item, response) => {
		expect(markResponse(item, response)).toMatchObject({ answered: true, correct: false, credit: 0 });
	});

	it('gives a multiple choice rights minus wrongs over the right options, never below 0', () => {
		const item = ITEMS['multiple-choice'];
		expect(creditOf(item, choose(0))).toBe(0.5);
		expect(creditOf(item, choose(0, 2))).toBe(0);
		expect(creditOf(item, choose(0, 1, 2))).toBe(0.5);
		expect(creditOf(item, choose(0, 1, 2, 3))).toBe(0);
		expect(creditOf(item, choose(2))).toBe(0);
		expect(creditOf(item, choose(0, 0))).toBe(0.5);
	});

	it('gives an ordering the share of neighbours kept', () => {
		expect(creditOf(ITEMS.ordering, order(1, 2, 3, 0))).toBeCloseTo(2 / 3);
		expect(creditOf(ITEMS.ordering, order(1, 0, 2, 3))).toBeCloseTo(1 / 3);
		expect(creditOf(ITEMS.ordering, order(2, 3, 0, 1))).toBeCloseTo(2 / 3);
		expect(creditOf(ITEMS.ordering, order(0, 1))).toBeCloseTo(1 / 3);
		expect(creditOf(ITEMS.ordering, order(1, 2))).toBeCloseTo(1 / 3);
	});

	it('gives a matching the share of pairs and takes equal right sides for one another', () => {
		expect(creditOf(ITEMS.matching, match(1, 0, null))).toBeCloseTo(2 / 3);
		expect(creditOf(ITEMS.matching, match(0, 1, 2))).toBe(1);
		expect(markResponse(ITEMS.matching, match(0, null, 3)).parts.map((part) => [part.correct, part.answered])).toEqual([
			[true, true],
			[false, false],
			[false, true]
		]);
	});

	it('gives a cloze the share of blanks, in the order of their numbers', () => {
		const mark = markResponse(ITEMS.cloze, type('', 'Curzon'));
		expect(mark).toMatchObject({ answered: true, correct: false, credit: 0 });
		const close = markResponse(ITEMS.cloze, type('', 'Mortimer Durnad'));
		expect(close.credit).toBe(0.5);
		expect(close.parts).toEqual([
			{ correct: false, answered: false, closeTo: null },
			{ correct: true, answered: true, closeTo: 'Mortimer Durand' }
		]);
		const swapped: Item = { ...ITEMS.cloze, stem: '{{2::b}} then {{1::a}}' };
		expect(creditOf(swapped, type('a', 'b'))).toBe(1);
	});

	it('asks for all words under one number in one blank', () => {
		const item: Item = { ...ITEMS.cloze, stem: '{{1::salt}} and {{1::pepper}}' };
		expect(creditOf(item, type('salt, pepper'))).toBe(1);
		expect(creditOf(item, type('salt'))).toBe(0);
	});

	it.each<[string, Response | null]>([
		['nothing', null],
		['no choice', choose()],
		['blanks', type(' ', '')],
		['empty pairs', match(null, null, null)],
		['an answer for another type', { type: 'label', label: 'fact' }]
	])('counts %s as not answered', (_, response) => {
		for (const item of ALL_ITEMS.filter((each) => each.type !== 'classify')) {
			expect(markResponse(item, response)).toEqual({ answered: false, correct: false, credit: 0, parts: [] });
		}
	});

	it('gives a credit from 0 to 1 for any response, correct exactly at 1 and only when answered', () => {
		fc.assert(
			fc.property(fc.constantFrom(...ALL_ITEMS), anyResponse, (item, response) => {
				const mark = markResponse(item, response);
				expect(mark.credit >= 0 && mark.credit <= 1).toBe(true);
				expect(mark.correct).toBe(mark.credit === 1);
				if (!mark.answered) expect(mark.credit).toBe(0);
			}),
			{ seed: 42, numRuns: 2_000 }
		);
	});

	it('finds an ordering correct for no permutation but the right one', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (indices) => {
				expect(markResponse(ITEMS.ordering, order(...indices)).correct).toBe(indices.join() === '0,1,2,3');
			}),
			{ seed: 42, numRuns: 200 }
		);
	});
});

describe('overruling a mark', () => {
	it('counts what was typed as right and leaves a blank what it is', () => {
		const half = markResponse(ITEMS.cloze, type('Eighteen', ''));
		expect(overruleMark(half)).toMatchObject({ answered: true, correct: false, credit: 0.5 });
		const whole = overruleMark(markResponse(ITEMS.cloze, type('Eighteen', 'Curzon')));
		expect(whole).toMatchObject({ correct: true, credit: 1 });
		expect(whole.parts.every(({ correct }) => correct)).toBe(true);
	});

	it('keeps what was accepted in spite of a slip as it was marked', () => {
		const mark = markResponse(ITEMS.cloze, type('Eighteen', 'Mortimer Durnad'));
		expect(overruleMark(mark).parts[1]).toEqual(mark.parts[1]);
	});

	it.each<[string, Item, Response | null, boolean]>([
		['a typed answer that was not accepted', ITEMS['short-answer'], type('nonsense'), true],
		['a gap that was not accepted beside one left empty', ITEMS.cloze, type('Eighteen', ''), true],
		['a typed answer that was accepted', ITEMS['short-answer'], type(ITEMS['short-answer'].answers[0]), false],
		['gaps that are right or empty', ITEMS.cloze, type('1893', ''), false],
		['a wrong choice', ITEMS['single-choice'], choose(1), false],
		['a question left open', ITEMS['short-answer'], null, false],
		['an answer for another type', ITEMS['single-choice'], type('Indus'), false]
	])('is possible or not for %s', (_, item, response, possible) => {
		expect(isOverrulable(response, markResponse(item, response))).toBe(possible);
	});
});
