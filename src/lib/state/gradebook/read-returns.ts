import { codesInPictures } from '../sync/code-pictures';

/** A file of results holds some kilobytes; a class that saved all of its chat, a few megabytes. */
const MAX_FILE_BYTES = 8_000_000;

/** What files hold: the texts in them, and the names of those that could not be read. */
export type FilesRead = { readonly texts: readonly string[]; readonly unread: readonly string[] };

/** Reads many files at once: text files of any name, and pictures of QR codes. */
export async function readReturnFiles(files: readonly File[]): Promise<FilesRead> {
	const pictures = files.filter(({ type }) => type.startsWith('image/'));
	const rest = files.filter(({ type }) => !type.startsWith('image/'));
	const texts: string[] = [];
	const unread: string[] = [];
	for (const picture of pictures) {
		const codes = await codesInPictures([picture]);
		texts.push(...codes);
		if (codes.length === 0) unread.push(picture.name);
	}
	for (const file of rest) {
		const text = await readText(file);
		if (text === null) unread.push(file.name);
		else texts.push(text);
	}
	return { texts, unread };
}

/** @returns null for a file that is too large, is no text, or was moved or lies in a cloud that is offline */
async function readText(file: File): Promise<string | null> {
	if (file.size > MAX_FILE_BYTES) return null;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
	} catch {
		return null;
	}
}
