import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkQuestions } from '../../../scripts/bank/check-questions-command';
import { copyBrokenBank, copySoundBank, removeBank } from '../../fixtures/banks/open-bank';

let root = '';
beforeEach(() => {
	root = copySoundBank();
	checkQuestions({ root, updateLock: false, writeSchema: true });
});
afterEach(() => {
	removeBank(root);
});

const plain = { updateLock: false, writeSchema: false };
const lockPath = (): string => join(root, 'questions/tiny/lock.json');

describe('checkQuestions', () => {
	it('is content with a sound bank and ends with a table of topics and types', () => {
		const { lines, ok } = checkQuestions({ root, ...plain });
		expect(ok).toBe(true);
		expect(lines.join('\n')).toBe(
			[
				'',
				'tiny',
				'        basic  cloze  single  multiple  true-false  ordering  matching  map  classify  short  sum',
				'people      1      0       0         1           0         0         1    0         1      1    5',
				'bridge      0      1       1         0           1         1         0    1         0      0    5',
				'sum         1      1       1         1           1         1         1    1         1      1   10',
				'',
				'0 violations'
			].join('\n')
		);
	});

	it('prints file, line and message of each violation and is not content', () => {
		const broken = copyBrokenBank('style');
		const { lines, ok } = checkQuestions({ root: broken, updateLock: false, writeSchema: true });
		removeBank(broken);
		expect(ok).toBe(false);
		expect(lines[0]).toBe('questions/tiny/actors.yaml:4: Avoid "regime" in our own voice; use: keepers');
		expect(lines.at(-1)).toBe('3 violations');
	});

	it('checks every folder below questions/ that holds a bank', () => {
		cpSync(join(root, 'questions/tiny'), join(root, 'questions/twin'), { recursive: true });
		const { lines, ok } = checkQuestions({ root, ...plain });
		expect(ok).toBe(false);
		expect(lines[0]).toBe('questions/twin/bank.yaml:1: The id of a bank is the name of its folder, "twin".');
	});

	it('is not content when there is no bank at all', () => {
		rmSync(join(root, 'questions/tiny'), { recursive: true });
		expect(checkQuestions({ root, ...plain })).toMatchObject({ ok: false });
	});

	it('writes the lock when asked, and not otherwise', () => {
		const before = readFileSync(lockPath(), 'utf8');
		rmSync(lockPath());
		expect(checkQuestions({ root, ...plain }).ok).toBe(false);
		expect(checkQuestions({ root, updateLock: true, writeSchema: false }).ok).toBe(true);
		expect(readFileSync(lockPath(), 'utf8')).toBe(before);
	});

	it('never lets a new lock pass over a changed answer', () => {
		const path = join(root, 'questions/tiny/items/people.yaml');
		writeFileSync(path, readFileSync(path, 'utf8').replace('answer: The keepers', 'answer: The traders'));
		const { lines, ok } = checkQuestions({ root, updateLock: true, writeSchema: false });
		expect(ok).toBe(false);
		expect(lines.join('\n')).toContain('people.yaml:1: The right answer changed');
	});

	it('leaves the lock alone while an entry cannot be read: it would look as if it had been removed', () => {
		const path = join(root, 'questions/tiny/items/people.yaml');
		writeFileSync(path, readFileSync(path, 'utf8').replace('type: basic', 'type: essay'));
		const before = readFileSync(lockPath(), 'utf8');
		const { lines } = checkQuestions({ root, updateLock: true, writeSchema: false });
		expect(readFileSync(lockPath(), 'utf8')).toBe(before);
		expect(lines[0]).toContain('left as it was');
		expect(lines.join('\n')).not.toContain('is gone');
	});

	it.each([
		['another', '{}'],
		['a damaged', '{'],
		['no', null]
	])('reports %s schema for editors', (_, content) => {
		const path = join(root, 'questions/item.schema.json');
		if (content === null) rmSync(path);
		else writeFileSync(path, content);
		const { lines, ok } = checkQuestions({ root, ...plain });
		expect(ok).toBe(false);
		expect(lines[0]).toMatch(/^questions\/item\.schema\.json:1: .*--schema$/);
	});
});
