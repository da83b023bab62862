import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { decodeBase64url, encodeBase64url } from './base64url';
import type { Bytes } from './bytes';
import { CHECKSUM_BYTES, checksum } from './checksum';

/** Base64url characters that hold the longest length prefix (three bytes of seven bits each). */
const PREFIX_CHARACTERS = 4;
const MAX_PREFIX_BYTES = 3;

export type EnvelopeError = { readonly kind: 'not-base64' | 'cut-off' | 'altered' };

/**
 * Wraps a compressed body for travel: its length, its checksum, the body, as base64url. The length comes first so that a
 * link cut off on its way can be told from one that was altered. When the bytes would fill whole groups of three, one zero
 * byte follows: the text then never ends in `-` or `_`, which some programs leave out of the link they recognise.
 */
export async function sealBody(body: Bytes): Promise<string> {
	const prefix = toVarint(body.length);
	const length = paddedLength(prefix.length + CHECKSUM_BYTES + body.length);
	const sealed = new Uint8Array(length);
	sealed.set(prefix);
	sealed.set(await checksum(body), prefix.length);
	sealed.set(body, prefix.length + CHECKSUM_BYTES);
	return encodeBase64url(sealed);
}

/** Opens what `sealBody` made. Nothing is inflated or parsed before length and checksum agree. */
export async function openSealed(text: string): Promise<Result<Bytes, EnvelopeError>> {
	if (/[^A-Za-z0-9_-]/.test(text)) return err({ kind: 'not-base64' });
	const expected = sealedCharacters(text);
	if (expected === null || text.length < expected) return err({ kind: 'cut-off' });
	if (text.length > expected) return err({ kind: 'altered' });
	const decoded = decodeBase64url(text);
	if (!decoded.ok) return err({ kind: 'altered' });
	const { length, size } = readVarint(decoded.value);
	const start = size + CHECKSUM_BYTES;
	const body = decoded.value.slice(start, start + length);
	const padding = decoded.value.slice(start + length);
	const stored = decoded.value.slice(size, start);
	if (!equalBytes(stored, await checksum(body)) || padding.some((byte) => byte !== 0)) return err({ kind: 'altered' });
	return ok(body);
}

/**
 * How long a sealed text is, read from its first characters.
 * @returns characters in all; null when too few are there to tell; 0 when no sealed text begins like this
 */
export function sealedCharacters(start: string): number | null {
	if (start.length < PREFIX_CHARACTERS) return null;
	const decoded = decodeBase64url(start.slice(0, PREFIX_CHARACTERS));
	if (!decoded.ok) return 0;
	const { length, size } = readVarint(decoded.value);
	if (size === 0) return 0;
	return Math.ceil((paddedLength(size + CHECKSUM_BYTES + length) * 4) / 3);
}

function paddedLength(bytes: number): number {
	return bytes % 3 === 0 ? bytes + 1 : bytes;
}

/** Seven bits a byte, lowest first, the top bit set on all but the last. */
function toVarint(length: number): number[] {
	const bytes: number[] = [];
	let rest = length;
	while (rest >= 0x80) {
		bytes.push((rest & 0x7f) | 0x80);
		rest >>= 7;
	}
	bytes.push(rest);
	if (bytes.length > MAX_PREFIX_BYTES) throw new Error(`A body of ${String(length)} bytes is too long to seal.`);
	return bytes;
}

/** @returns the length and how many bytes it took; size 0 when there is no length in its shortest spelling */
function readVarint(bytes: Uint8Array): { length: number; size: number } {
	let length = 0;
	for (let place = 0; place < MAX_PREFIX_BYTES; place += 1) {
		const byte = bytes[place] ?? 0x80;
		length |= (byte & 0x7f) << (7 * place);
		if (byte >= 0x80) continue;
		return place > 0 && byte === 0 ? { length: 0, size: 0 } : { length, size: place + 1 };
	}
	return { length: 0, size: 0 };
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, place) => byte === b[place]);
}
