import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishBank } from '../../../scripts/bank/publish-bank';
import { bankToStudySet, readBank, type Bank } from '../../../src/lib/content/bank';
import { parseStudySet } from '../../../src/lib/content/item-schema';

const golden = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8')) as Bank;
const file: unknown = JSON.parse(JSON.stringify(publishBank(golden)));
const changed = (fields: object): unknown => ({ ...(file as object), ...fields });

describe('readBank', () => {
	it('takes a bank’s file and gives its items their provenance back', () => {
		expect(readBank(file)).toMatchObject({ ok: true, value: golden });
	});

	it.each([
		['nothing', null],
		['a text', 'bank'],
		['a list', []],
		['another format', changed({ format: 2 })],
		['no format', changed({ format: undefined })],
		['no title', changed({ title: undefined })],
		['a revision that is no number', changed({ revision: '3' })],
		['items that are no list', changed({ items: {} })],
		['no companion', changed({ companion: undefined })]
	])('refuses %s', (_, json) => {
		expect(readBank(json)).toMatchObject({ ok: false, error: { kind: 'invalid', issues: [{}] } });
	});

	it('does not bring the schema library along', () => {
		const source = readFileSync('src/lib/content/bank.ts', 'utf8');
		expect(source).not.toMatch(/valibot|-schema'|parse-with/);
	});
});

describe('bankToStudySet', () => {
	it('makes a bundled set with the bank’s own revision, sound by the item schema', () => {
		const bank = readBank(file);
		if (!bank.ok) throw new Error('The golden bank does not read.');
		const set = bankToStudySet(bank.value);
		expect(set).toMatchObject({ id: 'tiny', origin: 'bundled', revision: 3, addedAt: 0 });
		expect(set.items).toHaveLength(10);
		expect(parseStudySet(set)).toEqual({ ok: true, value: set });
	});
});
