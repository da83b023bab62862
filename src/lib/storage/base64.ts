/** Bytes are told to `String.fromCharCode` in pieces: as arguments, all at once would exhaust the stack. */
const PIECE = 0x8000;

/** @returns the bytes as base64 text, for a place in a JSON file */
export function toBase64(bytes: Uint8Array): string {
	const pieces = [];
	for (let from = 0; from < bytes.length; from += PIECE) {
		pieces.push(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
	}
	return btoa(pieces.join(''));
}

/** @returns the bytes, or null for anything that is no base64 text */
export function fromBase64(value: unknown): Uint8Array<ArrayBuffer> | null {
	if (typeof value !== 'string') return null;
	try {
		return Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
	} catch {
		return null;
	}
}
