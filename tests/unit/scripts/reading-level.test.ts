import { describe, expect, it } from 'vitest';
import { checkReadingLevel, namesOf } from '../../../scripts/bank/check-reading-level';
import { readingGrade } from '../../../scripts/bank/reading-level';
import { countSyllables } from '../../../scripts/bank/syllables';
import { entry, sourceWith } from '../../fixtures/banks/open-bank';

const NONE: ReadonlySet<string> = new Set();

describe('countSyllables', () => {
	// As dictionaries divide them.
	it.each([
		[1, 'the which through state states asked makes armed rules year'],
		[2, 'wanted little people places bridges movement being language union border neighbour police'],
		[3, 'media period opinion agreement alliance officer refugees idea area settlement militia'],
		[4, 'mediator recognition sovereignty situation ambassador experience'],
		[5, 'organisation abbreviation geopolitics']
	])('counts %d in each of: %s', (syllables, words) => {
		expect(words.split(' ').filter((word) => countSyllables(word) !== syllables)).toEqual([]);
	});

	it('never counts none', () => {
		expect(countSyllables('hmm')).toBe(1);
		expect(countSyllables('')).toBe(1);
	});
});

describe('readingGrade', () => {
	it('is the formula: 0.39 × words per sentence + 11.8 × syllables per word - 15.59', () => {
		// 10 words with 12 syllables in 2 sentences: 1.95 + 14.16 - 15.59.
		expect(readingGrade('The river is deep. Who has a bridge over it?', NONE)).toBeCloseTo(0.52, 10);
	});

	it('counts names within a sentence, listed names, numbers and short forms as one syllable', () => {
		const plain = readingGrade('the man went to see the big dog and cat', NONE);
		expect(readingGrade('the man went to Afghanistan the 1893 TTP and Islamabad', NONE)).toBe(plain);
		expect(readingGrade('Afghanistan’s man went to see the big dog’s cat', new Set(['afghanistan']))).toBe(
			readingGrade('That man went to see the big dog’s cat', NONE)
		);
		expect(readingGrade('Afghanistan’s man went to see the big dog’s cat', NONE)).toBeGreaterThan(plain);
	});

	it('does not let one long word of a short stem decide', () => {
		expect(readingGrade('Who leads the organisation?', NONE)).toBeLessThan(10);
		expect(readingGrade('Which considerable organisational difficulties materialised?', NONE)).toBeGreaterThan(10);
	});

	it('reads what a cloze hides, and no marks', () => {
		expect(readingGrade('The **old** road to {{1::the sea}} runs by the mill.', NONE)).toBe(
			readingGrade('The old road to the sea runs by the mill.', NONE)
		);
	});

	it('ends a sentence at a colon', () => {
		expect(readingGrade('Sort this: the old road runs by the mill.', NONE)).toBe(
			readingGrade('Sort this. The old road runs by the mill.', NONE)
		);
	});
});

describe('checkReadingLevel', () => {
	const hard =
		'Which considerable administrative difficulties immediately necessitated reorganisation of municipal infrastructure?';

	it('reports a stem above grade 10 and accepts an easy one', () => {
		const [found, ...more] = checkReadingLevel(
			sourceWith([
				entry('easy', 'basic', 'Which group looks after the old bridge over the river?', 'answer: They'),
				entry('hard', 'basic', hard, 'answer: They')
			])
		);
		expect(more).toEqual([]);
		expect(found).toMatchObject({ file: 'items/people.yaml', line: 2 });
		expect(found?.message).toMatch(/^This stem reads at grade \d\d\.\d; at most 10/);
	});

	it('says nothing of other languages, for which the formula was not made', () => {
		const source = sourceWith([entry('hard', 'basic', hard, 'answer: They')]);
		if (source.bank === null) throw new Error('The sound bank has a bank file.');
		const bank = { ...source.bank, value: { ...source.bank.value, lang: 'de' } };
		expect(checkReadingLevel({ ...source, bank })).toEqual([]);
	});

	it('knows the names that the bank explains', () => {
		expect([...namesOf(sourceWith([]))].sort()).toEqual(
			['adun', 'bridge', 'keepers', 'money', 'road', 'salt', 'the', 'toll', 'traders'].sort()
		);
	});
});
