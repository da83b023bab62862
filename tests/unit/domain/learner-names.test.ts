import { describe, expect, it } from 'vitest';
import { callRoll, foldName, parseClassList } from '../../../src/lib/domain/learner-names';

describe('names', () => {
	it.each([
		['Amina Gul', 'GUL, Amina'],
		['José Núñez', 'jose nunez'],
		['Łukasz Żak', 'Zak Lukasz'],
		['O’Brien Seán', "sean o'brien"]
	])('%s and %s are one', (a, b) => {
		expect(foldName(a)).toBe(foldName(b));
	});

	it('of different people stay apart', () => {
		expect(foldName('Amina Gul')).not.toBe(foldName('Amina Gulab'));
	});
});

describe('a class list', () => {
	it('is read from lines, table rows and numbered lists, each name once', () => {
		const pasted = '1. Amina Gul\r\n\n2) Bilal Shah\tb.shah@example.org\n• gul amina\n;;Chloé Roy; 8b\n---\n42\n';
		expect(parseClassList(pasted)).toEqual(['Amina Gul', 'Bilal Shah', 'Chloé Roy']);
	});

	it('of any text is read, and never longer than a thousand names', () => {
		const many = Array.from(
			{ length: 5000 },
			(_, index) => `Learner ${String.fromCharCode(65 + (index % 26))}${String(index)}`
		);
		expect(parseClassList(many.join('\n'))).toHaveLength(1000);
		expect(parseClassList('')).toEqual([]);
	});

	it('says who is missing and who is not on it', () => {
		expect(callRoll(['Amina Gul', 'Bilal Shah'], ['GUL Amina', 'Zed', 'Zed'])).toEqual({
			missing: ['Bilal Shah'],
			unlisted: ['Zed']
		});
	});
});
