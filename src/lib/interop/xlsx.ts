import { looksLikeFormula, type CsvCell } from './csv';
import { toZip } from './zip';

/** A sheet of a workbook: its name, at most 31 letters and none of `[]:*?/\`, and its rows, the first one being the head. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly CsvCell[])[] };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A cell holds no more. */
const MOST_LETTERS = 32_767;
const STYLE = { plain: 0, head: 1, text: 2 } as const;

/**
 * Writes a workbook with plain cells: numbers, truth values and texts, the first row of each sheet bold and fixed. Texts are
 * stored as texts, so that no program runs what they say; those that look like formulas carry the mark that keeps them texts
 * when they are edited.
 * @see ECMA-376, part 1, sections 18.2, 18.3 and 18.8
 */
export function toXlsx(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
	const numbered = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
	const overrides = numbered.map(({ id }) => part(`/xl/worksheets/sheet${String(id)}.xml`, `${TYPE}.worksheet+xml`));
	const list = numbered.map(
		({ name, id }) => `<sheet name="${escape(name)}" sheetId="${String(id)}" r:id="rId${String(id)}"/>`
	);
	const relations = numbered.map(({ id }) => relation(id, 'worksheet', `worksheets/sheet${String(id)}.xml`));
	return toZip([
		{
			name: '[Content_Types].xml',
			text: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', `${TYPE}.sheet.main+xml`)}${part('/xl/styles.xml', `${TYPE}.styles+xml`)}${overrides.join('')}</Types>`
		},
		{ name: '_rels/.rels', text: relationships([relation(1, 'officeDocument', 'xl/workbook.xml')]) },
		{
			name: 'xl/workbook.xml',
			text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			text: relationships([...relations, relation(sheets.length + 1, 'styles', 'styles.xml')])
		},
		{ name: 'xl/styles.xml', text: STYLES },
		...numbered.map(({ rows, id }) => ({ name: `xl/worksheets/sheet${String(id)}.xml`, text: toSheetXml(rows) }))
	]);
}

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;

const relation = (id: number, type: string, target: string): string =>
	`<Relationship Id="rId${String(id)}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

const relationships = (list: readonly string[]): string =>
	`${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;

function toSheetXml(rows: readonly (readonly CsvCell[])[]): string {
	const fixed =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	const lines = rows.map((cells, index) => {
		const row = String(index + 1);
		return `<row r="${row}">${cells.map((cell, column) => toCell(cell, `${columnName(column)}${row}`, index === 0)).join('')}</row>`;
	});
	return `${XML}<worksheet xmlns="${MAIN}">${fixed}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function toCell(cell: CsvCell, place: string, isHead: boolean): string {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? '1' : '0'}</v></c>`;
	if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${String(cell)}</v></c>` : '';
	const style = isHead ? STYLE.head : looksLikeFormula(cell) ? STYLE.text : STYLE.plain;
	const text = escape(cutText(cell));
	return `<c r="${place}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** @returns `A` for 0, `Z` for 25, `AA` for 26 */
function columnName(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Never between the halves of a surrogate pair. */
function cutText(text: string): string {
	return text.length <= MOST_LETTERS ? text : text.slice(0, MOST_LETTERS).replace(/[\uD800-\uDBFF]$/, '');
}

/** Leaves out what XML cannot hold, and keeps `_x0041_` from being read as a letter's code. */
function escape(text: string): string {
	return text
		.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
