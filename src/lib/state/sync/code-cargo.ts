import { decodeHeldEvents, encodeHeldEvents } from '$lib/domain/log/held-events';
import { err, type Result } from '$lib/domain/result';
import { toCodes, toHeldCode } from '$lib/share/code-part';
import type { Bytes } from '$lib/share/bytes';
import { deflateRaw, inflateRaw } from '$lib/share/deflate';
import { heldEventsIn, lackingEvents } from '$lib/storage/lacking-events';
import { decodeBundle, encodeBundle, type Bundle, type BundleError } from '$lib/storage/log-bundle';
import type { LogParts } from '$lib/storage/rows';

/** Far more than codes can carry. */
const MOST_BYTES = 64_000_000;

/** Some events as codes. */
export type CodeCargo = {
	readonly events: number;
	/** Null when there are too many events for codes. */
	readonly codes: readonly string[] | null;
};

/**
 * Packs what another device lacks into codes.
 * @param held the bytes of the code it showed, or null to send everything
 */
export async function packCodes(parts: LogParts, held: Bytes | null): Promise<CodeCargo> {
	const theirs = held === null ? null : decodeHeldEvents(held);
	// A list this version cannot read is no reason to send nothing.
	const events = lackingEvents(parts, theirs?.ok === true ? theirs.value : []);
	const bytes = await deflateRaw(encodeBundle({ events, parameters: parts.parameters }));
	return { events: events.length, codes: await toCodes(bytes) };
}

/** @returns the text of the code that says what this log holds */
export function packHeldCode(parts: LogParts): string {
	return toHeldCode(encodeHeldEvents(heldEventsIn(parts)));
}

/** Unpacks what a whole sequence of codes carried. */
export async function unpackCodes(bytes: Bytes): Promise<Result<Bundle, BundleError>> {
	const inflated = await inflateRaw(bytes, MOST_BYTES);
	return inflated.ok ? decodeBundle(inflated.value) : err({ kind: 'damaged' });
}
