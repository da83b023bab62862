import { err } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { SharedContent } from '$lib/domain/share-model';
import type { Bytes } from './bytes';
import { MAX_FILE_BYTES } from './limits';
import { decodeText, encodeLink } from './link';
import type { LinkContent, LinkError, ParseSet } from './link';

/** The file name's ending. The file is plain text, so its content can be pasted where a link can. */
export const FILE_EXTENSION = '.backstory';

/** What another file seems to be. */
export type OtherFile = 'json' | 'zip' | 'web-page' | 'binary' | 'text';

/** Why a file cannot be opened: not one of ours, or one of the reasons that links have. */
export type FileError = LinkError | { readonly kind: 'other-file'; readonly what: OtherFile };

/**
 * Writes content as a file: the text of its link, whatever its length, and a line break.
 * @throws when `findShareProblem` finds one
 */
export async function encodeFile(content: SharedContent): Promise<Bytes> {
	return toFile(await encodeLink(content));
}

/** Writes a fragment as a file: an assignment, a result or feedback. */
export function toFile(fragment: string): Bytes {
	return new TextEncoder().encode(`${fragment}\n`);
}

/** Reads a file that a person picked, which may be anything. It never throws. */
export async function decodeFile(bytes: Uint8Array, parseSet: ParseSet): Promise<Result<LinkContent, FileError>> {
	if (bytes.length > MAX_FILE_BYTES) return err({ kind: 'too-large' });
	if (isZip(bytes)) return err({ kind: 'other-file', what: 'zip' });
	const text = toText(bytes);
	if (text === null) return err({ kind: 'other-file', what: 'binary' });
	const start = text.trimStart();
	if (/^[{[]/.test(start)) return err({ kind: 'other-file', what: 'json' });
	if (/^<(!|\?|html|head|body)/i.test(start)) return err({ kind: 'other-file', what: 'web-page' });
	const decoded = await decodeText(text, parseSet, { characters: MAX_FILE_BYTES, link: MAX_FILE_BYTES });
	return !decoded.ok && decoded.error.kind === 'not-a-link' ? err({ kind: 'other-file', what: 'text' }) : decoded;
}

/** Every zip begins so: spreadsheets, e-books and packages of other flashcard programs among them. */
function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function toText(bytes: Uint8Array): string | null {
	if (bytes.includes(0)) return null;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Not UTF-8, so not text that this program wrote.
		return null;
	}
}
