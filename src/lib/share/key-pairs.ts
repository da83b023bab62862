import type { KeyPair, PublicKey } from '$lib/domain/assignment';
import { err, ok, type Result } from '$lib/domain/result';
import { compressPoint, decompressPoint } from './p256-point';
import type { Bytes } from './bytes';

export type Curve = PublicKey['curve'];

/** In the order in which they are preferred; every browser of the last years has the second. */
export const CURVES = ['X25519', 'P-256'] as const satisfies readonly Curve[];

/** Bytes of a public key as it travels: P-256 keys without their second coordinate. */
export const KEY_BYTES = { X25519: 32, 'P-256': 33 } as const satisfies Record<Curve, number>;

/**
 * Makes key pairs to seal with, one for each curve that this browser has, X25519 first.
 * @returns `no-curve` when it has none, or hides them from a page that came without encryption
 */
export async function makeKeyPairs(): Promise<Result<readonly KeyPair[], { readonly kind: 'no-curve' }>> {
	const made = await Promise.all(CURVES.map(makeKeyPair));
	const pairs = made.filter((pair) => pair !== null);
	return pairs.length === 0 ? err({ kind: 'no-curve' }) : ok(pairs);
}

/** @returns a new key pair, or null when this browser lacks the curve */
export async function makeKeyPair(curve: Curve): Promise<KeyPair | null> {
	try {
		const pair = await crypto.subtle.generateKey(algorithmOf(curve), true, ['deriveBits']);
		if (!('privateKey' in pair)) return null;
		const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
		const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
		return { publicKey: { curve, bytes }, pkcs8 };
	} catch {
		// Engines differ in the error for a curve that they lack; without it there is no other reason to fail.
		return null;
	}
}

/** @returns the private half ready for use, or null when it is damaged or this browser lacks the curve */
export async function importPrivate({ publicKey, pkcs8 }: KeyPair): Promise<CryptoKey | null> {
	try {
		return await crypto.subtle.importKey('pkcs8', pkcs8, algorithmOf(publicKey.curve), false, ['deriveBits']);
	} catch {
		return null;
	}
}

/** @returns what both parties get from one's private and the other's public key; null when they give nothing safe */
export async function agree(own: CryptoKey, other: PublicKey): Promise<Bytes | null> {
	try {
		const key = await crypto.subtle.importKey('raw', other.bytes, algorithmOf(other.curve), false, []);
		const algorithm = { name: algorithmOf(other.curve).name, public: key };
		return new Uint8Array(await crypto.subtle.deriveBits(algorithm, own, 256));
	} catch {
		// No point of the curve, or one of the few that would make the secret known to everybody.
		return null;
	}
}

/** @returns a public key as it travels */
export function toWire({ curve, bytes }: PublicKey): Bytes {
	return curve === 'P-256' ? compressPoint(bytes) : bytes;
}

/** @returns the public key that travelled, or null when it is none */
export function fromWire(curve: Curve, wire: Bytes): PublicKey | null {
	const bytes = curve === 'P-256' ? decompressPoint(wire) : wire.length === KEY_BYTES.X25519 ? wire : null;
	return bytes === null ? null : { curve, bytes };
}

function algorithmOf(curve: Curve): { readonly name: string; readonly namedCurve?: string } {
	return curve === 'X25519' ? { name: curve } : { name: 'ECDH', namedCurve: curve };
}
