import type { EpochMs } from '$lib/domain/units';

/**
 * Where ids of a moment start: the first 48 bits of a UUIDv7 are its time.
 * @see RFC 9562, section 5.7
 */
export function toIdPrefix(at: EpochMs): string {
	const time = Math.max(0, at).toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}`;
}
