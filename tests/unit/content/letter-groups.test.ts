import { describe, expect, it } from 'vitest';
import { groupByLetter } from '../../../src/lib/content/letter-groups';

const group = (...names: string[]) =>
	groupByLetter(names, (name) => name).map(({ letter, entries }) => `${letter}: ${entries.join(', ')}`);

describe('groupByLetter', () => {
	it('groups by initial, in the order of the alphabet', () => {
		expect(group('TTP', 'Fatwa', 'Durand Line', 'FATA')).toEqual(['D: Durand Line', 'F: FATA, Fatwa', 'T: TTP']);
	});

	it('passes over case, accents and a leading article', () => {
		expect(group('The Nation', 'émigré', 'Nukta', 'Emir')).toEqual(['E: émigré, Emir', 'N: The Nation, Nukta']);
	});

	it('puts digits in one group before the letters', () => {
		expect(group('Amu TV', '911plus', '1TV')).toEqual(['0–9: 1TV, 911plus', 'A: Amu TV']);
	});
});
