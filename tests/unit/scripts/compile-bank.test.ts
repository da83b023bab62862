import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileBank, compileItems, summariseBank } from '../../../scripts/bank/compile-bank';
import { checkLock, parseLock } from '../../../scripts/bank/lock';
import { parseBank } from '../../../scripts/bank/parse-bank';
import { readBankFolder } from '../../../scripts/bank/read-bank';
import type { Bank } from '../../../src/lib/content/bank';
import { copyBrokenBank, copySoundBank, removeBank } from '../../fixtures/banks/open-bank';

let root = '';
beforeEach(() => {
	root = copySoundBank();
});
afterEach(() => {
	removeBank(root);
});

function compile(): Bank {
	const bank = compileBank(readBankFolder(root, 'tiny'));
	if (!bank.ok) throw new Error(JSON.stringify(bank.error));
	return bank.value;
}

describe('compileBank', () => {
	it('makes of the tiny bank exactly the golden one', () => {
		const golden: unknown = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8'));
		expect(JSON.parse(JSON.stringify(compile()))).toEqual(golden);
	});

	it('takes the number from the lock, wherever the item stands', () => {
		const path = join(root, 'questions/tiny/items/people.yaml');
		const [first = '', ...rest] = readFileSync(path, 'utf8').split(/^(?=- id)/m);
		writeFileSync(path, [...rest, first].join(''));
		const people = compile().items.filter((item) => item.topic === 'people');
		expect(people.map(({ id, number }) => `${id} ${String(number)}`)).toContain('who-keeps 1');
		expect(people.map(({ number }) => number)).toEqual([2, 3, 4, 5, 1]);
	});

	it('puts items in the order of the topics, not of the file names', () => {
		expect(compile().items.map((item) => item.topic)).toEqual([
			...Array<string>(5).fill('people'),
			...Array<string>(5).fill('bridge')
		]);
	});

	it('resolves a place to its target and gives the bank’s date to items without one', () => {
		const { items } = compile();
		expect(items.find((item) => item.type === 'map')).toMatchObject({
			target: { place: 'adun', lat: 10.5, lon: 20.25, toleranceKm: 40 },
			provenance: { asOf: '2020-02-29' }
		});
		expect(items.find((item) => item.id === 'who-wants-what')?.provenance?.asOf).toBe('2020-03-01');
	});

	it('does not ship the ids of the fact sheet', () => {
		expect(JSON.stringify(compile())).not.toContain('F01');
	});

	it('neither ships nor locks whose position an item asks for and who read it', () => {
		const path = join(root, 'questions/tiny/items/people.yaml');
		const written = readFileSync(path, 'utf8');
		writeFileSync(path, written.replace(/^ {2}checked:.*$/gm, '  position: keepers'));
		expect(readFileSync(path, 'utf8')).not.toBe(written);
		const golden: unknown = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8'));
		expect(JSON.parse(JSON.stringify(compile()))).toEqual(golden);
		const { items } = compileItems(parseBank(readBankFolder(root, 'tiny')), {});
		const lock = parseLock(readBankFolder(root, 'tiny').lock.value);
		const issues = checkLock(
			items.map(({ item }) => item),
			lock.ok ? lock.value : {}
		);
		expect(lock.ok).toBe(true);
		expect(issues).toEqual([]);
	});

	it('refuses an item that is not in the lock and says which', () => {
		rmSync(join(root, 'questions/tiny/lock.json'));
		const bank = compileBank(readBankFolder(root, 'tiny'));
		expect(bank.ok ? [] : bank.error).toHaveLength(10);
		expect(bank.ok ? null : bank.error[0]).toEqual({
			file: 'questions/tiny/items/people.yaml',
			line: 1,
			message: 'This item is not in the lock.'
		});
	});

	it.each(['schema', 'references', 'ids', 'yaml', 'hidden-characters'])('refuses the broken bank "%s"', (name) => {
		const broken = copyBrokenBank(name);
		expect(compileBank(readBankFolder(broken, 'tiny')).ok).toBe(false);
		removeBank(broken);
	});
});

describe('summariseBank', () => {
	it('counts items, cards and the items of each topic', () => {
		const bank = compile();
		expect(summariseBank(bank)).toEqual({
			id: 'tiny',
			title: 'The bridge of Adun',
			lang: 'en',
			revision: 3,
			count: 10,
			// One cloze has two deletions.
			cards: 11,
			topics: [
				{ id: 'people', title: 'Who is who', count: 5 },
				{ id: 'bridge', title: 'The bridge', count: 5 }
			],
			article: bank.article
		});
	});
});
