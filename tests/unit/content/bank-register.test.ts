import { describe, expect, it } from 'vitest';
import { joinBank, readRegister } from '../../../src/lib/content/bank-register';
import { files, golden, questionsOf, registerOf } from './golden-parts';

const known = (fields: object): unknown => ({ ...files.register, ...fields });

describe('readRegister', () => {
	it('takes what a bank knows besides its questions', () => {
		expect(registerOf(files.register)).toMatchObject({ sources: golden.sources, companion: golden.companion });
	});

	it.each([
		['nothing', null],
		['a text', 'bank'],
		['a list', []],
		['another format', known({ format: 2 })],
		['no format', known({ format: undefined })],
		['no id', known({ id: undefined })],
		['a revision that is no number', known({ revision: '3' })],
		['sources that are no list', known({ sources: {} })],
		['no companion', known({ companion: undefined })],
		['no weaknesses', known({ weaknesses: undefined })],
		['the questions', files.questions]
	])('refuses %s', (_, json) => {
		expect(readRegister(json)).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{}] } });
	});
});

describe('joinBank', () => {
	const questions = questionsOf(files.questions);

	it('makes the bank of its two parts', () => {
		expect(joinBank(questions, registerOf(files.register))).toEqual(golden);
	});

	it('does not join parts of different revisions', () => {
		expect(joinBank({ ...questions, revision: 2 }, registerOf(files.register))).toBeNull();
		expect(joinBank(questions, registerOf(known({ revision: 4 })))).toBeNull();
	});

	it('does not join parts of different banks', () => {
		expect(joinBank(questions, registerOf(known({ id: 'huge' })))).toBeNull();
	});
});
