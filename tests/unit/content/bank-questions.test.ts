import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bankToStudySet, readQuestions } from '../../../src/lib/content/bank-questions';
import { parseStudySet } from '../../../src/lib/content/item-schema';
import { files, golden, questionsOf } from './golden-parts';

const asked = (fields: object): unknown => ({ ...files.questions, ...fields });

describe('readQuestions', () => {
	it('takes the questions and gives them their provenance back', () => {
		expect(questionsOf(files.questions).items).toEqual(golden.items);
	});

	it.each([
		['nothing', null],
		['a text', 'bank'],
		['a list', []],
		['another format', asked({ format: 2 })],
		['no format', asked({ format: undefined })],
		['no id', asked({ id: undefined })],
		['no title', asked({ title: undefined })],
		['no language', asked({ lang: undefined })],
		['a revision that is no number', asked({ revision: '3' })],
		['items that are no list', asked({ items: {} })],
		['no topics', asked({ topics: undefined })],
		['the register', files.register]
	])('refuses %s', (_, json) => {
		expect(readQuestions(json)).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{}] } });
	});

	it('does not bring the schema library along', () => {
		for (const file of ['bank', 'bank-questions']) {
			expect(readFileSync(`src/lib/content/${file}.ts`, 'utf8')).not.toMatch(/valibot|-schema'|parse-with/);
		}
	});
});

describe('bankToStudySet', () => {
	it('makes a bundled set with the bank’s own revision, sound by the item schema', () => {
		const set = bankToStudySet(questionsOf(files.questions));
		expect(set).toMatchObject({ id: 'tiny', origin: 'bundled', revision: 3, addedAt: 0 });
		expect(set.items).toHaveLength(10);
		expect(parseStudySet(set)).toEqual({ ok: true, value: set });
	});
});
