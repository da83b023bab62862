import { decodeBlock } from '$lib/domain/log/block';
import { LogBuilder } from '$lib/domain/log/log-builder';
import type { BlockRow } from './rows';

/** Half of SHA-256 is plenty to tell blocks apart. */
const ID_DIGITS = 32;

/** @returns the block as a row, or null for bytes that are no whole block */
export async function toBlockRow(bytes: Uint8Array<ArrayBuffer>): Promise<BlockRow | null> {
	if (!decodeBlock(bytes, new LogBuilder()).ok) return null;
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return { id: hex.slice(0, ID_DIGITS), bytes };
}
