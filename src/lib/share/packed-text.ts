import { cleanText } from '$lib/domain/clean-text';
import type { BitReader, BitWriter } from './bits';

/** What most answers and names are written with takes five or six bits a letter instead of eight. Never to be changed. */
const SMALL = "abcdefghijklmnopqrstuvwxyz -'.,/";
const LARGE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -';
const [SMALL_BITS, LARGE_BITS, BYTE_BITS] = [5, 6, 8];

/** Writes a text: in small letters (0), letters and digits (10) or UTF-8 (11), its length, then its letters. */
export function writeText(writer: BitWriter, text: string): void {
	const letters = Array.from(text);
	if (letters.every((letter) => SMALL.includes(letter))) {
		writer.write(0, 1);
		writeLetters(writer, letters, SMALL, SMALL_BITS);
	} else if (letters.every((letter) => LARGE.includes(letter))) {
		writer.write(2, 2);
		writeLetters(writer, letters, LARGE, LARGE_BITS);
	} else {
		const bytes = new TextEncoder().encode(text);
		writer.write(3, 2);
		writer.writeNumber(bytes.length);
		for (const byte of bytes) writer.write(byte, BYTE_BITS);
	}
}

/** @returns the text, cleaned, or null when it ends too early or is no text */
export function readText(reader: BitReader): string | null {
	const text = readRawText(reader);
	return text === null ? null : cleanText(text);
}

/** @returns the text as it was written, for a parser that cleans its parts; null when it ends too early or is no text */
export function readRawText(reader: BitReader): string | null {
	if (!reader.readFlag()) return readLetters(reader, SMALL, SMALL_BITS);
	if (!reader.readFlag()) return readLetters(reader, LARGE, LARGE_BITS);
	const length = reader.readNumber();
	if (length * BYTE_BITS > reader.left) return null;
	const bytes = Uint8Array.from({ length }, () => reader.read(BYTE_BITS));
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

function writeLetters(writer: BitWriter, letters: readonly string[], alphabet: string, bits: number): void {
	writer.writeNumber(letters.length);
	for (const letter of letters) writer.write(alphabet.indexOf(letter), bits);
}

function readLetters(reader: BitReader, alphabet: string, bits: number): string | null {
	const length = reader.readNumber();
	if (length * bits > reader.left) return null;
	return Array.from({ length }, () => alphabet.charAt(reader.read(bits))).join('');
}
