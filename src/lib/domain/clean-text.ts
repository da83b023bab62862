/**
 * Characters that hide or reorder text: control characters but the line break, bidirectional embeddings, overrides and
 * isolates, and halves of surrogate pairs (which no link or file can carry).
 */
const HIDDEN = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu;

/**
 * Makes received text safe to show and to compare: line breaks become `\n`, tabs a space, hidden characters go, the rest
 * is Unicode NFC. Cleaning twice changes nothing. Joiners stay: Persian and Urdu are written with them.
 */
export function cleanText(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(HIDDEN, '').normalize('NFC');
}

/** @returns true when `text` holds characters that `cleanText` would remove or replace, apart from normalising */
export function hasHiddenCharacters(text: string): boolean {
	return cleanText(text) !== text.normalize('NFC');
}
