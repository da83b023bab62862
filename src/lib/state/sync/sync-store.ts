import type { Result } from '$lib/domain/result';
import type { Bytes } from '$lib/share/bytes';

/** Why a storage did not do what it was asked. */
export type StoreError =
	/** It cannot be reached. */
	| { readonly kind: 'offline' }
	/** It no longer lets this device in. */
	| { readonly kind: 'revoked' }
	| { readonly kind: 'full' }
	| { readonly kind: 'refused'; readonly status: number };

/** A folder in a storage of the learner's own. Tests put a map in its place. */
export type SyncStore = {
	/** @returns the files of a folder (`blocks/`), each with its revision; '' where the storage does not tell one */
	list(folder: string): Promise<Result<ReadonlyMap<string, string>, StoreError>>;
	/** @returns null when there is no such file */
	get(path: string): Promise<Result<Bytes | null, StoreError>>;
	/**
	 * Writes a file.
	 * @param onlyNew leave a file that is there already as it is
	 * @returns its revision; '' where the storage does not tell one, or left another file as it was
	 */
	put(path: string, bytes: Bytes, onlyNew: boolean): Promise<Result<string, StoreError>>;
};
