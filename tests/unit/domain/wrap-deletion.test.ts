import { describe, expect, it } from 'vitest';
import { parseCloze } from '../../../src/lib/domain/cloze';
import { wrapDeletion } from '../../../src/lib/domain/wrap-deletion';

function select(text: string, words: string) {
	const start = text.indexOf(words);
	return { text, start, end: start + words.length };
}

describe('hiding selected words of a cloze text', () => {
	it('makes them a deletion and keeps them selected', () => {
		const wrapped = wrapDeletion(select('Drawn in 1893.', '1893'));
		expect(wrapped?.text).toBe('Drawn in {{1::1893}}.');
		expect(wrapped?.text.slice(wrapped.start, wrapped.end)).toBe('1893');
	});

	it('gives the next number and leaves spaces at the edges outside', () => {
		const wrapped = wrapDeletion(select('The {{3::Nile}} ends in Egypt today.', ' Egypt '));
		expect(wrapped?.text).toBe('The {{3::Nile}} ends in {{4::Egypt}} today.');
		expect(parseCloze(wrapped?.text ?? '').filter((part) => part.deletion === 4)).toEqual([
			{ text: 'Egypt', deletion: 4 }
		]);
	});

	it('refuses nothing, spaces, several lines and anything that would break a deletion', () => {
		expect(wrapDeletion({ text: 'abc', start: 1, end: 1 })).toBeNull();
		expect(wrapDeletion(select('a   b', '  '))).toBeNull();
		expect(wrapDeletion(select('one\ntwo', 'one\ntwo'))).toBeNull();
		expect(wrapDeletion(select('In {{1::the year 1893}}.', 'year'))).toBeNull();
		expect(wrapDeletion(select('In {{1::1893}}.', 'In {{1::1893}}'))).toBeNull();
	});
});
