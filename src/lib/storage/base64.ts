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
		const text = atob(value);
		const bytes = new Uint8Array(text.length);
		// Twenty times as quick as `from` with a function.
		for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
		return bytes;
	} catch {
		return null;
	}
}

/** @returns a value for a JSON file: all bytes in it, however deep, as base64 text */
export function withBytesAsText(value: unknown): unknown {
	if (value instanceof Uint8Array) return toBase64(value);
	if (Array.isArray(value)) return value.map(withBytesAsText);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withBytesAsText(field)]));
}
