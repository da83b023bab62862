import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodyOfArticle, findSharedRun, makeShingles } from '../../../scripts/bank/shingles';
import { findPhrase, hasPhrase } from '../../../scripts/bank/style';
import { countWords, toPlainText, withoutQuotations } from '../../../scripts/bank/words';

const body = bodyOfArticle(readFileSync('tests/fixtures/banks/article.md', 'utf8'));

describe('article shingles', () => {
	it('are made of the numbered paragraphs alone', () => {
		expect(body).toContain('salt road');
		expect(body).not.toContain('note about the text');
		expect(body).not.toContain('P1');
	});

	it('do not hold a word of the article', () => {
		const json = JSON.stringify(makeShingles(body));
		expect(json).toMatch(/^\{"words":6,"hashes":\[("[0-9a-f]{12}",?)+\]\}$/);
	});

	it('find six words in a row, whatever their case and punctuation, and let five pass', () => {
		const hashes = new Set(makeShingles(body).hashes);
		expect(findSharedRun('He says: “the BRIDGE stays shut”.', hashes)).toBeNull();
		expect(findSharedRun('and so – the bridge, stays', hashes)).toBeNull();
		expect(findSharedRun('And So – the bridge, stays: SHUT', hashes)).toBe('and so the bridge stays shut');
		expect(findSharedRun('', hashes)).toBeNull();
	});
});

describe('hasPhrase', () => {
	it('finds whole words in any case, with any space or hyphen between them', () => {
		expect(hasPhrase('The Regime fell.', 'regime')).toBe(true);
		expect(hasPhrase('An India-occupied area', 'India occupied')).toBe(true);
		expect(hasPhrase('All of\nthe above', 'all of the above')).toBe(true);
	});

	it('passes over words that only contain it', () => {
		expect(hasPhrase('A regimen of pills', 'regime')).toBe(false);
		expect(hasPhrase('counterterrorists', 'terrorists')).toBe(false);
	});

	it('takes signs in a phrase as signs', () => {
		expect(hasPhrase('abc', 'a.c')).toBe(false);
		expect(hasPhrase('so (called) border', '(called)')).toBe(true);
	});

	it('takes a straight apostrophe for a curly one', () => {
		expect(hasPhrase("It doesn't end.", 'doesn’t')).toBe(true);
		expect(hasPhrase('It doesn’t end.', "doesn't")).toBe(true);
		expect(hasPhrase('It does end.', 'doesn’t')).toBe(false);
	});
});

describe('findPhrase', () => {
	it('gives every place as it is written', () => {
		expect(findPhrase('Not now, but NOT not-withstanding', 'not')).toEqual(['Not', 'NOT', 'not']);
		expect(findPhrase('Nothing', 'not')).toEqual([]);
	});
});

describe('withoutQuotations', () => {
	it.each([
		['“a regime”', false],
		['"a regime"', false],
		['‘a regime’', false],
		["the 'regime' here", false],
		['«regime»', false],
		["Pakistan's regime and Kabul's", true],
		['Pakistan’s regime and Kabul’s', true],
		['“one” regime “two”', true],
		['“an open quotation with a regime', true]
	])('of %s: the word is left is %s', (text, left) => {
		expect(withoutQuotations(text).includes('regime')).toBe(left);
	});
});

describe('toPlainText', () => {
	it('reads as a learner reads: without the marks of clozes and terms', () => {
		expect(toPlainText('From {{1::1893}} the [[durand-line|line]] and its [[buffer-state]].')).toBe(
			'From 1893 the line and its buffer state.'
		);
	});
});

describe('countWords', () => {
	it('counts runs between spaces that hold a letter or a digit', () => {
		expect(countWords(' One two-three – “four”\n5. … ')).toBe(4);
		expect(countWords('')).toBe(0);
	});
});
