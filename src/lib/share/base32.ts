import { err, ok, type Result } from '$lib/domain/result';
import type { Bytes } from './bytes';

/** RFC 4648, section 6. Capitals and digits alone: a QR code packs these in 5.5 bits where other text takes eight. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** @returns `bytes` in base32, without padding */
export function encodeBase32(bytes: Uint8Array): string {
	let [text, held, bits] = ['', 0, 0];
	for (const byte of bytes) {
		held = ((held << 8) | byte) & 0xfff;
		for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >> (bits - 5)) & 31);
	}
	return bits === 0 ? text : text + ALPHABET.charAt((held << (5 - bits)) & 31);
}

/** Reads what `encodeBase32` writes and nothing else. */
export function decodeBase32(text: string): Result<Bytes, { readonly kind: 'not-base32' }> {
	if (/[^A-Z2-7]/.test(text)) return err({ kind: 'not-base32' });
	const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
	let [held, bits, next] = [0, 0, 0];
	for (const letter of text) {
		held = ((held << 5) | ALPHABET.indexOf(letter)) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes[next] = held >> bits;
		next += 1;
	}
	const isLoose = bits >= 5 || (held & ((1 << bits) - 1)) !== 0;
	return isLoose ? err({ kind: 'not-base32' }) : ok(bytes);
}
