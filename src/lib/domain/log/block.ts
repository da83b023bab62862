import { toCardAddress, toCardId } from '../card';
import { err, ok, type Result } from '../result';
import { ByteReader, BytesError, ByteWriter } from './bytes';
import { crc32 } from './crc32';
import { ID_BYTES } from './event-id';
import type { LogBuilder, Row } from './log-builder';
import { CODES, type LogColumns } from './log-columns';

/** The newest version. A block is written in the oldest that holds what is in it, so that older apps read what they can. */
const BLOCK_VERSION = 2;
/** Blocks without a full reset, which this version does not know. */
const PLAIN_VERSION = 1;

/** `BSB`: tells a block from any other bytes. */
const MAGIC = [0x42, 0x53, 0x42] as const;
const CRC_BYTES = 4;
/** Bytes of a UUIDv7 that hold its time. */
const TIME_BYTES = 6;
/** As many as four bits hold: `CODES.fullReset` is written as 0, which no other event is. */
const CODES_A_BYTE = 16;
/** No block is larger: a reader that is told of more events than that has junk in its hands. */
const MOST_EVENTS = 1_000_000;

export type BlockError =
	| { readonly kind: 'not-a-block' }
	| { readonly kind: 'newer-version'; readonly version: number }
	| { readonly kind: 'damaged' };

/**
 * Packs events, in the order of the log, into bytes that are never changed again: about 20 bytes an event where rows of
 * a database take 300. Differences instead of numbers, each text once, the time of an id not at all where it is that of
 * the event; a checksum at the end.
 */
export function encodeBlock(log: LogColumns): Uint8Array<ArrayBuffer> {
	const out = new ByteWriter();
	out.raw(Uint8Array.of(...MAGIC, log.code.includes(CODES.fullReset) ? BLOCK_VERSION : PLAIN_VERSION));
	out.count(log.count);
	writeTexts(out, log.devices);
	writeTexts(out, log.attempts);
	writeTexts(
		out,
		log.guesses.map((guess) => String(guess))
	);
	writeCards(out, log.cards);
	out.count(log.voids.length / ID_BYTES);
	out.raw(log.voids);
	const seqs = new Map<number, number>();
	for (let row = 0; row < log.count; row += 1) writeRow(out, log, row, seqs);
	const body = out.finish();
	const crc = crc32(body);
	const bytes = new Uint8Array(body.length + CRC_BYTES);
	bytes.set(body);
	new DataView(bytes.buffer).setUint32(body.length, crc);
	return bytes;
}

/**
 * Unpacks a block into a builder, behind what is there.
 * @returns how many events it held; of a block that cannot be read the builder keeps no event
 */
export function decodeBlock(bytes: Uint8Array, into: LogBuilder): Result<number, BlockError> {
	if (MAGIC.some((byte, index) => bytes[index] !== byte)) return err({ kind: 'not-a-block' });
	const version = bytes[MAGIC.length] ?? 0;
	if (version > BLOCK_VERSION) return err({ kind: 'newer-version', version });
	if (version < PLAIN_VERSION || bytes.length < MAGIC.length + 1 + CRC_BYTES) return err({ kind: 'damaged' });
	const end = bytes.length - CRC_BYTES;
	const crc = new DataView(bytes.buffer, bytes.byteOffset).getUint32(end);
	if (crc32(bytes.subarray(0, end)) !== crc) return err({ kind: 'damaged' });
	const before = into.count;
	try {
		return ok(readBody(new ByteReader(bytes.subarray(MAGIC.length + 1, end)), into));
	} catch (thrown) {
		into.dropFrom(before);
		if (thrown instanceof BytesError) return err({ kind: 'damaged' });
		throw thrown;
	}
}

/** @returns whether a block holds events of any of the cards, without unpacking it all. Damaged ones do not. */
export function mentionsCards(bytes: Uint8Array, cards: ReadonlySet<string>): boolean {
	try {
		const from = new ByteReader(bytes.subarray(MAGIC.length + 1));
		from.count();
		for (let list = 0; list < 3; list += 1) readTexts(from);
		return readCards(from, (setId, item, part) => toCardId({ setId, item, part })).some((card) => cards.has(card));
	} catch (thrown) {
		if (thrown instanceof BytesError) return false;
		throw thrown;
	}
}

function writeTexts(out: ByteWriter, texts: readonly string[]): void {
	out.count(texts.length);
	for (const text of texts) out.text(text);
}

/** The name of each set once, then numbers. */
function writeCards(out: ByteWriter, cards: readonly string[]): void {
	const addresses = cards.map(toCardAddress);
	const sets = [...new Set(addresses.map(({ setId }) => setId))];
	const places = new Map(sets.map((setId, place) => [setId, place]));
	writeTexts(out, sets);
	out.count(cards.length);
	let last = 0;
	for (const { setId, item, part } of addresses) {
		out.count(places.get(setId) ?? 0);
		out.signed(item - last);
		out.count(part);
		last = item;
	}
}

function writeRow(out: ByteWriter, log: LogColumns, row: number, seqs: Map<number, number>): void {
	const device = log.device[row] ?? 0;
	const seq = log.seq[row] ?? 0;
	const at = log.at[row] ?? 0;
	const day = log.day[row] ?? 0;
	const code = log.code[row] ?? 0;
	const id = log.id.subarray(row * ID_BYTES, (row + 1) * ID_BYTES);
	const hasOwnTime = timeOf(id) !== at;
	out.byte((code % CODES_A_BYTE) + (hasOwnTime ? 16 : 0) + (device === 0 ? 0 : 32));
	if (device !== 0) out.count(device);
	out.signed(seq - (seqs.get(device) ?? -1) - 1);
	seqs.set(device, seq);
	out.signed(at - (row === 0 ? 0 : (log.at[row - 1] ?? 0)));
	out.signed(day - (row === 0 ? 0 : (log.day[row - 1] ?? 0)));
	out.count(log.card[row] ?? 0);
	out.raw(hasOwnTime ? id : id.subarray(TIME_BYTES));
	const extra = log.extra[row] ?? 0;
	if (code <= 8 || code === CODES.quizAnswer) out.count(log.tookMs[row] ?? 0);
	if (code === CODES.quizAnswer) {
		out.byte(log.flags[row] ?? 0);
		out.count(log.guess[row] ?? 0);
	}
	if (hasExtra(code)) out.signed(extra - (isDayCode(code) ? day : 0));
}

function readBody(from: ByteReader, into: LogBuilder): number {
	const count = from.count();
	if (count > MOST_EVENTS) throw new BytesError('More events than a block holds');
	const devices = readTexts(from).map((text) => into.devices.placeOf(text));
	const attempts = readTexts(from).map((text) => into.attempts.placeOf(text));
	const guesses = readTexts(from).map((text) => readGuess(text, into));
	const cards = readCards(from, (setId, item, part) => into.cards.placeOfAddress(setId, item, part));
	const voids = Array.from({ length: countOf(from) }, () => into.addVoided(from.raw(ID_BYTES)));
	const tables = { devices, attempts, guesses, cards, voids };
	const last: Last = { seqs: new Map(), row: { ...FIRST_ROW } };
	const id = new Uint8Array(ID_BYTES);
	for (let row = 0; row < count; row += 1) into.addRow(id, readRow(from, tables, last, id));
	if (!from.isAtEnd) throw new BytesError('There is more than the events');
	return count;
}

type Tables = Readonly<Record<'devices' | 'attempts' | 'guesses' | 'cards' | 'voids', readonly number[]>>;
/** What the next row is counted from. */
type Last = { readonly seqs: Map<number, number>; readonly row: { -readonly [Column in keyof Row]: Row[Column] } };

const FIRST_ROW: Row = { device: 0, seq: 0, at: 0, day: 0, code: 0, card: 0, tookMs: 0, extra: 0, flags: 0, guess: 0 };

/** Fills `id` and the row, which is the same for all: new objects would be two million of them. */
function readRow(from: ByteReader, tables: Tables, { seqs, row }: Last, id: Uint8Array): Row {
	const head = from.byte();
	const code = head % CODES_A_BYTE === 0 ? CODES.fullReset : head % CODES_A_BYTE;
	if (head > 63) throw new BytesError('No event has this code');
	const place = head & 32 ? from.count() : 0;
	row.code = code;
	row.device = entryOf(tables.devices, place);
	row.seq = from.signed() + (seqs.get(place) ?? -1) + 1;
	seqs.set(place, row.seq);
	row.at += from.signed();
	row.day += from.signed();
	row.card = entryOf(tables.cards, from.count());
	if (head & 16) {
		from.copy(id, 0);
	} else {
		writeTime(id, row.at);
		from.copy(id, TIME_BYTES);
	}
	const isQuiz = code === CODES.quizAnswer;
	row.tookMs = code <= 8 || isQuiz ? from.count() : 0;
	row.flags = isQuiz ? from.byte() : 0;
	row.guess = isQuiz ? entryOf(tables.guesses, from.count()) : 0;
	row.extra = hasExtra(code) ? readExtra(from, tables, code, row.day) : 0;
	return row;
}

function readExtra(from: ByteReader, tables: Tables, code: number, day: number): number {
	const extra = from.signed();
	if (code === CODES.quizAnswer) return entryOf(tables.attempts, extra);
	if (code === CODES.void) return entryOf(tables.voids, extra);
	return isDayCode(code) ? extra + day : extra;
}

function readTexts(from: ByteReader): string[] {
	return Array.from({ length: countOf(from) }, () => from.text());
}

function readCards<T>(from: ByteReader, make: (setId: string, item: number, part: number) => T): T[] {
	const sets = readTexts(from);
	if (!sets.every((setId) => /^[^.]+$/.test(setId))) throw new BytesError('Not a set');
	const cards: T[] = [];
	let item = 0;
	for (let left = countOf(from); left > 0; left -= 1) {
		const setId = sets[from.count()];
		item += from.signed();
		if (setId === undefined || item < 0) throw new BytesError('Not a card');
		cards.push(make(setId, item, from.count()));
	}
	return cards;
}

function readGuess(text: string, into: LogBuilder): number {
	const guess = Number(text);
	if (!(guess >= 0 && guess <= 1)) throw new BytesError('Not a chance');
	return into.placeOfGuess(guess);
}

function countOf(from: ByteReader): number {
	const count = from.count();
	if (count > MOST_EVENTS) throw new BytesError('More entries than a block holds');
	return count;
}

function entryOf(table: readonly number[], place: number): number {
	const entry = table[place];
	if (entry === undefined) throw new BytesError('A place beyond the list');
	return entry;
}

function hasExtra(code: number): boolean {
	return (code > CODES.reviewWithInterval && code <= CODES.void) || isDayCode(code);
}

function isDayCode(code: number): boolean {
	return code === CODES.bury || code === CODES.setDue;
}

/** @see RFC 9562, section 5.7: the first 48 bits of a UUIDv7 are its milliseconds */
function timeOf(id: Uint8Array): number {
	let time = 0;
	for (let index = 0; index < TIME_BYTES; index += 1) time = time * 256 + (id[index] ?? 0);
	return time;
}

function writeTime(id: Uint8Array, at: number): void {
	let rest = at;
	for (let index = TIME_BYTES - 1; index >= 0; index -= 1) {
		id[index] = rest % 256;
		rest = Math.floor(rest / 256);
	}
}
