import { hashText } from '../hash';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const [DASH, DIGIT_0, LETTER_A] = [0x2d, 0x30, 0x61];

/** Bytes of an event's id. */
export const ID_BYTES = 16;

/** @returns the 16 bytes of a UUID in small letters, or null for any other text */
export function toIdBytes(id: string): Uint8Array | null {
	if (!UUID.test(id)) return null;
	const bytes = new Uint8Array(ID_BYTES);
	let digit = 0;
	for (let index = 0; index < id.length; index += 1) {
		const code = id.charCodeAt(index);
		if (code === DASH) continue;
		const value = code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 10;
		bytes[digit >> 1] = (bytes[digit >> 1] ?? 0) * 16 + value;
		digit += 1;
	}
	return bytes;
}

/** @returns 16 bytes for any id. Ids are UUIDs but for those of hand-made files: these get bytes made from their text. */
export function idBytesOf(id: string): Uint8Array {
	const bytes = toIdBytes(id);
	if (bytes !== null) return bytes;
	const hashed = new DataView(new ArrayBuffer(ID_BYTES));
	for (const place of [0, 4, 8, 12]) hashed.setUint32(place, hashText(`${String(place)}:${id}`));
	return new Uint8Array(hashed.buffer);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const DASH_BEFORE: ReadonlySet<number> = new Set([4, 6, 8, 10]);

/** @returns the id whose bytes start at `from` */
export function toIdText(bytes: Uint8Array, from = 0): string {
	let text = '';
	for (let index = 0; index < ID_BYTES; index += 1) {
		if (DASH_BEFORE.has(index)) text += '-';
		text += HEX[bytes[from + index] ?? 0] ?? '';
	}
	return text;
}
