import { deletionNumbers } from './cloze';

/** A text and the selected part of it, in UTF-16 units. */
export type Selected = { readonly text: string; readonly start: number; readonly end: number };

/**
 * Makes the selected words of a cloze text a deletion with the next number: `in 1893` becomes `in {{1::1893}}`. Spaces at
 * the edges of the selection stay outside.
 * @returns the text with the same words selected; null when there is nothing to hide, or it would cut a deletion or a line
 */
export function wrapDeletion({ text, start, end }: Selected): Selected | null {
	const picked = text.slice(start, end);
	const words = picked.trim();
	if (words === '' || /[{}\r\n]/.test(words)) return null;
	const from = start + picked.indexOf(words);
	// Inside a deletion that is open here, two more braces would break it.
	if (text.lastIndexOf('{{', from) > text.lastIndexOf('}}', from)) return null;
	const opening = `{{${String(Math.max(0, ...deletionNumbers(text)) + 1)}::`;
	return {
		text: `${text.slice(0, from)}${opening}${words}}}${text.slice(from + words.length)}`,
		start: from + opening.length,
		end: from + opening.length + words.length
	};
}
