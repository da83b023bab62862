import { err, ok, type Result } from '../result';
import { ByteReader, BytesError, ByteWriter } from './bytes';
import { ID_BYTES } from './event-id';
import { addId, NO_IDS } from './fingerprint';
import type { LogColumns } from './log-columns';
import { orderLog } from './order-log';

/**
 * What somebody holds of one device's events: how many, and a sum of the first `n` of them for several `n`. Two logs that
 * went apart lately agree on one of the larger `n`, so that little is sent twice, and a hole in the middle shows as well.
 */
export type HeldEvents = { readonly device: string; readonly count: number; readonly sums: readonly number[] };

const VERSION = 1;
/** More would not fit into a code that a camera reads with ease; events of further devices are sent twice, which is harmless. */
const MOST_DEVICES = 8;
/** Each step back is so much longer than the one before. */
const STEP = 4;

/** @param log may hold events twice. @returns the devices with the most events */
export function heldEventsOf(log: LogColumns): HeldEvents[] {
	const held = [...rowsByDevice(log)].map(([device, rows]) => {
		const marks = marksOf(rows.length);
		return { device, count: rows.length, sums: sumsOf(log, rows, marks) };
	});
	return held.sort((a, b) => b.count - a.count).slice(0, MOST_DEVICES);
}

/** @returns places of the rows, each event once, that whoever holds `held` may lack: all that they lack and few others */
export function rowsNotIn(log: LogColumns, held: readonly HeldEvents[]): number[] {
	const lacking: number[] = [];
	for (const [device, rows] of rowsByDevice(log)) {
		const theirs = held.find((other) => other.device === device);
		lacking.push(...rows.slice(theirs === undefined ? 0 : sharedStart(log, rows, theirs)));
	}
	return lacking;
}

/** @returns how many of the first rows both sides hold for certain */
function sharedStart(log: LogColumns, rows: readonly number[], { count, sums }: HeldEvents): number {
	const marks = marksOf(count);
	const ours = sumsOf(log, rows, marks);
	const place = marks.findIndex((mark, index) => mark <= rows.length && ours[index] === sums[index]);
	return marks[place] ?? 0;
}

/** @returns the counts at which sums are taken, largest first */
function marksOf(count: number): number[] {
	const marks = count > 0 ? [count] : [];
	for (let back = 1; back < count; back *= STEP) marks.push(count - back);
	return marks;
}

/** @returns the sum of the first `mark` rows for each mark */
function sumsOf(log: LogColumns, rows: readonly number[], marks: readonly number[]): number[] {
	const sums: number[] = [];
	let sum = NO_IDS;
	for (const [place, row] of rows.entries()) {
		sum = addId(sum, log.id, row * ID_BYTES);
		const mark = marks.indexOf(place + 1);
		if (mark !== -1) sums[mark] = (sum.low ^ sum.high) >>> 0;
	}
	return marks.map((_, index) => sums[index] ?? 0);
}

/** Each device's rows by sequence number, each event once. */
function rowsByDevice(log: LogColumns): Map<string, number[]> {
	const byDevice = new Map<string, number[]>();
	for (const row of orderLog(log)) {
		const device = log.devices[log.device[row] ?? 0] ?? '';
		const rows = byDevice.get(device);
		if (rows === undefined) byDevice.set(device, [row]);
		else rows.push(row);
	}
	// The sort is stable: of two events with one number the earlier comes first, on every device.
	for (const rows of byDevice.values()) rows.sort((a, b) => (log.seq[a] ?? 0) - (log.seq[b] ?? 0));
	return byDevice;
}

/** Packs what is held into some hundred bytes. */
export function encodeHeldEvents(held: readonly HeldEvents[]): Uint8Array<ArrayBuffer> {
	const out = new ByteWriter();
	out.byte(VERSION);
	out.count(held.length);
	for (const { device, count, sums } of held) {
		out.text(device);
		out.count(count);
		for (const sum of sums) out.count(sum);
	}
	return out.finish();
}

/** Reads what `encodeHeldEvents` wrote. */
export function decodeHeldEvents(
	bytes: Uint8Array
): Result<HeldEvents[], { readonly kind: 'newer-version' | 'damaged' }> {
	try {
		const from = new ByteReader(bytes);
		if (from.byte() > VERSION) return err({ kind: 'newer-version' });
		const devices = from.count();
		if (devices > MOST_DEVICES) return err({ kind: 'damaged' });
		const held = Array.from({ length: devices }, () => {
			const device = from.text();
			const count = from.count();
			return { device, count, sums: marksOf(count).map(() => from.count()) };
		});
		return from.isAtEnd ? ok(held) : err({ kind: 'damaged' });
	} catch (thrown) {
		if (thrown instanceof BytesError) return err({ kind: 'damaged' });
		throw thrown;
	}
}
