import { crc32 } from '$lib/domain/log/crc32';
import { err, ok, type Result } from '$lib/domain/result';
import { decodeBase32, encodeBase32 } from './base32';
import type { Bytes } from './bytes';

/** Bytes in one code: a version 14 code at correction M, which a phone reads from another phone's screen at once. */
const PART_BYTES = 300;
/** Beyond, the bytes belong in a file: half an hour of codes. */
const MOST_PARTS = 9000;
const SESSION_BYTES = 5;

/** One code of a sequence. It says itself where it belongs, so that any order and any repetition will do. */
export type CodePart = {
	/** The same for all codes of one sequence: the beginning of the SHA-256 of what they carry together. */
	readonly session: string;
	/** From 0. */
	readonly index: number;
	readonly total: number;
	readonly bytes: Bytes;
};

/** What a code may be: a part of a log, or a list of what a device holds. */
export type ReadCode =
	{ readonly kind: 'part'; readonly part: CodePart } | { readonly kind: 'held'; readonly bytes: Bytes };

export type CodeError = { readonly kind: 'other-code' | 'newer-version' | 'damaged' };

const PART = /^BSC1\.([A-Z2-7]{8})\.(\d{1,5})\.(\d{1,5})\.([A-Z2-7]{7})\.([A-Z2-7]*)$/;
const HELD = /^BSH1\.([A-Z2-7]{7})\.([A-Z2-7]+)$/;
const LATER = /^BS[CH]\d+\./;

/** @returns the texts of the codes that carry `bytes`; null when there are too many bytes for codes */
export async function toCodes(bytes: Bytes): Promise<string[] | null> {
	const total = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
	if (total > MOST_PARTS) return null;
	const session = await sessionOf(bytes);
	return Array.from({ length: total }, (_, index) => {
		const part = bytes.slice(index * PART_BYTES, (index + 1) * PART_BYTES);
		const place = `${session}.${String(index)}.${String(total)}`;
		return `BSC1.${place}.${checkOf(place, part)}.${encodeBase32(part)}`;
	});
}

/** @returns the text of the code that says what a device holds */
export function toHeldCode(bytes: Bytes): string {
	return `BSH1.${checkOf('', bytes)}.${encodeBase32(bytes)}`;
}

/** Reads the text of one code. */
export function readCode(text: string): Result<ReadCode, CodeError> {
	const part = PART.exec(text);
	if (part !== null) return readPart(part.slice(1));
	const held = HELD.exec(text);
	if (held !== null) return readHeld(held.slice(1));
	if (!LATER.test(text)) return err({ kind: 'other-code' });
	return err({ kind: text.startsWith('BSC1.') || text.startsWith('BSH1.') ? 'damaged' : 'newer-version' });
}

/** @returns the session that the whole of some bytes belongs to */
export async function sessionOf(bytes: Bytes): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return encodeBase32(digest.slice(0, SESSION_BYTES));
}

function readPart([session = '', place = '', size = '', check = '', data = '']: readonly string[]): Result<
	ReadCode,
	CodeError
> {
	const bytes = decodeBase32(data);
	const [index, total] = [Number(place), Number(size)];
	const isPlausible = index < total && total <= MOST_PARTS;
	if (!bytes.ok || !isPlausible || checkOf(`${session}.${place}.${size}`, bytes.value) !== check) {
		return err({ kind: 'damaged' });
	}
	return ok({ kind: 'part', part: { session, index, total, bytes: bytes.value } });
}

function readHeld([check = '', data = '']: readonly string[]): Result<ReadCode, CodeError> {
	const bytes = decodeBase32(data);
	if (!bytes.ok || checkOf('', bytes.value) !== check) return err({ kind: 'damaged' });
	return ok({ kind: 'held', bytes: bytes.value });
}

/** Finds a misread code, which the code's own correction lets through now and then. */
function checkOf(place: string, bytes: Uint8Array): string {
	const checked = new Uint8Array([...new TextEncoder().encode(place), ...bytes]);
	const crc = new DataView(new ArrayBuffer(4));
	crc.setUint32(0, crc32(checked));
	return encodeBase32(new Uint8Array(crc.buffer));
}
