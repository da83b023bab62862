import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bank } from '../../../src/lib/content/bank';
import { statementOfStem, toSortView } from '../../../src/lib/content/sort-view';

describe('toSortView', () => {
	const bank = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8')) as Bank;
	const view = toSortView(bank);

	it('takes the companion’s statements that have a bare form, and the classify items', () => {
		expect(view.statements.map(({ text }) => text)).toEqual([
			'These fees are unjust.',
			...bank.items.flatMap((item) => (item.type === 'classify' ? [statementOfStem(item.stem)] : []))
		]);
	});

	it('shows who says so, without glossary marks, and as of when', () => {
		expect(view.statements[0]).toMatchObject({
			kind: 'contested',
			said: 'The traders say “this regime of fees” is unjust.',
			note: 'The keepers point to the cost of a collection.',
			asOf: '2020-02',
			sources: ['S01', 'S02'],
			paragraphs: [2]
		});
	});

	it('names the cards that belong to a weakness by their numbers', () => {
		const numbers = new Map(bank.items.map(({ id, number }) => [id, number]));
		expect(view.weaknesses).toHaveLength(bank.weaknesses.length);
		expect(view.weaknesses[0]?.items).toEqual(bank.weaknesses[0]?.items.map((id) => numbers.get(id)));
		expect(view.weaknesses[0]?.items).not.toEqual([]);
	});

	it('brings along every source that is cited, and no other', () => {
		const cited = [...view.statements, ...view.weaknesses].flatMap(({ sources }) => sources);
		expect(Object.keys(view.sources).sort()).toEqual([...new Set(cited)].sort());
	});

	it('keeps the id of a statement as long as it reads the same', () => {
		const other = toSortView({ ...bank, items: [...bank.items].reverse() });
		expect(new Set(other.statements.map(({ id }) => id))).toEqual(new Set(view.statements.map(({ id }) => id)));
		expect(new Set(view.statements.map(({ id }) => id)).size).toBe(view.statements.length);
	});
});

describe('statementOfStem', () => {
	it.each([
		['Sort this statement: It rains.', 'It rains.'],
		['What kind of statement is this? “It rains.”', 'It rains.'],
		['Sort this statement by the author: By noon, it rains.', 'By noon, it rains.'],
		// The quotation within is part of the statement.
		['Sort this statement: He spoke of “rain”.', 'He spoke of “rain”.'],
		['Sort this statement: “Rain” was the word for “water”', '“Rain” was the word for “water”'],
		['It rains.', 'It rains.'],
		['It rains. It was said: so what.', 'It rains. It was said: so what.']
	])('finds the statement in %s', (stem, statement) => {
		expect(statementOfStem(stem)).toBe(statement);
	});
});
