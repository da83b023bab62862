import { describe, expect, it } from 'vitest';
import { checkClues } from '../../../scripts/bank/check-clues';
import { checkKeyPositions, countKeyPositions } from '../../../scripts/bank/check-key-positions';
import { checkLongestKey } from '../../../scripts/bank/check-longest-key';
import { checkOptionLengths } from '../../../scripts/bank/check-option-lengths';
import { entry, options, sourceWith } from '../../fixtures/banks/open-bank';

const single = (id: string, ...texts: string[]): string => entry(id, 'single-choice', 'Which?', options(...texts));
const multiple = (id: string, ...texts: string[]): string => entry(id, 'multiple-choice', 'Which?', options(...texts));
const many = (count: number, ...texts: string[]): string[] =>
	Array.from({ length: count }, (_, i) =>
		single(`i${String(count)}-${texts.join('-').length.toString()}-${String(i)}`, ...texts)
	);

describe('checkLongestKey', () => {
	const keyLongest = ['*the long one', 'short', 'small'];
	const keyShorter = ['*short', 'the long one', 'small'];

	it('accepts a share of up to 10 points above chance and reports the next', () => {
		// Chance is a third; 13 of 30 are 43.3 %, 14 of 30 are 46.7 %.
		expect(checkLongestKey(sourceWith([...many(13, ...keyLongest), ...many(17, ...keyShorter)]))).toEqual([]);
		const found = checkLongestKey(sourceWith([...many(14, ...keyLongest), ...many(16, ...keyShorter)]));
		expect(found).toHaveLength(1);
		expect(found[0]?.message).toMatch(/right in 47 %.*chance gives 33 %.*at most 43 %.*i14-\d+-0, i14-\d+-1,/);
		expect(found[0]?.file).toMatch(/bank\.yaml$/);
	});

	it('shares a tie fairly, so options of equal length are no fault', () => {
		expect(checkLongestKey(sourceWith(many(12, '*one', 'two', 'six')))).toEqual([]);
	});

	it('counts several right options with their greater chance', () => {
		const fair = Array.from({ length: 12 }, (_, i) =>
			multiple(`m${String(i)}`, i < 8 ? '*the long one' : 'the long one', '*four', i < 8 ? 'five' : '*five')
		);
		expect(checkLongestKey(sourceWith(fair))).toEqual([]);
		const unfair = fair.slice(0, 8).flatMap((text) => [text, text.replace('id: m', 'id: n')]);
		expect(checkLongestKey(sourceWith(unfair))).toHaveLength(1);
	});

	it('draws no conclusion from fewer than ten items', () => {
		expect(checkLongestKey(sourceWith(many(9, ...keyLongest)))).toEqual([]);
		expect(checkLongestKey(sourceWith(many(10, ...keyLongest)))).toHaveLength(1);
	});
});

describe('checkKeyPositions', () => {
	const places = (counts: readonly number[]): string[] =>
		counts.flatMap((count, place) =>
			many(count, ...counts.map((_, i) => `${i === place ? '*' : ''}option ${String(i)}${' '.repeat(place)}x`))
		);

	it('counts the places of the key for each number of options', () => {
		expect(countKeyPositions(sourceWith([...places([2, 0, 1]), ...places([0, 1, 0, 3])]))).toEqual([
			[2, 0, 1],
			[0, 1, 0, 3]
		]);
	});

	it('accepts what chance often gives', () => {
		expect(checkKeyPositions(sourceWith(places([9, 4, 5])))).toEqual([]);
		expect(checkKeyPositions(sourceWith([]))).toEqual([]);
	});

	it('reports what chance gives less than once in a hundred times', () => {
		const [found] = checkKeyPositions(sourceWith(places([14, 3, 3])));
		expect(found?.message).toContain('14 : 3 : 3');
		expect(found?.message).toContain('p = 0.0024');
	});

	it('also looks at all numbers of options together', () => {
		// 4.0 of 2 and 10.0 of 3 degrees of freedom: p = 0.14 and 0.019; together 14.0 of 5, p = 0.016.
		expect(checkKeyPositions(sourceWith([...places([6, 2, 4]), ...places([7, 1, 1, 1])]))).toEqual([]);
		// 8.0 of 2 and 10.8 of 3: p = 0.018 and 0.013; together 18.8 of 5, p = 0.0021.
		const found = checkKeyPositions(sourceWith([...places([8, 2, 2]), ...places([7, 1, 1, 1])]));
		expect(found.map(({ message }) => message.slice(0, 60))).toEqual([
			expect.stringContaining('8 : 2 : 2 and 7 : 1 : 1 : 1')
		]);
	});

	it('leaves several right options out', () => {
		expect(countKeyPositions(sourceWith([multiple('m', '*a', '*b', 'c')]))).toEqual([]);
	});
});

describe('checkOptionLengths', () => {
	it('accepts twice the length and reports more, at the longest option', () => {
		expect(checkOptionLengths(sourceWith([single('a', '*ten letter', 'twenty letters or so')]))).toEqual([]);
		const [found] = checkOptionLengths(sourceWith([single('a', '*ten lette', 'twenty letters or so')]));
		expect(found?.message).toContain('20 characters, the shortest 9');
	});

	it('counts what a learner sees, not the marks', () => {
		expect(checkOptionLengths(sourceWith([single('a', '*ten letter', 'some **letters** and so')]))).toHaveLength(0);
	});

	it('leaves names and numbers of at most twelve characters alone', () => {
		expect(checkOptionLengths(sourceWith([single('a', '*9', '1893', '12 000')]))).toEqual([]);
		expect(checkOptionLengths(sourceWith([single('a', '*Iran', 'Saudi Arabia')]))).toEqual([]);
		expect(checkOptionLengths(sourceWith([single('a', '*Iran', 'Saudi Arabias')]))).toHaveLength(1);
	});
});

describe('checkClues', () => {
	const ask = (stem: string, ...texts: string[]): string[] =>
		checkClues(sourceWith([entry('a', 'single-choice', stem, options(...texts))])).map(({ message }) => message);

	it('finds a word of the stem that only the right option repeats', () => {
		expect(ask('Who guards the old border?', 'the miners', '*the border guards')).toEqual([
			'"border" of the stem stands in this right option and in no wrong one.',
			'"guards" of the stem stands in this right option and in no wrong one.'
		]);
	});

	it('accepts a word that a wrong option repeats too, in whatever form', () => {
		expect(ask('Who guards the border?', 'men guarding borders', '*the border guards')).toEqual([]);
	});

	it('accepts grammar, short words and what is in wrong options alone', () => {
		expect(
			ask('Which of these would the TTP want, and when?', 'a fort there', '*what the TTP would want in time')
		).toEqual(['"want" of the stem stands in this right option and in no wrong one.']);
		expect(ask('Who guards the border?', 'the border guards', '*the miners')).toEqual([]);
	});
});
