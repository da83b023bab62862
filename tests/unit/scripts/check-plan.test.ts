import { describe, expect, it } from 'vitest';
import { parseBlueprint } from '../../../scripts/bank/blueprint';
import type { Blueprint } from '../../../scripts/bank/blueprint';
import { checkBlueprint } from '../../../scripts/bank/check-blueprint';
import { checkReaders } from '../../../scripts/bank/check-readers';
import { checkSides } from '../../../scripts/bank/check-sides';
import { formatItemTables } from '../../../scripts/bank/item-table';
import { parseYamlFile } from '../../../scripts/bank/yaml-file';
import { entry, sourceWith } from '../../fixtures/banks/open-bank';

const EMPTY = '{ types: {}, bloom: {}, difficulty: {}, kinds: {} }';
const ONE = '{ types: { basic: 1 }, bloom: { remember: 1 }, difficulty: { easy: 1 }, kinds: { fact: 1 } }';

function blueprintFile(people: string, atLeast = 'items: 0, types: {}, spellings: 1, perParagraph: 0', tags = '') {
	return parseYamlFile(
		'blueprint.yaml',
		[
			'sides: [keepers, traders]',
			'topics:',
			`  people: ${people}`,
			`  bridge: ${EMPTY}`,
			`atLeast: { ${atLeast} }`,
			`atMost: { tags: { ${tags} } }`
		].join('\n')
	);
}

function read(value: unknown): Blueprint {
	const parsed = parseBlueprint(value);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.value;
}

function check(entries: readonly string[], ...plan: Parameters<typeof blueprintFile>): string[] {
	const file = blueprintFile(...plan);
	return checkBlueprint(sourceWith(entries), read(file.value), file).map(
		({ line, message }) => `${String(line)}: ${message}`
	);
}

const basic = (id: string, ...fields: string[]): string => entry(id, 'basic', 'Who?', 'answer: He', ...fields);

describe('parseBlueprint', () => {
	it('refuses a type, level or number that does not exist', () => {
		for (const people of [
			ONE.replace('basic', 'essay'),
			ONE.replace('remember', 'forget'),
			ONE.replace('easy: 1', 'easy: -1'),
			ONE.replace('fact', 'prediction')
		]) {
			expect(parseBlueprint(blueprintFile(people).value)).toMatchObject({ ok: false });
		}
		expect(parseBlueprint(null)).toMatchObject({ ok: false });
	});
});

describe('checkBlueprint', () => {
	it('accepts a bank built as planned', () => {
		expect(check([basic('a')], ONE)).toEqual([]);
	});

	it('reports each cell that differs', () => {
		expect(check([], ONE)).toEqual([
			'3: people, basic: 0 built, 1 planned.',
			'3: people, remember: 0 built, 1 planned.',
			'3: people, easy: 0 built, 1 planned.',
			'3: people, fact: 0 built, 1 planned.'
		]);
		expect(check([basic('a'), basic('b')], ONE)).toContain('3: people, basic: 2 built, 1 planned.');
	});

	it('counts predictions and recommendations as what lies ahead', () => {
		const ahead = ['prediction', 'recommendation'].map((kind) => basic(kind).replace('kind: fact', `kind: ${kind}`));
		const people = '{ types: { basic: 2 }, bloom: { remember: 2 }, difficulty: { easy: 2 }, kinds: { ahead: 2 } }';
		expect(check(ahead, people)).toEqual([]);
	});

	it('reports a plan whose sums differ', () => {
		expect(check([basic('a')], ONE.replace('remember: 1', 'remember: 1, apply: 1'))).toEqual([
			'3: The plan for people does not add up: types 1, bloom 2, difficulty 1, kinds 1.',
			'3: people, apply: 0 built, 1 planned.'
		]);
	});

	it('reports too few of what the whole bank needs, and a short answer with too few spellings', () => {
		const short = entry('s', 'short-answer', 'Who?', 'answers: [He]');
		const people = ONE.replace('basic', 'short-answer');
		expect(
			check([short], people, 'items: 2, types: { short-answer: 1, map: 1 }, spellings: 2, perParagraph: 1')
		).toEqual([
			'5: All items: 1 built, at least 2 needed.',
			'5: short-answer: 0 built, at least 1 needed.',
			'5: map: 0 built, at least 1 needed.',
			'5: Paragraph 2: 0 built, at least 1 needed.',
			'1: A short answer accepts at least 2 spellings.'
		]);
		const spelled = short.replace('[He]', '[He, Him]').replace('paragraphs: [1]', 'paragraphs: [1, 2]');
		expect(check([spelled], people, 'items: 1, types: { short-answer: 1 }, spellings: 2, perParagraph: 1')).toEqual([]);
	});

	it('reports a tag used more often than allowed', () => {
		const tagged = [basic('a', 'tags: [late]')];
		expect(check(tagged, ONE, undefined, 'late: 1')).toEqual([]);
		expect(check(tagged, ONE, undefined, 'late: 0')).toEqual(['6: Tag late: 1 built, at most 0 allowed.']);
	});
});

describe('checkSides', () => {
	const blueprint = read(blueprintFile(ONE).value);
	const asking = (keepers: number, traders: number): string[] =>
		[...Array<string>(keepers).fill('keepers'), ...Array<string>(traders).fill('traders'), 'both', 'both', 'both'].map(
			(side, i) => basic(`a${String(i)}`, `position: ${side}`)
		);

	it.each([
		[2, 0],
		[3, 5],
		[9, 6]
	])('accepts %d items on one side and %d on the other', (keepers, traders) => {
		expect(checkSides(sourceWith(asking(keepers, traders)), blueprint)).toEqual([]);
	});

	it.each([
		[3, 0],
		[4, 7],
		[10, 6]
	])('reports %d items on one side and %d on the other, with their names', (keepers, traders) => {
		const [found] = checkSides(sourceWith(asking(keepers, traders)), blueprint);
		expect(found?.message).toContain(`keepers ${String(keepers)} (a0, a1, a2`);
		expect(found?.message).toContain(`traders ${String(traders)}`);
	});

	it('reports a side that the blueprint does not name, and any side where there is no blueprint', () => {
		const source = sourceWith([basic('a', 'position: moon'), basic('b', 'position: keepers')]);
		expect(checkSides(source, blueprint).map(({ line }) => line)).toEqual([1]);
		expect(checkSides(source, null).map(({ line }) => line)).toEqual([1, 2]);
	});
});

describe('checkReaders', () => {
	const checked = (revision: number): string =>
		`checked: {revision: ${String(revision)}, facts: '2020-03-02', blind: '2020-03-03'}`;

	it('accepts an item whose present revision was read', () => {
		expect(checkReaders(sourceWith([basic('a', checked(1))]))).toEqual([]);
	});

	it('reports an item that nobody read, and one changed since', () => {
		const found = checkReaders(sourceWith([basic('a'), basic('b', checked(2))]));
		expect(found.map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([
			'1: A second reader is missing: "checked" gives revision, facts and blind.',
			'2: Revision 2 was checked; this is revision 1. Read it again.'
		]);
	});

	it('wants full days', () => {
		const source = sourceWith([basic('a', checked(1).replace('2020-03-02', '2020-03'))]);
		expect(source.violations.map(({ message }) => message)).toEqual(['A full day YYYY-MM-DD is expected here.']);
	});
});

describe('formatItemTables', () => {
	it('puts what is built beside what is planned, in tables of at most 120 columns', () => {
		const text = formatItemTables(sourceWith([basic('a'), basic('b')]), read(blueprintFile(ONE).value));
		expect(text.split('\n\n').map((table) => table.split('\n')[1]?.replace(/ +/g, ' '))).toEqual([
			'people 2/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 2/1',
			'people 2/1 0/0 0/0 0/0 0/0 2/1',
			'people 2/1 0/0 0/0 2/1',
			'people 2/1 0/0 0/0 0/0 2/1'
		]);
		expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
	});
});
