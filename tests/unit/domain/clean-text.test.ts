import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, hasHiddenCharacters, MAX_NAME } from '../../../src/lib/domain/clean-text';

describe('cleanText', () => {
	it('removes bidirectional embeddings, overrides and isolates', () => {
		expect(cleanText('a\u202Ab\u202Ec\u2066d\u2069e')).toBe('abcde');
	});

	it('removes control characters but keeps the line break', () => {
		expect(cleanText('one\u0000\u0007\u001B[31m\ntwo\u007F\u0085')).toBe('one[31m\ntwo');
	});

	it('writes every line break as one character and a tab as a space', () => {
		expect(cleanText('a\r\nb\rc\td')).toBe('a\nb\nc d');
	});

	it('composes letters and accents (NFC), also across a removed character', () => {
		expect(cleanText('e\u0301')).toBe('\u00E9');
		expect(cleanText('e\u0007\u0301')).toBe('\u00E9');
	});

	it('removes halves of surrogate pairs and keeps whole ones', () => {
		expect(cleanText('a\uD83Db\uDE00c\u{1F600}')).toBe('abc\u{1F600}');
	});

	it('keeps joiners and direction marks, which Persian and Hebrew are written with', () => {
		expect(cleanText('می\u200Cروم \u200E\u200F')).toBe('می\u200Cروم \u200E\u200F');
	});

	it('changes nothing the second time, whatever the text', () => {
		const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
		fc.assert(
			fc.property(anything, (text) => {
				expect(cleanText(cleanText(text))).toBe(cleanText(text));
			}),
			{ seed: 42, numRuns: 500 }
		);
	});
});

describe('hasHiddenCharacters', () => {
	it('is true for text that cleaning changes and false for text that it only normalises', () => {
		expect(hasHiddenCharacters('a\u202Eb')).toBe(true);
		expect(hasHiddenCharacters('a\tb')).toBe(true);
		expect(hasHiddenCharacters('e\u0301\n')).toBe(false);
	});
});

describe('cleanName', () => {
	it('leaves one line without hidden characters, double spaces and more than 60 characters', () => {
		expect(cleanName('  Ali \u202E\n  Khan\u0000\t ')).toBe('Ali Khan');
		expect(cleanName('<b>Ali</b>')).toBe('<b>Ali</b>');
		expect(cleanName('ملالہ یوسفزئی')).toBe('ملالہ یوسفزئی');
		expect(cleanName('x'.repeat(10_000))).toBe('x'.repeat(MAX_NAME));
		expect(Array.from(cleanName('😀'.repeat(10_000)))).toHaveLength(MAX_NAME);
		expect(cleanName(' \n ')).toBe('');
		for (const letter of ['\u200B', '\u200F\u200E', '\u3164', '\u2060 \uFEFF', '\u{E0041}'])
			expect(cleanName(letter)).toBe('');
		expect(cleanName('می\u200Cخواهم')).toBe('می\u200Cخواهم');
	});

	it('changes nothing when done twice', () => {
		const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
		fc.assert(
			fc.property(anything, (text) => {
				expect(cleanName(cleanName(text))).toBe(cleanName(text));
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});
