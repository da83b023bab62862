import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/lib/domain/log/crc32';
import { toXlsx } from '../../../src/lib/interop/xlsx';

/** Reads a stored-only zip by its central directory, checking every length and checksum on the way. */
function unzip(bytes: Uint8Array<ArrayBuffer>): Map<string, string> {
	const view = new DataView(bytes.buffer);
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const end = bytes.length - 22;
	expect(view.getUint32(end, true)).toBe(0x06054b50);
	const files = new Map<string, string>();
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
		expect(view.getUint32(at, true)).toBe(0x02014b50);
		const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
		const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
		const local = view.getUint32(at + 42, true);
		expect(view.getUint32(local, true)).toBe(0x04034b50);
		const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		const content = bytes.subarray(start, start + size);
		expect(crc32(content)).toBe(view.getUint32(local + 14, true));
		expect(view.getUint32(at + 16, true)).toBe(view.getUint32(local + 14, true));
		files.set(name, decoder.decode(content));
		at += 46 + nameLength;
	}
	expect(at).toBe(end);
	return files;
}

const sheetOf = (rows: Parameters<typeof toXlsx>[0][number]['rows']): string =>
	unzip(toXlsx([{ name: 'S', rows }])).get('xl/worksheets/sheet1.xml') ?? '';

const cells = (xml: string): (string | undefined)[] =>
	[...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text);

describe('a workbook', () => {
	it('is a zip of the parts that a spreadsheet looks for, each sheet under its name', () => {
		const files = unzip(
			toXlsx([
				{ name: 'Results', rows: [['name']] },
				{ name: 'A & B', rows: [['x']] }
			])
		);
		expect([...files.keys()]).toEqual([
			'[Content_Types].xml',
			'_rels/.rels',
			'xl/workbook.xml',
			'xl/_rels/workbook.xml.rels',
			'xl/styles.xml',
			'xl/worksheets/sheet1.xml',
			'xl/worksheets/sheet2.xml'
		]);
		expect(files.get('xl/workbook.xml')).toContain('<sheet name="A &amp; B" sheetId="2" r:id="rId2"/>');
		for (const target of ['worksheets/sheet1.xml', 'worksheets/sheet2.xml', 'styles.xml']) {
			expect(files.get('xl/_rels/workbook.xml.rels')).toContain(`Target="${target}"`);
		}
	});

	it('holds numbers, truth values and texts, and leaves out what is empty or no number', () => {
		const xml = sheetOf([['a'], [1.5, true, null, '', Number.NaN, 'text']]);
		expect(xml).toContain('<row r="2"><c r="A2"><v>1.5</v></c><c r="B2" t="b"><v>1</v></c><c r="F2" s="0"');
		expect(cells(xml)).toEqual(['a', 'text']);
	});

	it.each(['=1+1', '+49 30', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])('keeps %j a text', (text) => {
		const xml = sheetOf([['head'], [text]]);
		expect(xml).not.toContain('<f>');
		expect(xml).toContain('<c r="A2" s="2" t="inlineStr">');
	});

	it('escapes markup, drops what XML cannot hold, and keeps codes from being read as letters', () => {
		const xml = sheetOf([['<b>&"</b>', 'a\u0000b\u0008c\uD800d', '_x0041_', 'پاکستان 😀', 'two\nlines']]);
		expect(cells(xml)).toEqual(['&lt;b&gt;&amp;&quot;&lt;/b&gt;', 'abcd', '_x005F_x0041_', 'پاکستان 😀', 'two\nlines']);
	});

	it('cuts a text that no cell can hold, between letters', () => {
		const [text = ''] = cells(sheetOf([[`a${'😀'.repeat(20_000)}`]]));
		expect(text).toHaveLength(32_767);
		expect(text.isWellFormed()).toBe(true);
		expect(cells(sheetOf([['😀'.repeat(20_000)]]))[0]).toHaveLength(32_766);
	});

	it('names columns beyond Z', () => {
		expect(sheetOf([Array.from({ length: 28 }, () => 1)])).toContain('<c r="AB1">');
	});
});
