import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '$lib/interop/csv';

describe('csvLine', () => {
	it('parts cells by commas and ends lines as RFC 4180 asks', () => {
		expect(csvLine(['a', 1, true, null, -0.5])).toBe('a,1,true,,-0.5\r\n');
	});

	it('quotes commas, quotes and line breaks', () => {
		expect(csvLine(['a,b', 'say "so"', 'two\nlines', 'plain'])).toBe('"a,b","say ""so""","two\nlines",plain\r\n');
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠SUM(A1)', '=HYPERLINK("http://x","y")'])(
		'keeps a spreadsheet from running %j',
		(text) => {
			expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
		}
	);

	it('keeps spreadsheets that part cells by semicolons or tabs from running the rest of a cell', () => {
		expect(csvLine(['Ann;=1+1', 'x'])).toBe(`"Ann;'=1+1",x\r\n`);
		expect(csvLine(['a\n@SUM(A1)\t＋1'])).toBe(`"a\n'@SUM(A1)\t'＋1"\r\n`);
		expect(csvLine(['3; -1'])).toBe('"3; -1"\r\n');
	});

	it('gives any text back to a reader of CSV, but for the apostrophes', () => {
		const pieces = string({ unit: constantFrom('a', ';', '=', '-', '\n', '\t', '"', ',', "'", '＝', ' ') });
		assert(
			property(oneof(string(), pieces), string(), (a, b) => {
				const read = readLine(csvLine([a, b]));
				expect(read.map((cell) => cell.replaceAll("'", ''))).toEqual([a, b].map((cell) => cell.replaceAll("'", '')));
			}),
			{ seed: 42, numRuns: 500 }
		);
	});
});

/** The grammar of RFC 4180 for one line. */
function readLine(line: string): string[] {
	const cells = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/gs)];
	return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
