import { decodeBlock, encodeBlock } from '$lib/domain/log/block';
import { ByteReader, BytesError, ByteWriter } from '$lib/domain/log/bytes';
import { crc32 } from '$lib/domain/log/crc32';
import { isPackable } from '$lib/domain/log/is-packable';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt } from '$lib/domain/log/log-columns';
import { err, ok, type Result } from '$lib/domain/result';
import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import { parseLearningEvent } from './event-parser';
import { parseParametersEvent } from './parameter-store';
import { parseList } from './shape';

const VERSION = 1;
/** `BSL`. */
const MAGIC = [0x42, 0x53, 0x4c] as const;
const CRC_BYTES = 4;
/** Events that no block gives back as they are. */
const MOST_ODD = 100_000;

/** Some events of a log, on their way to another device. */
export type Bundle = { readonly events: readonly LearningEvent[]; readonly parameters: readonly ParametersEvent[] };

export type BundleError = { readonly kind: 'not-a-log' | 'newer-version' | 'damaged' };

/** Packs events into bytes: those a block can hold as a block, the others as JSON, with a checksum at the end. */
export function encodeBundle({ events, parameters }: Bundle): Uint8Array<ArrayBuffer> {
	const builder = new LogBuilder();
	for (const event of events) if (isPackable(event)) builder.addEvent(event);
	const odd = [...events.filter((event) => !isPackable(event)), ...parameters];
	const out = new ByteWriter();
	out.raw(Uint8Array.of(...MAGIC, VERSION));
	for (const part of [encodeBlock(builder.finish()), new TextEncoder().encode(JSON.stringify(odd))]) {
		out.count(part.length);
		out.raw(part);
	}
	const body = out.finish();
	const bytes = new Uint8Array(body.length + CRC_BYTES);
	bytes.set(body);
	new DataView(bytes.buffer).setUint32(body.length, crc32(body));
	return bytes;
}

/** Reads what `encodeBundle` wrote, all of it or nothing. */
export function decodeBundle(bytes: Uint8Array): Result<Bundle, BundleError> {
	if (MAGIC.some((byte, index) => bytes[index] !== byte)) return err({ kind: 'not-a-log' });
	if ((bytes[MAGIC.length] ?? 0) > VERSION) return err({ kind: 'newer-version' });
	const end = bytes.length - CRC_BYTES;
	if (end <= MAGIC.length) return err({ kind: 'damaged' });
	const crc = new DataView(bytes.buffer, bytes.byteOffset).getUint32(end);
	if (crc32(bytes.subarray(0, end)) !== crc) return err({ kind: 'damaged' });
	try {
		const from = new ByteReader(bytes.subarray(MAGIC.length + 1, end));
		const block = from.raw(from.count());
		return readParts(block, from.raw(from.count()));
	} catch (thrown) {
		if (thrown instanceof BytesError) return err({ kind: 'damaged' });
		throw thrown;
	}
}

function readParts(block: Uint8Array, json: Uint8Array): Result<Bundle, BundleError> {
	const builder = new LogBuilder();
	const decoded = decodeBlock(block, builder);
	if (!decoded.ok) return err({ kind: decoded.error.kind === 'newer-version' ? 'newer-version' : 'damaged' });
	const log = builder.finish();
	const packed = Array.from({ length: log.count }, (_, row) => eventAt(log, row));
	const odd = parseList(parseJson(json), MOST_ODD, (value) => parseLearningEvent(value) ?? parseParametersEvent(value));
	// What a newer version adds to the log is no damage, but this version cannot keep it.
	if (odd === null) return err({ kind: 'newer-version' });
	const parameters = odd.filter((event) => event.kind === 'parameters');
	return ok({ events: [...packed, ...odd.filter((event) => event.kind !== 'parameters')], parameters });
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}
