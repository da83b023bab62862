import { err, ok, type Result } from '$lib/domain/result';
import type { Bytes } from './bytes';

/**
 * What stands beside encrypted files in a storage: the salt of their key, and a text encrypted with it, by which a wrong
 * passphrase is found out before anything is read or written.
 */
const MAGIC = [0x42, 0x53, 0x56] as const;
const VERSION = 1;
const [SALT_BYTES, IV_BYTES] = [16, 12];
/** @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html (PBKDF2-HMAC-SHA256) */
const ITERATIONS = 600_000;
/** Fewer would be somebody's attempt to make guessing cheap; more would block the device for minutes. */
const [LEAST_ITERATIONS, MOST_ITERATIONS] = [100_000, 10_000_000];
const [ITERATIONS_AT, SALT_AT, CHECK_AT] = [4, 8, 8 + SALT_BYTES];
const CHECK = 'backstory';

export type VaultError = { readonly kind: 'wrong-passphrase' | 'damaged' | 'newer-version' };

export type Vault = { readonly bytes: Bytes; readonly key: CryptoKey };

/** Makes a new vault for a passphrase. */
export async function createVault(passphrase: string, iterations = ITERATIONS): Promise<Vault> {
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const key = await keyOf(passphrase, salt, iterations);
	const check = await sealBytes(key, CHECK, new TextEncoder().encode(CHECK));
	const bytes = new Uint8Array(CHECK_AT + check.length);
	bytes.set([...MAGIC, VERSION]);
	new DataView(bytes.buffer).setUint32(ITERATIONS_AT, iterations);
	bytes.set(salt, SALT_AT);
	bytes.set(check, CHECK_AT);
	return { bytes, key };
}

/** @returns the key of a vault; it cannot be read out of the browser */
export async function openVault(bytes: Bytes, passphrase: string): Promise<Result<CryptoKey, VaultError>> {
	if (MAGIC.some((byte, index) => bytes[index] !== byte)) return err({ kind: 'damaged' });
	if ((bytes[MAGIC.length] ?? 0) > VERSION) return err({ kind: 'newer-version' });
	if (bytes.length <= CHECK_AT + IV_BYTES) return err({ kind: 'damaged' });
	const iterations = new DataView(bytes.buffer, bytes.byteOffset).getUint32(ITERATIONS_AT);
	if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) return err({ kind: 'damaged' });
	const key = await keyOf(passphrase, bytes.slice(SALT_AT, CHECK_AT), iterations);
	const check = await openBytes(key, CHECK, bytes.slice(CHECK_AT));
	return check === null ? err({ kind: 'wrong-passphrase' }) : ok(key);
}

/**
 * Encrypts a file. AES-GCM with a nonce by chance for each file; the name is sealed in as well, so that nobody can pass
 * one file off as another.
 */
export async function sealBytes(key: CryptoKey, name: string, bytes: Bytes): Promise<Bytes> {
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: nameBytes(name) }, key, bytes);
	const file = new Uint8Array(IV_BYTES + sealed.byteLength);
	file.set(iv);
	file.set(new Uint8Array(sealed), IV_BYTES);
	return file;
}

/** @returns what `sealBytes` was given, or null for anything that was not sealed with this key under this name */
export async function openBytes(key: CryptoKey, name: string, file: Bytes): Promise<Bytes | null> {
	const [iv, sealed] = [file.slice(0, IV_BYTES), file.slice(IV_BYTES)];
	try {
		const algorithm = { name: 'AES-GCM', iv, additionalData: nameBytes(name) };
		return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed));
	} catch {
		// WebCrypto says no more than that it failed: another key, a cut file and a changed one look the same.
		return null;
	}
}

async function keyOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
	// The same passphrase typed on another keyboard may be spelt with other code points.
	const secret = new TextEncoder().encode(passphrase.normalize('NFKC').trim());
	const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
	const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
	return crypto.subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function nameBytes(name: string): Bytes {
	return new TextEncoder().encode(name);
}
