/** A cell. Numbers and truth values are written as they are; a text is never read as anything but text. */
export type CsvCell = string | number | boolean | null;

/** Spreadsheets take a text that starts like this for a formula, and some run what it says; some in full width too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same inside a text, where a program of a country that parts cells by semicolons or tabs begins a new cell. */
const INNER_FORMULA = /(?<=[;\t\r\n])(?=[=+\-@＝＋－＠])/g;
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** Tells spreadsheets that the file is UTF-8. It goes before the first line. */
export const CSV_START = '\uFEFF';

/**
 * One line of a CSV file with its line end. A text that a spreadsheet would run gets an apostrophe before it, which
 * spreadsheets take for "this is text".
 * @see RFC 4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvLine(cells: readonly CsvCell[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

/** @returns whether a spreadsheet would take a text for a formula if it were typed in */
export function looksLikeFormula(text: string): boolean {
	return FORMULA.test(text);
}

function csvCell(cell: CsvCell): string {
	if (cell === null) return '';
	if (typeof cell !== 'string') return String(cell);
	const text = (looksLikeFormula(cell) ? `'${cell}` : cell).replace(INNER_FORMULA, "'");
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
