import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { Bytes } from './bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character.charCodeAt(0), value]));

/** Why a text is not base64url; `loose-tail` means that unused bits of the last character are set. */
export type Base64urlError = { readonly kind: 'stray-character' | 'impossible-length' | 'loose-tail' };

/** @returns `bytes` in the URL-safe base64 alphabet of RFC 4648 section 5, without padding */
export function encodeBase64url(bytes: Uint8Array): string {
	let text = '';
	for (let start = 0; start < bytes.length; start += 3) {
		const group = ((bytes[start] ?? 0) << 16) | ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
		const characters = Math.min(bytes.length - start, 3) + 1;
		for (let place = 0; place < characters; place += 1) text += ALPHABET.charAt((group >> (18 - 6 * place)) & 63);
	}
	return text;
}

/**
 * Reads what `encodeBase64url` writes and nothing else: padding, white space, the `+` and `/` of plain base64 and a second
 * spelling of the same bytes are errors.
 */
export function decodeBase64url(text: string): Result<Bytes, Base64urlError> {
	if (/[^A-Za-z0-9_-]/.test(text)) return err({ kind: 'stray-character' });
	if (text.length % 4 === 1) return err({ kind: 'impossible-length' });
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let bits = 0;
	let held = 0;
	let next = 0;
	for (let place = 0; place < text.length; place += 1) {
		held = ((held << 6) | (VALUES.get(text.charCodeAt(place)) ?? 0)) & 0xffff;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes[next] = held >> bits;
		next += 1;
	}
	if ((held & ((1 << bits) - 1)) !== 0) return err({ kind: 'loose-tail' });
	return ok(bytes);
}
