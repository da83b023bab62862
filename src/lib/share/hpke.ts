import type { KeyPair, PublicKey } from '$lib/domain/assignment';
import type { Bytes } from './bytes';
import { agree, importPrivate, type Curve } from './key-pairs';

/** @see https://www.rfc-editor.org/rfc/rfc9180.html, section 7.1: the KEMs with HKDF-SHA256 */
const KEM_IDS = { X25519: 0x0020, 'P-256': 0x0010 } as const satisfies Record<Curve, number>;
/** HKDF-SHA256 and AES-128-GCM, sections 7.2 and 7.3. */
const [KDF_ID, AEAD_ID] = [0x0001, 0x0001];
const AUTH_MODE = 2;
const [SECRET_BYTES, AES_BYTES, NONCE_BYTES] = [32, 16, 12];
const NOTHING: Bytes = new Uint8Array(0);

/** Adds to the length of what is sealed: the tag of AES-GCM. */
export const TAG_BYTES = 16;

/** What both sides agree on besides the keys: `info` for the purpose, `aad` for what travels in sight. */
export type SealContext = { readonly info: Bytes; readonly aad: Bytes };

/**
 * Seals one message in the Auth mode of HPKE: only the receiver can read it, and only the sender can have made it. The
 * receiver could have made it too, so that it proves nothing to anybody else.
 * @param once a key pair made for this message alone, on the curve of the others; its public half travels along
 * @returns null when this browser lacks the curve or a key gives no secret
 * @see https://www.rfc-editor.org/rfc/rfc9180.html, sections 4.1 (AuthEncap), 5.1.3 and 6.1
 */
export async function sealAuth(
	plain: Bytes,
	to: PublicKey,
	from: KeyPair,
	once: KeyPair,
	context: SealContext
): Promise<Bytes | null> {
	const [ownOnce, own] = await Promise.all([importPrivate(once), importPrivate(from)]);
	if (ownOnce === null || own === null) return null;
	const parts = await Promise.all([agree(ownOnce, to), agree(own, to)]);
	const cipher = await toCipher(parts, { once: once.publicKey, to, from: from.publicKey }, context);
	return cipher && new Uint8Array(await crypto.subtle.encrypt(cipher.algorithm, cipher.key, plain));
}

/**
 * Opens what `sealAuth` sealed.
 * @param own the receiver's private key, which belongs to `to`
 * @returns null when it was not sealed by this sender for this receiver and context, or was changed since
 */
export async function openAuth(
	sealed: Bytes,
	keys: MessageKeys,
	own: CryptoKey,
	context: SealContext
): Promise<Bytes | null> {
	const parts = await Promise.all([agree(own, keys.once), agree(own, keys.from)]);
	const cipher = await toCipher(parts, keys, context);
	if (cipher === null) return null;
	try {
		return new Uint8Array(await crypto.subtle.decrypt(cipher.algorithm, cipher.key, sealed));
	} catch {
		// WebCrypto says no more than that the tag is wrong, and nobody should learn more.
		return null;
	}
}

/** The public keys of one message, all on one curve. */
export type MessageKeys = { readonly once: PublicKey; readonly to: PublicKey; readonly from: PublicKey };

type Cipher = { readonly key: CryptoKey; readonly algorithm: AesGcmParams };

async function toCipher(
	[first, second]: readonly (Bytes | null)[],
	{ once, to, from }: MessageKeys,
	{ info, aad }: SealContext
): Promise<Cipher | null> {
	if (first == null || second == null) return null;
	const kem = KEM_IDS[to.curve];
	const kemSuite = join(ascii('KEM'), twoBytes(kem));
	const prk = await extract(kemSuite, NOTHING, 'eae_prk', join(first, second));
	const kemContext = join(once.bytes, to.bytes, from.bytes);
	const shared = await expand(kemSuite, prk, 'shared_secret', kemContext, SECRET_BYTES);
	const suite = join(ascii('HPKE'), twoBytes(kem), twoBytes(KDF_ID), twoBytes(AEAD_ID));
	const [pskIdHash, infoHash, secret] = await Promise.all([
		extract(suite, NOTHING, 'psk_id_hash', NOTHING),
		extract(suite, NOTHING, 'info_hash', info),
		extract(suite, shared, 'secret', NOTHING)
	]);
	const schedule = join(new Uint8Array([AUTH_MODE]), pskIdHash, infoHash);
	const [raw, iv] = await Promise.all([
		expand(suite, secret, 'key', schedule, AES_BYTES),
		expand(suite, secret, 'base_nonce', schedule, NONCE_BYTES)
	]);
	// One message for each key: the sequence number is 0, so the nonce is the base nonce.
	const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
	return { key, algorithm: { name: 'AES-GCM', iv, additionalData: aad } };
}

/** LabeledExtract, section 4. */
function extract(suite: Bytes, salt: Bytes, label: string, input: Bytes): Promise<Bytes> {
	// An empty salt means as many zeros as the hash is long; not every engine takes an empty key for that.
	const key = salt.length === 0 ? new Uint8Array(SECRET_BYTES) : salt;
	return hmac(key, join(ascii('HPKE-v1'), suite, ascii(label), input));
}

/** LabeledExpand, section 4. @param length of the output, at most that of one hash */
async function expand(suite: Bytes, prk: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
	const labelled = join(twoBytes(length), ascii('HPKE-v1'), suite, ascii(label), info);
	return (await hmac(prk, join(labelled, new Uint8Array([1])))).slice(0, length);
}

async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
	const hmacKey = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	return new Uint8Array(await crypto.subtle.sign('HMAC', hmacKey, message));
}

function twoBytes(value: number): Bytes {
	return new Uint8Array([value >> 8, value & 0xff]);
}

function ascii(text: string): Bytes {
	return new TextEncoder().encode(text);
}

function join(...parts: readonly Bytes[]): Bytes {
	return new Uint8Array(parts.flatMap((part) => [...part]));
}
