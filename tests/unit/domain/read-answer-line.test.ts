import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markResponse } from '../../../src/lib/domain/marking';
import { CLASSIFY_LABELS, type Item } from '../../../src/lib/domain/item';
import { toPaperKey } from '../../../src/lib/domain/paper-form';
import { drawPartOrder } from '../../../src/lib/domain/part-order';
import type { Paper, Response } from '../../../src/lib/domain/quiz';
import { readAnswerLine, type ReadAnswer } from '../../../src/lib/domain/read-answer-line';
import { createRng } from '../../../src/lib/domain/rng';
import { writeAnswerLine } from '../../../src/lib/domain/write-answer-line';
import { arbitraryItem } from '../../fixtures/arbitrary-item';
import { ALL_ITEMS, ITEMS } from './quiz-items';

const BY_NUMBER = new Map<number, Item>(ALL_ITEMS.map((item) => [item.number, item]));

function readOne(text: string, item: Item, order: readonly number[] = []): ReadAnswer | undefined {
	return readAnswerLine(text, [{ item: item.number, order }], new Map([[item.number, item]])).answers[0];
}

function responseOf(answer: ReadAnswer | undefined): Response | null {
	return answer?.kind === 'answered' ? answer.response : null;
}

/** What a pupil writes who knows everything. */
function typeKey(item: Item, order: readonly number[]): string {
	const key = toPaperKey(item, order);
	return key.kind === 'letters' ? `[${key.letters.join('')}]` : '+';
}

describe('readAnswerLine', () => {
	it('maps printed letters back to the options as written', () => {
		expect(readOne('a', ITEMS['single-choice'], [3, 2, 0, 1])).toEqual({
			kind: 'answered',
			response: { type: 'choice', chosen: [3] }
		});
		expect(responseOf(readOne('[DA]', ITEMS['multiple-choice'], [3, 2, 0, 1]))).toEqual({
			type: 'choice',
			chosen: [1, 3]
		});
		expect(responseOf(readOne('[CADB]', ITEMS.ordering, [2, 0, 3, 1]))).toEqual({ type: 'order', order: [3, 2, 1, 0] });
		expect(responseOf(readOne('(b-c)', ITEMS.matching, [3, 0, 2, 1]))).toEqual({ type: 'match', right: [0, null, 2] });
	});

	it('takes T and F, and A and B, for true and false', () => {
		const read = (sign: string) => responseOf(readOne(sign, ITEMS['true-false']));
		expect(['T', 'f', 'A', 'b'].map(read)).toEqual(
			[true, false, true, false].map((value) => ({ type: 'boolean', value }))
		);
		expect(responseOf(readOne('D', ITEMS.classify))).toEqual({ type: 'label', label: CLASSIFY_LABELS[3] });
	});

	it('reads a sign for each question, a dash or a space for one left open, and says what is too much', () => {
		const paper: Paper = [
			{ item: 3, order: [0, 1, 2, 3] },
			{ item: 5, order: [] },
			{ item: 3, order: [0, 1, 2, 3] },
			{ item: 10, order: [] }
		];
		const read = readAnswerLine('B- [Islamic Republic of Pakistan]CC', paper, BY_NUMBER);
		expect(read.answers.map(responseOf)).toEqual([
			{ type: 'choice', chosen: [1] },
			null,
			null,
			{ type: 'text', values: ['Islamic Republic of Pakistan'] }
		]);
		expect(read).toMatchObject({ reached: 4, surplus: 'CC' });
		const short = readAnswerLine('B', paper, BY_NUMBER);
		expect(short.answers.map(({ kind }) => kind)).toEqual(['answered', 'open', 'open', 'open']);
		expect(short).toMatchObject({ reached: 1, surplus: '' });
	});

	it('refuses letters that are not on the paper, and says why', () => {
		const problemOf = (text: string, item: Item, order: readonly number[] = []) => {
			const read = readOne(text, item, order);
			return read?.kind === 'problem' ? read.problem : null;
		};
		const order = [0, 1, 2, 3];
		expect(problemOf('E', ITEMS['single-choice'], order)).toEqual({ kind: 'no-such-letter', letter: 'E', last: 'D' });
		expect(problemOf('C', ITEMS['true-false'])).toEqual({ kind: 'no-such-letter', letter: 'C', last: 'B' });
		expect(problemOf('[TF]', ITEMS['true-false'])).toEqual({ kind: 'one-letter' });
		expect(problemOf('[AA]', ITEMS['multiple-choice'], order)).toEqual({ kind: 'letter-twice', letter: 'A' });
		expect(problemOf('[ABC]', ITEMS.ordering, order)).toEqual({ kind: 'letters-wanted', count: 4 });
		expect(problemOf('[ABCC]', ITEMS.ordering, order)).toEqual({ kind: 'letter-twice', letter: 'C' });
		expect(problemOf('A', ITEMS.matching, order)).toEqual({ kind: 'letters-wanted', count: 3 });
		expect(problemOf('[AB', ITEMS['multiple-choice'], order)).toEqual({ kind: 'unclosed' });
		expect(problemOf('A', ITEMS['short-answer'])).toEqual({ kind: 'write' });
		expect(problemOf('[Torkham]', ITEMS.map)).toEqual({ kind: 'by-hand' });
	});

	it('takes no comma for an answer', () => {
		const order = [0, 1, 2, 3];
		const paper: Paper = [5, 5, 9, 3].map((item) => ({ item, order: item === 3 ? order : [] }));
		for (const sign of [',', ';']) {
			const kinds = readAnswerLine(`T${sign}${sign}${sign}`, paper, BY_NUMBER).answers.map((answer) =>
				answer.kind === 'problem' ? answer.problem : answer.kind
			);
			const stranger = (last: string) => ({ kind: 'no-such-letter', letter: sign, last });
			expect(kinds).toEqual(['answered', stranger('B'), stranger('D'), stranger('D')]);
			expect(readOne(`[${sign}]`, ITEMS['true-false'])).toEqual({ kind: 'open' });
		}
		expect(responseOf(readOne('[A, C]', ITEMS['multiple-choice'], order))).toEqual({ type: 'choice', chosen: [0, 2] });
	});

	it('gives full marks for the letters of the key and for what was found right by hand, on any paper', () => {
		const prop = fc.property(arbitraryItem(1), fc.integer(), (item, seed) => {
			const order = drawPartOrder(item, createRng(seed));
			const response = responseOf(readOne(typeKey(item, order), item, order));
			expect(markResponse(item, response).credit).toBe(1);
		});
		fc.assert(prop, { seed: 42, numRuns: 200 });
	});

	it('gives no marks for what was found wrong by hand', () => {
		for (const item of [ITEMS.basic, ITEMS.cloze, ITEMS['short-answer'], ITEMS.map]) {
			expect(markResponse(item, responseOf(readOne('x', item)))).toMatchObject({ answered: true, credit: 0 });
		}
	});

	it('reads what it has written as the same answers', () => {
		const signs = fc.constantFrom(
			'A',
			'b',
			'D',
			'-',
			' ',
			'+',
			'x',
			'T',
			'[AC]',
			'[BACD]',
			'[A-B]',
			'[two; words]',
			'[1893]'
		);
		const prop = fc.property(fc.array(signs, { maxLength: 14 }), fc.integer(), (typed, seed) => {
			const paper = ALL_ITEMS.map((item) => ({ item: item.number, order: drawPartOrder(item, createRng(seed)) }));
			const responses = readAnswerLine(typed.join(''), paper, BY_NUMBER).answers.map(responseOf);
			const again = readAnswerLine(writeAnswerLine(responses, paper, BY_NUMBER), paper, BY_NUMBER);
			expect(again.answers.map(responseOf)).toEqual(responses);
			expect(again.surplus).toBe('');
		});
		fc.assert(prop, { seed: 42, numRuns: 200 });
	});
});
