import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { compileBank } from '../../../scripts/bank/compile-bank';
import { bankJsonSchema } from '../../../scripts/bank/json-schema';
import { publishBank, publishParts } from '../../../scripts/bank/publish-bank';
import { listBanks, readBankFolder } from '../../../scripts/bank/read-bank';
import type { Bank } from '../../../src/lib/content/bank';
import { readQuestions } from '../../../src/lib/content/bank-questions';
import { joinBank, readRegister } from '../../../src/lib/content/bank-register';
import { publishedBankSchema } from '../../../src/lib/content/bank-schema';

function compile(id: string, root = '.'): Bank {
	const bank = compileBank(readBankFolder(root, id));
	if (!bank.ok) throw new Error(JSON.stringify(bank.error));
	return bank.value;
}

const tiny = compile('tiny', 'tests/fixtures/banks/sound');
const written = (content: unknown): unknown => JSON.parse(JSON.stringify(content));

describe('publishBank', () => {
	it.each(listBanks('.'))('makes a file of the bank %s that its schema accepts', (id) => {
		const file = written(publishBank(compile(id)));
		expect(v.safeParse(publishedBankSchema, file).issues).toBeUndefined();
	});

	it('gives every item its fields by name, with the sources beside the question', () => {
		const { items } = publishBank(tiny);
		expect(Object.keys(items[0] ?? {}).slice(0, 5)).toEqual(['id', 'number', 'revision', 'type', 'stem']);
		for (const item of items) {
			expect(item).toMatchObject({ kind: expect.any(String) as string, asOf: expect.any(String) as string });
			expect(item.sources.length).toBeGreaterThan(0);
			expect(item).not.toHaveProperty('provenance');
		}
	});

	it('names the licence and what to credit in the bank that ships', () => {
		expect(publishBank(compile('collision-course'))).toMatchObject({
			licence: 'CC BY 4.0',
			licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
			attribution: 'Backstory question bank'
		});
	});

	it('takes an item without provenance for a bug', () => {
		const bare = { type: 'basic', number: 1, id: 'bare', revision: 1, stem: 'Who?', answer: 'They.' } as const;
		expect(() => publishBank({ ...tiny, items: [bare] })).toThrow('The item bare cannot be published');
	});
});

describe('publishParts', () => {
	it.each(listBanks('.'))('makes two files of the bank %s that the app reads back whole', (id) => {
		const bank = compile(id);
		const { questions, register } = publishParts(bank);
		const [asked, known] = [readQuestions(written(questions)), readRegister(written(register))];
		if (!asked.ok || !known.ok) throw new Error('A part does not read.');
		expect(joinBank(asked.value, known.value)).toEqual(bank);
	});

	it('says in both what the published file says, each thing once', () => {
		const { questions, register } = publishParts(tiny);
		const file = publishBank(tiny);
		expect({ $schema: file.$schema, ...questions, ...register }).toEqual(file);
		const twice = Object.keys(questions).filter((key) => key in register);
		expect(twice).toEqual(['format', 'id', 'revision']);
	});

	it('takes an item without provenance for a bug', () => {
		const bare = { type: 'basic', number: 1, id: 'bare', revision: 1, stem: 'Who?', answer: 'They.' } as const;
		expect(() => publishParts({ ...tiny, items: [bare] })).toThrow('The item bare cannot be published');
	});
});

describe('the schema', () => {
	it('refuses what the file must not have, and a file that lacks a source', () => {
		const file = publishBank(tiny);
		const [first] = file.items;
		const unsourced = { ...first, sources: undefined };
		expect(v.is(publishedBankSchema, { ...file, items: [unsourced] })).toBe(false);
		expect(v.is(publishedBankSchema, { ...file, items: [{ ...first, secret: 1 }] })).toBe(false);
	});

	it('stands beside the file under the name the file gives', () => {
		expect(publishBank(tiny).$schema).toBe('bank.schema.json');
		expect(bankJsonSchema()).toMatchObject({ title: 'Question bank', properties: { $schema: {}, items: {} } });
	});
});
