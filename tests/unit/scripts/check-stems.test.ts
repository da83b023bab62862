import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAbsolutes, checkNegatives } from '../../../scripts/bank/check-absolutes';
import { checkDuplicates } from '../../../scripts/bank/check-duplicates';
import { checkTrueFalse } from '../../../scripts/bank/check-true-false';
import { contentWords, stemWord } from '../../../scripts/bank/content-words';
import { parseStyle } from '../../../scripts/bank/style';
import type { Style } from '../../../scripts/bank/style';
import { parseYamlFile } from '../../../scripts/bank/yaml-file';
import { entry, options, sourceWith } from '../../fixtures/banks/open-bank';

function readStyle(path: string): Style {
	const style = parseStyle(parseYamlFile(path, readFileSync(path, 'utf8')).value);
	if (!style.ok) throw new Error(JSON.stringify(style.error));
	return style.value;
}

const style = readStyle('questions/collision-course/style.yaml');

describe('checkAbsolutes', () => {
	it.each(['always', 'Never', 'ALL', 'none', 'every', 'only', 'must', 'completely', 'entirely'])(
		'finds "%s" in an option and in a true-false statement',
		(word) => {
			const choice = entry('a', 'single-choice', 'Who?', options(`*He ${word} sleeps`, 'She works'));
			const statement = entry('b', 'true-false', `He ${word} sleeps.`, 'answer: true');
			expect(checkAbsolutes(sourceWith([choice, statement]), style).map(({ message }) => message)).toEqual([
				`An option avoids "${word}".`,
				`A statement to judge as true or false avoids "${word}".`
			]);
		}
	);

	it('accepts such words in other stems, inside other words and in quotation', () => {
		const source = sourceWith([
			entry('a', 'single-choice', 'Who only sleeps?', options('*The commonly known', 'He says “I never do”')),
			entry('b', 'basic', 'Who always sleeps?', 'answer: All')
		]);
		expect(checkAbsolutes(source, style)).toEqual([]);
	});
});

describe('checkNegatives', () => {
	const check = (type: string, stem: string, field: string): string[] =>
		checkNegatives(sourceWith([entry('a', type, stem, field)]), style).map(({ message }) => message);

	it.each(['not', 'cannot', 'except', 'doesn’t', "doesn't"])('finds "%s" in a stem', (word) => {
		expect(check('basic', `Who ${word} sleep?`, 'answer: He')).toEqual([
			`Put this without "${word}", or write NOT or EXCEPT in capitals.`
		]);
	});

	it('accepts capitals, bold or not, and quotation', () => {
		expect(check('basic', 'Who does **NOT** sleep, EXCEPT on Sundays?', 'answer: He')).toEqual([]);
		expect(check('basic', 'Who says “I do not sleep”?', 'answer: He')).toEqual([]);
	});

	it('leaves statements to sort as they were made', () => {
		expect(check('classify', 'Sort this statement: He does not sleep.', 'answer: claim')).toEqual([]);
	});
});

describe('contentWords', () => {
	it('folds, leaves out grammar and takes common endings off', () => {
		expect(contentWords('Who recognised the borders of [[adun|Adún]]?')).toEqual(
			contentWords('recognising border, Adun')
		);
		expect(contentWords('Who is it?')).toEqual(['who', 'is', 'it']);
	});

	it.each([
		['borders', 'border'],
		['recognised', 'recognise'],
		['planned', 'plan'],
		['countries', 'country'],
		['studied', 'study'],
		['crossing', 'cross'],
		['mines', 'mine'],
		['pressing', 'press']
	])('brings "%s" and "%s" together', (form, other) => {
		expect(stemWord(form)).toBe(stemWord(other));
	});

	it.each([
		['status', 'state'],
		['king', 'k'],
		['red', 'r'],
		['2021', '2020'],
		['crisis', 'crise']
	])('keeps "%s" and "%s" apart', (form, other) => {
		expect(stemWord(form)).not.toBe(stemWord(other));
	});
});

describe('checkDuplicates', () => {
	const check = (...entries: string[]): string[] => checkDuplicates(sourceWith(entries)).map(({ message }) => message);
	const basic = (id: string, stem: string): string => entry(id, 'basic', stem, 'answer: He');
	const pairs = (id: string, ...rights: string[]): string => {
		const list = rights.map((right, i) => `{left: ${String.fromCharCode(65 + i)}x, right: ${right}}`);
		return entry(id, 'matching', 'Match each term with its meaning.', `pairs: [${list.join(', ')}]`, 'extra: [nought]');
	};

	it('finds one question in two wordings and types', () => {
		expect(
			check(
				basic('first', 'Which emir signed the agreement of 1893 in Kabul?'),
				entry('again', 'true-false', 'An emir signed the Kabul agreements of 1893.', 'answer: true')
			)
		).toEqual(['Asks nearly the same as "first": 100 % of their words are common.']);
	});

	it('accepts two questions that share a subject', () => {
		expect(
			check(basic('a', 'Which emir signed the agreement of 1893?'), basic('b', 'Which town saw the agreement of 1893?'))
		).toEqual([]);
	});

	it('accepts the same fact from two directions', () => {
		expect(
			check(
				entry('a', 'cloze', '{{1::Torkham}} lies west of Peshawar.'),
				entry('b', 'cloze', 'Torkham lies west of {{1::Peshawar}}.')
			)
		).toEqual([]);
	});

	it('compares matchings by their pairs, not by their instruction', () => {
		expect(check(pairs('a', 'one', 'two', 'three'), pairs('b', 'sun', 'moon', 'star'))).toEqual([]);
		expect(check(pairs('a', 'one', 'two', 'three'), pairs('b', 'one', 'two', 'three'))).toHaveLength(1);
	});

	it('compares orderings by their entries', () => {
		const order = (id: string, ...texts: string[]): string =>
			entry(id, 'ordering', 'Put these in order.', `entries: [${texts.map((text) => `{text: ${text}}`).join(', ')}]`);
		expect(check(order('a', 'egg', 'worm', 'cocoon', 'moth'), order('b', 'seed', 'sprout', 'leaf', 'fruit'))).toEqual(
			[]
		);
		expect(
			check(order('a', 'egg', 'worm', 'cocoon', 'moth'), order('b', 'egg', 'worm', 'cocoon', 'moth'))
		).toHaveLength(1);
	});

	it('compares statements to sort without their instruction', () => {
		const sort = (id: string, stem: string): string => entry(id, 'classify', stem, 'answer: claim');
		const first = sort('a', 'What kind of statement is this? “The toll ruins the town.”');
		expect(check(first, sort('b', 'What kind of statement is this? “The king left in 1893.”'))).toEqual([]);
		expect(check(first, sort('b', 'Sort this statement: The toll ruins the town.'))).toHaveLength(1);
	});

	it('compares map items by their place', () => {
		const find = (id: string, stem: string, place: string): string => entry(id, 'map', stem, `place: ${place}`);
		expect(check(find('a', 'Find the town.', 'adun'), find('b', 'Find the town.', 'odin'))).toEqual([]);
		expect(check(find('a', 'Find the town.', 'adun'), find('b', 'Where does the bridge stand?', 'adun'))).toHaveLength(
			1
		);
	});
});

describe('checkTrueFalse', () => {
	const statements = (right: number, wrong: number): string[] =>
		[...Array<boolean>(right).fill(true), ...Array<boolean>(wrong).fill(false)].map((answer, i) =>
			entry(`s${String(i)}`, 'true-false', 'It is so.', `answer: ${String(answer)}`)
		);

	it.each([
		[0, 0],
		[1, 0],
		[5, 5],
		[6, 5],
		[11, 9]
	])('accepts %d true and %d false ones', (right, wrong) => {
		expect(checkTrueFalse(sourceWith(statements(right, wrong)))).toEqual([]);
	});

	it.each([
		[2, 0],
		[4, 6],
		[12, 9]
	])('reports %d true and %d false ones', (right, wrong) => {
		expect(checkTrueFalse(sourceWith(statements(right, wrong)))).toHaveLength(1);
	});
});
