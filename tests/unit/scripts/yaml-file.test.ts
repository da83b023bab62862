import { describe, expect, it } from 'vitest';
import { issueAt, parseYamlFile } from '../../../scripts/bank/yaml-file';

const source = `# A comment
- id: one
  text: >-
    Folded over
    two lines
  list: [a, b]

- id: two
  accept: { 1: [x] }
`;

describe('parseYamlFile', () => {
	const file = parseYamlFile('items/a.yaml', source);

	it('gives the plain value', () => {
		expect(file.value).toEqual([
			{ id: 'one', text: 'Folded over two lines', list: ['a', 'b'] },
			{ id: 'two', accept: { 1: ['x'] } }
		]);
		expect(file.violations).toEqual([]);
	});

	it('knows the line of everything, and of the nearest thing above what is missing', () => {
		expect(file.lineOf([0, 'id'])).toBe(2);
		expect(file.lineOf([0, 'text'])).toBe(3);
		expect(file.lineOf(['0', 'list', '1'])).toBe(6);
		expect(file.lineOf([1, 'stem'])).toBe(8);
		expect(file.lineOf([7, 'stem'])).toBe(2);
	});

	it('lists every text with its fields and line, but no field names', () => {
		expect(file.texts.map(({ text, keys, line }) => `${keys.join('.')} ${text} ${String(line)}`)).toEqual([
			'0.id one 2',
			'0.text Folded over two lines 3',
			'0.list.0 a 6',
			'0.list.1 b 6',
			'1.id two 8',
			'1.accept.1.0 x 9'
		]);
	});

	it('reports what is not YAML, in one line each, and gives no value', () => {
		const broken = parseYamlFile('bank.yaml', 'id: tiny\ntopics: [\n');
		expect(broken.value).toBeNull();
		expect(broken.violations).toEqual([
			{ file: 'bank.yaml', line: 3, message: expect.stringMatching(/^Flow sequence .*/) as unknown }
		]);
		expect(parseYamlFile('a.yaml', 'a: 1\na: 2\n').violations).toHaveLength(1);
	});

	it('reads JSON too', () => {
		const json = parseYamlFile('lock.json', '{\n\t"a": { "number": 1 }\n}\n');
		expect(json.value).toEqual({ a: { number: 1 } });
		expect(json.lineOf(['a'])).toBe(2);
	});
});

describe('issueAt', () => {
	it('turns a dotted path below an entry into a line', () => {
		const file = parseYamlFile('items/a.yaml', source);
		expect(issueAt(file, [0], { path: 'list.1', message: 'No.' })).toEqual({
			file: 'items/a.yaml',
			line: 6,
			message: 'No.'
		});
		expect(issueAt(file, [1], { path: '', message: 'No.' }).line).toBe(8);
	});
});
