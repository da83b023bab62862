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

/** Nothing that anybody could see: spaces, joiners, fillers. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** Longest name of a person, in characters. */
export const MAX_NAME = 60;

/**
 * Makes a person's name safe to show in one line beside others: cleaned, without line breaks and double spaces, cut to
 * `MAX_NAME` characters. It may come out empty: one without a visible letter does.
 */
export function cleanName(text: string): string {
	// Cut twice: first so that a name of a million letters costs nothing.
	const line = cleanText(text.slice(0, 20 * MAX_NAME))
		.replace(/\s+/g, ' ')
		.trim();
	const name = Array.from(line).slice(0, MAX_NAME).join('').trim();
	return INVISIBLE.test(name) ? '' : name;
}
