import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '$lib/interop/csv';

describe('csvLine', () => {
	it('parts cells by commas and ends lines as RFC 4180 asks', () => {
		expect(csvLine(['a', 1, true, null, -0.5])).toBe('a,1,true,,-0.5\r\n');
	});

	it('quotes commas, quotes and line breaks', () => {
		expect(csvLine(['a,b', 'say "so"', 'two\nlines', 'plain'])).toBe('"a,b","say ""so""","two\nlines",plain\r\n');
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
		'keeps a spreadsheet from running %j',
		(text) => {
			expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
		}
	);

	it('gives any text back to a reader of CSV, but for the apostrophe', () => {
		assert(
			property(string(), string(), (a, b) => {
				expect(readLine(csvLine([a, b])).map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual([a, b]);
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
