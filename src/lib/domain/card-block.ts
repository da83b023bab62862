import { toCardAddress, toCardId, type CardState } from './card';
import { CARD_PHASES } from './card-columns';
import { ByteReader, BytesError, ByteWriter } from './log/bytes';
import { crc32 } from './log/crc32';

const VERSION = 1;
const CRC_BYTES = 4;
/** No list of states is longer: a reader that is told of more has junk in its hands. */
const MOST_CARDS = 1_000_000;

/** Bits of a card's first byte, above the two of its phase. */
const [SUSPENDED, HAS_INSTANT, HAS_FAILED, IS_BURIED] = [4, 8, 16, 32] as const;

/**
 * Packs states of cards into bytes: about 35 a card where a row of a database takes 300, and a hundred times as quick to
 * write. Numbers come back exactly as they were. A checksum stands at the end.
 */
export function encodeCards(states: readonly CardState[]): Uint8Array<ArrayBuffer> {
	const out = new ByteWriter();
	const places = new Map<string, number>();
	for (const { setId } of states) if (!places.has(setId)) places.set(setId, places.size);
	out.byte(VERSION);
	out.count(places.size);
	for (const setId of places.keys()) out.text(setId);
	out.count(states.length);
	let last = 0;
	for (const state of states) {
		const { item, part } = toCardAddress(state.card);
		out.count(places.get(state.setId) ?? 0);
		out.signed(item - last);
		out.count(part);
		last = item;
		writeState(out, state);
	}
	const body = out.finish();
	const bytes = new Uint8Array(body.length + CRC_BYTES);
	bytes.set(body);
	new DataView(bytes.buffer).setUint32(body.length, crc32(body));
	return bytes;
}

/** @returns the states that `encodeCards` packed, or null when the bytes are damaged or of a newer version */
export function decodeCards(bytes: Uint8Array): CardState[] | null {
	const end = bytes.length - CRC_BYTES;
	if (end < 1 || bytes[0] !== VERSION) return null;
	const crc = new DataView(bytes.buffer, bytes.byteOffset).getUint32(end);
	if (crc32(bytes.subarray(0, end)) !== crc) return null;
	try {
		return readStates(new ByteReader(bytes.subarray(1, end)));
	} catch (thrown) {
		if (thrown instanceof BytesError) return null;
		throw thrown;
	}
}

function writeState(out: ByteWriter, state: CardState): void {
	const { dueAt, failedDay, buriedUntil, lastDay } = state;
	const flags =
		(state.suspended ? SUSPENDED : 0) +
		(dueAt === null ? 0 : HAS_INSTANT) +
		(failedDay === null ? 0 : HAS_FAILED) +
		(buriedUntil === null ? 0 : IS_BURIED);
	out.byte(CARD_PHASES.indexOf(state.phase) + flags);
	out.float(state.stability);
	out.float(state.difficulty);
	out.count(state.step);
	out.signed(lastDay);
	out.signed(state.dueDay - lastDay);
	out.signed(state.lastAt);
	out.count(state.reviews);
	out.count(state.lapses);
	if (dueAt !== null) out.signed(dueAt - state.lastAt);
	if (failedDay !== null) out.signed(failedDay - lastDay);
	if (buriedUntil !== null) out.signed(buriedUntil - lastDay);
}

function readStates(from: ByteReader): CardState[] {
	const sets = Array.from({ length: countOf(from) }, () => from.text());
	let item = 0;
	const states = Array.from({ length: countOf(from) }, () => {
		const setId = sets[from.count()];
		item += from.signed();
		if (setId === undefined || item < 0) throw new BytesError('Not a card');
		return readState(from, setId, toCardId({ setId, item, part: from.count() }));
	});
	if (!from.isAtEnd) throw new BytesError('There is more than the states');
	return states;
}

function readState(from: ByteReader, setId: string, card: string): CardState {
	const flags = from.byte();
	const phase = CARD_PHASES[flags & 3];
	if (phase === undefined || flags > 63) throw new BytesError('No card is in this phase');
	const stability = from.float();
	const difficulty = from.float();
	const step = from.count();
	const lastDay = from.signed();
	const dueDay = lastDay + from.signed();
	const lastAt = from.signed();
	const reviews = from.count();
	const lapses = from.count();
	const dueAt = flags & HAS_INSTANT ? lastAt + from.signed() : null;
	const failedDay = flags & HAS_FAILED ? lastDay + from.signed() : null;
	const buriedUntil = flags & IS_BURIED ? lastDay + from.signed() : null;
	const suspended = (flags & SUSPENDED) > 0;
	const memory = { phase, stability, difficulty, step, dueDay, dueAt };
	return { card, setId, ...memory, lastDay, lastAt, reviews, lapses, failedDay, suspended, buriedUntil };
}

function countOf(from: ByteReader): number {
	const count = from.count();
	if (count > MOST_CARDS) throw new BytesError('More entries than there can be');
	return count;
}
