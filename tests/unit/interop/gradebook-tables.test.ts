import { describe, expect, it } from 'vitest';
import { gatherLearners, tallyItems, type GradebookEntry } from '../../../src/lib/domain/gradebook';
import { markResult } from '../../../src/lib/domain/mark-result';
import {
	answersTable,
	gradebookSheets,
	itemsTable,
	resultsTable,
	tableToCsv
} from '../../../src/lib/interop/gradebook-tables';
import { drawTwin } from '../../../src/lib/domain/paper-twin';
import { toPaperResult } from '../../../src/lib/domain/paper-result';
import { ASSIGNMENT, GIVEN, resultWith, SET } from '../domain/class-results';

const choice = (...chosen: number[]) => ({ type: 'choice', chosen }) as const;
const result = resultWith(
	{
		3: { response: { type: 'choice', chosen: [1] }, tookMs: 7400, confidence: 'sure', report: '=cmd' },
		7: { type: 'match', right: [0, null, 2] },
		10: { type: 'text', values: ['Pakistan'] }
	},
	{ name: '=1+1', lateMs: 90_000, away: { count: 2, ms: 61_000 } }
);
const entry: GradebookEntry = {
	received: { id: 'x', assignment: 'abcdefgh-_1', sender: 'dev', receivedAt: 0, result, replaced: 1 },
	marked: markResult({ ...GIVEN, remarks: [{ item: 1, kind: 'left-out' }] }, result),
	oddities: [{ kind: 'late', ms: 90_000 }, { kind: 'same-name' }]
};
const learners = gatherLearners([entry], []);
const items = new Map(SET.items.map((item) => [item.number, item]));

describe('the gradebook as tables', () => {
	it('has one line for each sitting', () => {
		const [head, line] = resultsTable(learners);
		expect(Object.fromEntries(head?.map((name, index) => [name, line?.[index]]) ?? [])).toEqual({
			...{ name: '=1+1', sitting: 1, score: 1.667, out_of: 9, percent: 18.519, right: 1, partly: 1, wrong: 1, open: 6 },
			...{ started_at: '1970-01-01T00:16:40.000Z', took_minutes: 10, late_minutes: 1.5 },
			...{ away_count: 2, away_minutes: 1, time_factor: null, replaced: 1, oddities: 'late same-name', device: 'dev' }
		});
	});

	it('names answers by the letters and words of the question as written', () => {
		const lines = answersTable(learners, items);
		expect(lines).toHaveLength(11);
		const of = (item: number) => lines.find((line) => line[3] === item);
		expect(of(3)).toEqual(['=1+1', 1, 3, 3, 'Which river?', 'wrong', 0, 'B: Helmand', 'sure', 7, '=cmd']);
		expect(of(7)?.[7]).toBe('Torkham = crossing; Indus = river');
		expect(of(1)?.[5]).toBe('left-out');
		expect(of(2)?.[4]).toBe('The line dates from […] and is named after […].');
	});

	it('knows no times of what was typed in from paper', () => {
		const twin = drawTwin(GIVEN, 7);
		const paper = toPaperResult(ASSIGNMENT, twin, { name: 'Mo', responses: [null, null, choice(0)], at: 5_000_000 });
		const received = { id: 'y', assignment: 'abcdefgh-_1', sender: 'paper-1', receivedAt: 5_000_000, replaced: 0 };
		const typed = { received: { ...received, result: paper }, marked: markResult(GIVEN, paper), oddities: [] };
		const [head = [], line = []] = resultsTable(gatherLearners([typed], []));
		const cell = (table: readonly (readonly unknown[])[], row: number, name: string) =>
			table[row]?.[table[0]?.indexOf(name) ?? -1];
		for (const name of ['started_at', 'took_minutes', 'late_minutes', 'away_count', 'away_minutes', 'time_factor']) {
			expect(cell([head, line], 1, name), name).toBeNull();
		}
		expect([cell([head, line], 1, 'score'), cell([head, line], 1, 'device')]).toEqual([1, 'paper-1']);
		expect(cell(answersTable(gatherLearners([typed], []), items), 3, 'took_seconds')).toBeNull();
	});

	it('gives no mean of an item that was left out', () => {
		const table = itemsTable(tallyItems([entry], [...items.keys()]), items);
		expect(table[1]).toEqual([1, 'Capital?', 'places', 0, 0, 0, 0, 0, null, '']);
	});

	it('sums up each item', () => {
		const tallies = tallyItems([entry], [...items.keys()]);
		expect(itemsTable(tallies, items)[3]).toEqual([3, 'Which river?', 'places', 1, 0, 0, 1, 0, 0, '=cmd']);
		expect(gradebookSheets(learners, tallies, items).map(({ name }) => name)).toEqual(['Results', 'Answers', 'Items']);
	});

	it('is never a formula in CSV', () => {
		expect(tableToCsv(resultsTable(learners))).toContain("\r\n'=1+1,1,");
	});
});
