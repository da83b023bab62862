/** A run of cloze text: plain, or a deletion with its number. */
export type ClozePart = { readonly text: string; readonly deletion: number | null };

// A deletion stays on its line, so that cutting a text into blocks never cuts one open and shows its words.
const DELETION = /\{\{(\d{1,2})::([^{}\r\n]+)\}\}/g;

/** Splits `The line dates from {{1::1893}}.` into its plain runs and deletions, in order. */
export function parseCloze(stem: string): ClozePart[] {
	const parts: ClozePart[] = [];
	let end = 0;
	for (const match of stem.matchAll(DELETION)) {
		if (match.index > end) parts.push({ text: stem.slice(end, match.index), deletion: null });
		parts.push({ text: match[2] ?? '', deletion: Number(match[1]) });
		end = match.index + match[0].length;
	}
	if (end < stem.length) parts.push({ text: stem.slice(end), deletion: null });
	return parts;
}

/** @returns the distinct deletion numbers, ascending */
export function deletionNumbers(stem: string): number[] {
	const numbers = parseCloze(stem).flatMap((part) => (part.deletion === null ? [] : [part.deletion]));
	return [...new Set(numbers)].sort((a, b) => a - b);
}

/** @returns the distinct words hidden under one deletion number, in order: mostly one, as a number may occur twice */
export function deletionWords(stem: string, deletion: number): string[] {
	const words = parseCloze(stem).flatMap((part) => (part.deletion === deletion ? [part.text] : []));
	return [...new Set(words)];
}
