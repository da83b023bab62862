import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAnswer } from '../../../src/lib/domain/answer-match';

const matchOf = (given: string, ...accepted: string[]): string => matchAnswer(given, accepted).match;

describe('matchAnswer', () => {
	it.each([
		['kabul', 'Kabul'],
		['  Durand   line ', 'The Durand Line'],
		['the hague', 'Hague'],
		['treaty of versailles', 'The Treaty of the Versailles'],
		['Tehrik e Taliban', 'Tehrik-e-Taliban'],
		['TehrikeTaliban', 'Tehrik-e-Taliban'],
		['Quran', 'Qur’an'],
		['Pakhtunkhwa!', '**Pakhtunkhwa**'],
		['Cafe', 'Café'],
		['CAFÉ', 'Cafe\u0301'],
		['US', 'U.S.'],
		['Lodz', 'Łódź'],
		['Strasse', 'Straße'],
		['Rock and Roll', 'Rock & Roll'],
		['1,893', '1893'],
		['1 000 000', '1,000,000'],
		['2,5', '2.5'],
		['۱۸۹۳', '1893'],
		['پاكستان', 'پاکستان'],
		['кабул', 'Кабул'],
		['?', '?']
	])('takes %j for %j', (given, answer) => {
		expect(matchAnswer(given, [answer])).toEqual({ match: 'exact', answer });
	});

	it.each([
		['Pakistn', 'Pakistan'],
		['Pakisttan', 'Pakistan'],
		['Pakistaj', 'Pakistan'],
		['Paksitan', 'Pakistan'],
		['Qandahar', 'Kandahar'],
		['mortimer durnad', 'Mortimer Durand']
	])('forgives one slip: %j for %j', (given, answer) => {
		expect(matchAnswer(given, [answer])).toEqual({ match: 'close', answer });
	});

	it.each([
		['', 'Kabul'],
		['   ', '?'],
		['!', '?'],
		['Kabol', 'Kabul'],
		['Pakstn', 'Pakistan'],
		['Pakistn Talibn', 'Pakistan Taliban'],
		['moral', 'amoral'],
		['atypical', 'typical'],
		['1893', '1894'],
		['18930000', '18940000'],
		['in 1893', 'in 1894'],
		['25', '2.5'],
		['2/5', '2.5'],
		['Pakitxan', 'Pakistan'],
		['-5', '5'],
		['hepatitis', 'Hepatitis A'],
		['the', 'a'],
		['1/2', '12'],
		['1 2', '12'],
		['Pakistan', 'Pakistan 2'],
		['कि', 'का'],
		['か', 'が']
	])('refuses %j for %j', (given, answer) => {
		expect(matchOf(given, answer)).toBe('none');
	});

	it('tells which accepted answer it was, an exact one before a close one', () => {
		expect(matchAnswer('Mohmand', ['Mohmund', 'Mohmand'])).toEqual({ match: 'exact', answer: 'Mohmand' });
		expect(matchAnswer('Kabul', [])).toEqual({ match: 'none' });
	});

	it('takes every answer that has anything but blanks for itself, in capitals too', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', 'É', '1', '.', ' ', '-', 'ü', 'ا') }), (answer) => {
				fc.pre(answer.trim() !== '');
				expect(matchOf(answer, answer)).toBe('exact');
				expect(matchOf(answer.toUpperCase(), answer)).toBe('exact');
			}),
			{ seed: 42, numRuns: 500 }
		);
	});

	it('forgives every single replaced or swapped letter of a long word and never two replaced ones', () => {
		const word = fc.stringMatching(/^[b-y]{6,12}$/);
		fc.assert(
			fc.property(word, fc.nat(), (answer, n) => {
				const at = n % answer.length;
				const replaced = `${answer.slice(0, at)}z${answer.slice(at + 1)}`;
				expect(matchOf(replaced, answer)).toBe('close');
				const other = (at + 2) % answer.length;
				expect(matchOf(`${replaced.slice(0, other)}z${replaced.slice(other + 1)}`, answer)).toBe('none');
			}),
			{ seed: 42, numRuns: 300 }
		);
	});

	it('never throws, and never takes another number', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (noise, a, b) => {
				expect(['exact', 'close', 'none']).toContain(matchOf(noise, 'Pakistan', String(a)));
				fc.pre(a !== b);
				expect(matchOf(String(a), String(b))).toBe('none');
			}),
			{ seed: 42, numRuns: 500 }
		);
	});
});
