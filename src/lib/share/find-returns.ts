import { decodeBase64url } from './base64url';
import { sealedCharacters } from './envelope';
import { decodePercent, INVISIBLE } from './find-link';
import { curveOfBody, kindOfBody, type SealedKind } from './sealed-head';

/** What begins a link, at the beginning of a word or behind the `#` of an address. */
const START = /(?<=^|[\s#<>("'[*,;|])([1-9]\d?)([A-Za-z])\.(?=[A-Za-z0-9_-])/g;
const WORD = /[A-Za-z0-9_-]+/y;
/** A line break with what mail programs put around it: spaces, and signs of quoting. */
const BREAK = /[ \t]*=?\r?\n[ \t>]*/y;
/** Characters that hold the length of a body, its checksum and its first byte. */
const HEAD_CHARACTERS = 12;
const CHECKSUM_BYTES = 4;
/** A shorter piece that begins like a link which was cut off may as well be anything. */
const LEAST_PIECE = 24;

/**
 * Finds every result in a pasted text of any size, in order: several on a line, broken by mail programs, among anything else.
 * Those that were cut off are found too, as long as their beginning shows what they are.
 */
export function findReturns(text: string): readonly string[] {
	const plain = decodePercent(text.replace(INVISIBLE, ''));
	const found: string[] = [];
	START.lastIndex = 0;
	for (let start = START.exec(plain); start !== null; start = START.exec(plain)) {
		const { payload, end } = gather(plain, start.index + start[0].length);
		if (kindOfPayload(payload) !== 'result') continue;
		found.push(`${start[0]}${payload}`);
		START.lastIndex = end;
	}
	return found;
}

/** @returns what the link in a text carries back, from its beginning alone; null when it is no result and no feedback */
export function returnKind(text: string): SealedKind | null {
	const plain = decodePercent(text.replace(INVISIBLE, ''));
	START.lastIndex = 0;
	for (let start = START.exec(plain); start !== null; start = START.exec(plain)) {
		const kind = kindOfPayload(gather(plain, start.index + start[0].length).payload);
		if (kind !== null) return kind;
	}
	return null;
}

/** Reads on over line breaks until the payload has the length it states, or something else begins. */
function gather(text: string, from: number): { readonly payload: string; readonly end: number } {
	let payload = '';
	let end = from;
	for (let at = from; ;) {
		const word = matchAt(WORD, text, at);
		if (word === '' || (payload !== '' && !continues(text, at, word, payload))) break;
		payload += word;
		end = at + word.length;
		const rest = lacking(payload);
		if (rest !== null && rest <= 0) return { payload: payload.slice(0, payload.length + rest), end };
		const gap = matchAt(BREAK, text, end);
		if (gap === '') break;
		at = end + gap.length;
	}
	return { payload, end };
}

/** A word on the next line belongs to the link when it completes it or has the line to itself. */
function continues(text: string, at: number, word: string, payload: string): boolean {
	const rest = lacking(payload);
	if (rest !== null && word.length >= rest) return word.length === rest || rest <= 0;
	const after = text.charAt(at + word.length);
	return after === '' || matchAt(BREAK, text, at + word.length) !== '';
}

/** @returns how many characters a payload lacks; below zero when it has too many, null when too few are there to tell */
function lacking(payload: string): number | null {
	const expected = sealedCharacters(payload);
	return expected === null || expected === 0 ? null : expected - payload.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}

function kindOfPayload(payload: string): SealedKind | null {
	const head = decodeBase64url(payload.slice(0, HEAD_CHARACTERS));
	if (!head.ok) return null;
	const length = head.value.findIndex((byte) => byte < 0x80) + 1;
	const first = length === 0 ? undefined : head.value[length + CHECKSUM_BYTES];
	if (first === undefined) return null;
	// A newer suite is told from chance by its length alone.
	const isWhole = lacking(payload) === 0;
	return isWhole || (curveOfBody(first) !== undefined && payload.length >= LEAST_PIECE) ? kindOfBody(first) : null;
}
