import type { PublicKey } from '$lib/domain/assignment';
import { decodeBase64url, encodeBase64url } from './base64url';
import { isWhole, type HeadValue } from './head';
import { CURVES, fromWire, KEY_BYTES, toWire, type Curve } from './key-pairs';

const BITS = { X25519: 1, 'P-256': 2 } as const satisfies Record<Curve, number>;

/** Which curves there are, as bits, and the keys one after the other in base64url, X25519 first. */
export type WrittenKeys = { readonly curves: number; readonly text: string };

/** Takes public keys apart. As numbers in the head they would take a tenth more, and a fifth more beside many texts. */
export function writeKeys(keys: readonly PublicKey[]): WrittenKeys {
	const sorted = CURVES.flatMap((curve) => keys.find((key) => key.curve === curve) ?? []);
	return {
		curves: sorted.reduce((bits, { curve }) => bits | BITS[curve], 0),
		text: encodeBase64url(new Uint8Array(sorted.flatMap((key) => [...toWire(key)])))
	};
}

/** @returns the keys, or null when there are none or one is no point of its curve */
export function readKeys(curves: HeadValue, text: string): readonly PublicKey[] | null {
	const bytes = decodeBase64url(text);
	if (!bytes.ok || !isWhole(curves, 1, BITS.X25519 | BITS['P-256'])) return null;
	const keys: PublicKey[] = [];
	let start = 0;
	for (const curve of CURVES.filter((one) => (curves & BITS[one]) !== 0)) {
		const key = fromWire(curve, bytes.value.slice(start, start + KEY_BYTES[curve]));
		if (key === null) return null;
		keys.push(key);
		start += KEY_BYTES[curve];
	}
	return start === bytes.value.length ? keys : null;
}
