import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '../../../src/lib/domain/draw-paper';
import { parsePaperCode, toPaperCode } from '../../../src/lib/domain/paper-code';
import { ALL_ITEMS, SPEC } from './quiz-items';

const paperOf = (seed: number) => drawPaper({ ...SPEC, seed }, ALL_ITEMS);
const codeOf = (seed: number) => toPaperCode(seed, 'demo', paperOf(seed), ALL_ITEMS);
const seedOf = (text: string) => {
	const read = parsePaperCode(text);
	return read.ok ? read.value.seed : null;
};

describe('a paper code', () => {
	it('holds the seed, whichever it is', () => {
		const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
		const prop = fc.property(seeds, (seed) => {
			expect(codeOf(seed)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
			expect(parsePaperCode(codeOf(seed))).toEqual({ ok: true, value: { code: codeOf(seed), seed } });
		});
		fc.assert(prop, { seed: 42, numRuns: 200 });
		expect([0, 1, 2 ** 31, 2 ** 32 - 1].map((seed) => seedOf(codeOf(seed)))).toEqual([0, 1, 2 ** 31, 2 ** 32 - 1]);
	});

	it('stays the same in later versions, as it is on paper already', () => {
		expect(codeOf(7)).toBe('0000-01Y0');
		expect(codeOf(4_000_000_000)).toBe('XSNJ-G05W');
	});

	it('is read in any case, without its hyphen, and with the letters that look like digits', () => {
		const code = codeOf(7);
		const seed = 7;
		expect(seedOf(code.toLowerCase())).toBe(seed);
		expect(seedOf(` ${code.replace('-', ' – ')} `)).toBe(seed);
		expect(seedOf(code.replaceAll('0', 'o'))).toBe(seed);
		expect(seedOf('lI11-1111')).toBe(seedOf('1111-1111'));
	});

	it('is refused when it has too few or too many characters, or others', () => {
		for (const text of ['', '0000-03S', '0000-03S99', '0000-03U9', '0000-03S?', '🙂🙂🙂🙂']) {
			expect(parsePaperCode(text), text).toEqual({ ok: false, error: { kind: 'not-a-code' } });
		}
	});

	it('is another one for another paper: other items, another order, another edition, another set', () => {
		const paper = paperOf(7);
		const [first, ...rest] = paper;
		if (first === undefined) throw new Error('The paper is empty');
		const edited = ALL_ITEMS.map((item) => (item.number === first.item ? { ...item, revision: 2 } : item));
		const others = [
			toPaperCode(7, 'demo', rest, ALL_ITEMS),
			toPaperCode(7, 'demo', [...rest, first], ALL_ITEMS),
			toPaperCode(7, 'demo', [{ ...first, order: [...first.order, 9] }, ...rest], ALL_ITEMS),
			toPaperCode(7, 'demo', paper, edited),
			toPaperCode(7, 'other', paper, ALL_ITEMS)
		];
		for (const other of others) expect(other).not.toBe(codeOf(7));
		expect(others.map(seedOf)).toEqual(Array(5).fill(7));
	});

	it('does not change when an item that is not on the paper does', () => {
		const [, ...rest] = paperOf(7);
		const left = paperOf(7)[0]?.item;
		const edited = ALL_ITEMS.map((item) => (item.number === left ? { ...item, revision: 2 } : item));
		expect(toPaperCode(7, 'demo', rest, edited)).toBe(toPaperCode(7, 'demo', rest, ALL_ITEMS));
	});
});
