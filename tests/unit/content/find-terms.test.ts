import { describe, expect, it } from 'vitest';
import { makeTermFinder } from '../../../src/lib/content/find-terms';

const find = makeTermFinder([
	{ id: 'afghan-taliban', term: 'Afghan Taliban', aliases: ['Taliban'], text: '' },
	{ id: 'ttp', term: 'TTP', aliases: ['Tehrik-i-Taliban Pakistan', 'Pakistani Taliban'], text: '' },
	{ id: 'isi', term: 'ISI', text: '' },
	{ id: 'safe-haven', term: 'Safe haven', text: '' },
	{ id: 'pashtun', term: 'Pashtun', text: '' },
	{ id: 'pashtun-code', term: 'Pashtun code', text: '' },
	{ id: 'proxy', term: 'Proxy', aliases: ['proxies'], text: '' }
]);

const found = (text: string): string[] => [...find(text)].sort();

describe('makeTermFinder', () => {
	it('finds a term by its name and by an alias, whatever the case and the accents', () => {
		expect(found('A SAFE HAVEN for the tehrík-i-taliban Pakistan')).toEqual(['safe-haven', 'ttp']);
	});

	it('takes the longest name: the Pakistani Taliban are not the Taliban', () => {
		expect(found('The Pakistani Taliban fight on.')).toEqual(['ttp']);
		expect(found('The Pakistani Taliban and the Taliban')).toEqual(['afghan-taliban', 'ttp']);
		expect(found('the Pashtun code')).toEqual(['pashtun-code']);
	});

	it('finds whole words only', () => {
		expect(found('A decision about talibanisation by TTPX')).toEqual([]);
	});

	it('finds the plural and the possessive', () => {
		expect(found('safe havens')).toEqual(['safe-haven']);
		expect(found('the TTP’s leaders')).toEqual(['ttp']);
		expect(found("the ISI's role")).toEqual(['isi']);
	});

	it('takes no other abbreviation for a plural: ISIS is not the ISI', () => {
		expect(found('ISIS attacked')).toEqual([]);
	});

	it('finds nothing in an empty text', () => {
		expect(found('')).toEqual([]);
	});
});
