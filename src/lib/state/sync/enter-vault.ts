import { err, ok, type Result } from '$lib/domain/result';
import type { Bytes } from '$lib/share/bytes';
import { createVault, openVault, type Vault, type VaultError } from '$lib/share/vault';
import type { StoreError, SyncStore } from './sync-store';

/** Where the salt of the key lies. */
const SALT = 'salt';

export type EnterError =
	| StoreError
	| VaultError
	/** The storage holds the log of another vault than this device used last. */
	| { readonly kind: 'other-vault' }
	/** There are files, but not what their key is made with. */
	| { readonly kind: 'salt-missing' };

/**
 * Opens the vault in a storage with a passphrase, or makes one where there is nothing yet. Nothing is written unless the
 * passphrase is right.
 * @param known the vault this device used last, if any
 * @param iterations of the key of a new vault
 */
export async function enterVault(
	store: SyncStore,
	passphrase: string,
	known: Bytes | null,
	iterations?: number
): Promise<Result<Vault, EnterError>> {
	const found = await store.get(SALT);
	if (!found.ok) return found;
	const bytes = found.value ?? known;
	if (bytes === null) return foundVault(store, passphrase, iterations);
	if (known !== null && !isSame(bytes, known)) return err({ kind: 'other-vault' });
	const key = await openVault(bytes, passphrase);
	if (!key.ok) return key;
	const put = found.value === null ? await store.put(SALT, bytes, true) : found;
	return put.ok ? ok({ bytes, key: key.value }) : put;
}

/**
 * Looks whether a storage still holds the vault this device knows, and puts it back when it is gone.
 * @returns null when all is well
 */
export async function checkVault(store: SyncStore, known: Bytes): Promise<EnterError | null> {
	const found = await store.get(SALT);
	if (!found.ok) return found.error;
	if (found.value !== null) return isSame(found.value, known) ? null : { kind: 'other-vault' };
	const put = await store.put(SALT, known, true);
	return put.ok ? null : put.error;
}

async function foundVault(
	store: SyncStore,
	passphrase: string,
	iterations?: number
): Promise<Result<Vault, EnterError>> {
	for (const folder of ['blocks/', 'tails/']) {
		const files = await store.list(folder);
		if (!files.ok) return files;
		if (files.value.size > 0) return err({ kind: 'salt-missing' });
	}
	const vault = await createVault(passphrase, iterations);
	const put = await store.put(SALT, vault.bytes, true);
	if (!put.ok) return put;
	// Another device may have been quicker: what lies there now holds for both.
	const stored = await store.get(SALT);
	if (!stored.ok) return stored;
	if (stored.value === null) return err({ kind: 'refused', status: 404 });
	if (isSame(stored.value, vault.bytes)) return ok(vault);
	const key = await openVault(stored.value, passphrase);
	return key.ok ? ok({ bytes: stored.value, key: key.value }) : key;
}

function isSame(a: Bytes, b: Bytes): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
