import type { Bytes } from './bytes';

/** One damaged link in four thousand million passes unnoticed; more would only cost characters. */
export const CHECKSUM_BYTES = 4;

/** @returns the first four bytes of the SHA-256 of `bytes`. It finds damage; it proves nothing about who wrote them. */
export async function checksum(bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, CHECKSUM_BYTES);
}
