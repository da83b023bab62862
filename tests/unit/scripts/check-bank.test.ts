import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBank } from '../../../scripts/bank/check-bank';
import { readBankFolder } from '../../../scripts/bank/read-bank';
import { formatViolation } from '../../../scripts/bank/violation';
import { copyBrokenBank, copySoundBank, removeBank } from '../../fixtures/banks/open-bank';

const BROKEN = 'tests/fixtures/banks/broken';
let root = '';

afterEach(() => {
	removeBank(root);
});

/** Every violation of the copied bank, one a line, without the folder's name. */
function check(): string {
	return checkBank(readBankFolder(root, 'tiny'))
		.map((violation) => formatViolation(violation).replace('questions/tiny/', '') + '\n')
		.join('');
}

describe('checkBank', () => {
	it('finds nothing wrong with a sound bank', () => {
		root = copySoundBank();
		expect(check()).toBe('');
	});

	// Each folder holds the files that differ from the sound bank, and in expected.txt every line the check must print.
	it.each(readdirSync(BROKEN))('reports each violation of the broken bank "%s" with file and line', (name) => {
		root = copyBrokenBank(name);
		const expected = readFileSync(join(BROKEN, name, 'expected.txt'), 'utf8');
		expect(expected).not.toBe('');
		expect(check()).toBe(expected);
	});

	it.each(['bank.yaml', 'sources.yaml', 'actors.yaml', 'style.yaml', 'article-shingles.json'])(
		'says once that %s is missing',
		(file) => {
			root = copySoundBank();
			rmSync(join(root, 'questions/tiny', file));
			const lines = check().split('\n');
			expect(lines.filter((line) => line.startsWith(`${file}:`))).toEqual([`${file}:1: This file is missing.`]);
		}
	);

	it('asks for a lock once, not once for each item', () => {
		root = copySoundBank();
		rmSync(join(root, 'questions/tiny/lock.json'));
		expect(check()).toBe('lock.json:1: There is no lock yet. Make it: npm run check:questions -- --update-lock\n');
	});

	it('wants the bank’s id to be the name of its folder', () => {
		root = copySoundBank();
		const folder = readBankFolder(root, 'tiny');
		expect(checkBank({ ...folder, id: 'huge' }).map(({ message }) => message)).toEqual([
			'The id of a bank is the name of its folder, "huge".'
		]);
	});
});
