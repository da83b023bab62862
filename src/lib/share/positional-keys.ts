import type { PublicKey } from '$lib/domain/assignment';
import type { Bytes } from './bytes';
import { isWhole, type HeadValue } from './head';
import { CURVES, fromWire, KEY_BYTES, toWire, type Curve } from './key-pairs';

/** Six bytes to a number: the digits are as small as base64url once deflated, and share their code with the rest. */
const GROUP_BYTES = 6;
const BITS = { X25519: 1, 'P-256': 2 } as const satisfies Record<Curve, number>;

/** @returns `[curves, numbers of six bytes each]`, X25519 first; the last number has the bytes that are left */
export function writeKeys(keys: readonly PublicKey[]): number[] {
	const sorted = CURVES.flatMap((curve) => keys.find((key) => key.curve === curve) ?? []);
	const bytes = sorted.flatMap((key) => [...toWire(key)]);
	const groups = Array.from({ length: Math.ceil(bytes.length / GROUP_BYTES) }, (_, place) =>
		bytes.slice(place * GROUP_BYTES, (place + 1) * GROUP_BYTES).reduce((sum, byte) => sum * 256 + byte, 0)
	);
	return [sorted.reduce((bits, { curve }) => bits | BITS[curve], 0), ...groups];
}

/** @returns the keys, or null when a number is out of bounds or a key is none */
export function readKeys(value: HeadValue): readonly PublicKey[] | null {
	if (typeof value === 'number') return null;
	const [curves, ...groups] = value;
	if (!isWhole(curves, 1, BITS.X25519 | BITS['P-256'])) return null;
	const present = CURVES.filter((curve) => (curves & BITS[curve]) !== 0);
	const bytes = toBytes(
		groups,
		present.reduce((sum, curve) => sum + KEY_BYTES[curve], 0)
	);
	if (bytes === null) return null;
	const keys: PublicKey[] = [];
	let start = 0;
	for (const curve of present) {
		const key = fromWire(curve, bytes.slice(start, start + KEY_BYTES[curve]));
		if (key === null) return null;
		keys.push(key);
		start += KEY_BYTES[curve];
	}
	return keys;
}

function toBytes(groups: readonly HeadValue[], length: number): Bytes | null {
	if (groups.length !== Math.ceil(length / GROUP_BYTES)) return null;
	const bytes = new Uint8Array(length);
	for (const [place, group] of groups.entries()) {
		const start = place * GROUP_BYTES;
		const size = Math.min(GROUP_BYTES, length - start);
		if (!isWhole(group, 0, 256 ** size - 1)) return null;
		for (let byte = 0; byte < size; byte += 1) bytes[start + byte] = Math.floor(group / 256 ** (size - 1 - byte)) % 256;
	}
	return bytes;
}
