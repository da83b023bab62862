import type { KeyPair, PublicKey } from '$lib/domain/assignment';
import { hashText } from '$lib/domain/hash';
import { err, ok, type Result } from '$lib/domain/result';
import type { Bytes } from './bytes';
import { deflateRaw, inflateRaw } from './deflate';
import { openSealed, sealBody } from './envelope';
import { findLink } from './find-link';
import { hasCryptography } from './has-cryptography';
import { openAuth, sealAuth, TAG_BYTES, type SealContext } from './hpke';
import { fromWire, importPrivate, KEY_BYTES, makeKeyPair, toWire, type Curve } from './key-pairs';
import { MAX_FILE_BYTES, MAX_PLAIN_BYTES } from './limits';
import { curveOfBody, kindOfBody, toFirstByte, type SealedKind } from './sealed-head';
import { LINK_METHOD, LINK_VERSION } from './to-fragment';

/** Why something cannot be sealed: this browser lacks every curve of the assignment's keys, or it is too long for a file. */
export type SealError = { readonly kind: 'no-curve' } | { readonly kind: 'too-large' };

/** Why a text holds nothing sealed that could be opened, as far as that shows without a key. */
export type SealedError = {
	readonly kind: 'not-sealed' | 'cut-off' | 'altered' | 'newer-version' | 'too-large' | 'no-curve';
};

/** A sealed message taken apart, not opened yet. */
export type SealedMessage = {
	readonly kind: SealedKind;
	readonly curve: Curve;
	/** The first bytes, which travel in sight. */
	readonly head: Bytes;
	readonly once: PublicKey;
	/** Null when it is not said: the receiver knows it. */
	readonly from: PublicKey | null;
	readonly sealed: Bytes;
};

/** For whom and about what a message is. */
export type Address = { readonly assignment: string; readonly to: PublicKey };

/** After the suite: the end of the receiver's key and a hash of the assignment, by which the right key is found at once. */
const HEAD_BYTES = 4;
/** Set in the first byte of what is packed when deflate has made it shorter. */
const DEFLATED = 0x80;

/**
 * Seals packed bytes from one key to another as the fragment of a link, `1d.<base64url>`.
 * @param plain its first bit is zero
 */
export async function sealMessage(
	kind: SealedKind,
	address: Address,
	from: KeyPair,
	plain: Bytes
): Promise<Result<string, SealError>> {
	const { curve } = address.to;
	const once = await makeKeyPair(curve);
	const head = headOf(kind, address);
	const sealed = once && (await sealAuth(await shorten(plain), address.to, from, once, contextOf(kind, address, head)));
	if (once === null || sealed === null) return err({ kind: 'no-curve' });
	const sender = kind === 'result' ? toWire(from.publicKey) : [];
	const body = new Uint8Array([...head, ...toWire(once.publicKey), ...sender, ...sealed]);
	if (body.length * 1.4 > MAX_FILE_BYTES) return err({ kind: 'too-large' });
	return ok(`${String(LINK_VERSION)}${LINK_METHOD}.${await sealBody(body)}`);
}

/** Takes a sealed message apart: a fragment, an address, or a text around one. It never throws. */
export async function readMessage(text: string): Promise<Result<SealedMessage, SealedError>> {
	if (text.length > MAX_FILE_BYTES) return err({ kind: 'too-large' });
	const found = findLink(text);
	if (!found.ok) return err({ kind: 'not-sealed' });
	const { version, method, payload } = found.value;
	if (version > LINK_VERSION || method !== LINK_METHOD) return err({ kind: 'newer-version' });
	// Pages that came without encryption have no cryptography at all.
	if (!hasCryptography()) return err({ kind: 'no-curve' });
	const body = await openSealed(payload);
	if (!body.ok) return err({ kind: body.error.kind === 'cut-off' ? 'cut-off' : 'altered' });
	return takeApart(body.value);
}

/** @returns whether a message is for this key, and whether about this assignment, as far as its head tells */
export function isFor(
	message: SealedMessage,
	address: Address
): { readonly key: boolean; readonly assignment: boolean } {
	if (message.curve !== address.to.curve) return { key: false, assignment: false };
	const own = headOf(message.kind, address);
	return {
		key: message.head[1] === own[1] && message.head[2] === own[2],
		assignment: message.head[3] === own[3]
	};
}

/**
 * Opens a message.
 * @param from the sender's key
 * @returns `no-curve` when the receiver's key cannot be used here, `sealed-otherwise` when it does not open
 */
export async function openMessage(
	message: SealedMessage,
	address: Address,
	own: KeyPair,
	from: PublicKey
): Promise<Result<Bytes, { readonly kind: 'no-curve' | 'sealed-otherwise' }>> {
	const key = await importPrivate(own);
	if (key === null) return err({ kind: 'no-curve' });
	const context = contextOf(message.kind, address, message.head);
	const packed = await openAuth(message.sealed, { once: message.once, to: address.to, from }, key, context);
	const plain = packed && (await lengthen(packed));
	return plain === null ? err({ kind: 'sealed-otherwise' }) : ok(plain);
}

function takeApart(body: Bytes): Result<SealedMessage, SealedError> {
	const first = body[0] ?? 0;
	const kind = kindOfBody(first);
	if (kind === null) return err({ kind: 'not-sealed' });
	const curve = curveOfBody(first);
	if (curve === undefined) return err({ kind: 'newer-version' });
	const size = KEY_BYTES[curve];
	const end = HEAD_BYTES + size * (kind === 'result' ? 2 : 1);
	if (body.length < end + TAG_BYTES) return err({ kind: 'altered' });
	const once = fromWire(curve, body.slice(HEAD_BYTES, HEAD_BYTES + size));
	const from = kind === 'result' ? fromWire(curve, body.slice(HEAD_BYTES + size, end)) : null;
	if (once === null || (kind === 'result' && from === null)) return err({ kind: 'altered' });
	return ok({ kind, curve, head: body.slice(0, HEAD_BYTES), once, from, sealed: body.slice(end) });
}

function headOf(kind: SealedKind, { assignment, to }: Address): Bytes {
	return new Uint8Array([toFirstByte(kind, to.curve), ...toWire(to).slice(-2), hashText(assignment) & 0xff]);
}

function contextOf(kind: SealedKind, { assignment }: Address, head: Bytes): SealContext {
	return { info: new TextEncoder().encode(`backstory ${String(LINK_VERSION)} ${kind} ${assignment}`), aad: head };
}

async function shorten(plain: Bytes): Promise<Bytes> {
	const deflated = await deflateRaw(plain);
	return deflated.length + 1 < plain.length ? new Uint8Array([DEFLATED, ...deflated]) : plain;
}

async function lengthen(packed: Bytes): Promise<Bytes | null> {
	if (((packed[0] ?? 0) & DEFLATED) === 0) return packed;
	if (packed[0] !== DEFLATED) return null;
	const inflated = await inflateRaw(packed.slice(1), MAX_PLAIN_BYTES);
	return inflated.ok ? inflated.value : null;
}
