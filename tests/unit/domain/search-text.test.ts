import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFound, toSearchText, toSearchWords } from '../../../src/lib/domain/search-text';

const finds = (query: string, ...texts: string[]): boolean => isFound(toSearchWords(query), toSearchText(texts));

describe('isFound', () => {
	it('finds words by their beginning, in any order, across the texts of an entry', () => {
		expect(finds('line dur', 'The Durand Line', 'signed in 1893')).toBe(true);
		expect(finds('1893 durand', 'The Durand Line', 'signed in 1893')).toBe(true);
		expect(finds('durand treaty', 'The Durand Line', 'signed in 1893')).toBe(false);
	});

	it('does not find a word inside another one', () => {
		expect(finds('isi', 'a decision in a crisis')).toBe(false);
		expect(finds('isi', 'the ISI')).toBe(true);
	});

	it('passes over case, accents and apostrophes', () => {
		expect(finds('turkiye', 'Türkiye')).toBe(true);
		expect(finds('Pakistan’s ally', 'pakistans allies and one ally')).toBe(true);
	});

	it.each([
		['tehreek', 'Tehrik-i-Taliban Pakistan'],
		['tehrik', 'Tehreek-e-Taliban Pakistan'],
		['taleban', 'the Taliban'],
		['mujahedin', 'the mujahideen'],
		['qandahar', 'Kandahar'],
		['pashtoon', 'Pashtuns'],
		['haqani', 'the Haqqani network'],
		['fatwah', 'a fatwa'],
		['seraj', 'Sirajuddin Haqqani'],
		['turkham', 'the crossing of Torkham'],
		['tahrik-e taliban', 'Tehreek-i-Taliban'],
		['nur', 'Noor Wali Mehsud'],
		['umar', 'Mullah Omar']
	])('finds by the spelling "%s" what is written "%s"', (query, text) => {
		expect(finds(query, text)).toBe(true);
	});

	it('takes short words as they stand: UN is not on', () => {
		expect(finds('un', 'on a border')).toBe(false);
		expect(finds('un', 'the UN Security Council')).toBe(true);
	});

	it('does not take a short word for the beginning of a longer one in another spelling', () => {
		expect(finds('amir', 'American forces')).toBe(false);
		expect(finds('ameer', 'American forces')).toBe(false);
	});

	it('finds a hyphenated word with, without and in place of its hyphen', () => {
		for (const query of ['de-escalation', 'deescalation', 'de escalation', 'escalation', 'is-k', 'isk'])
			expect(finds(query, 'De-escalation after IS-K')).toBe(true);
	});

	it('lets everything through when nothing was typed', () => {
		expect(toSearchWords('  – ')).toEqual([]);
		expect(finds('', 'anything')).toBe(true);
		expect(finds('The', 'The Nation')).toBe(true);
	});

	it('finds every text by each of its own words', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) =>
				toSearchWords(text).every((word) => isFound([word], toSearchText([text])))
			),
			{ seed: 42, numRuns: 300 }
		);
	});
});
