import { hashText } from './hash';
import type { Item } from './item';
import type { Paper } from './quiz';
import { err, ok, type Result } from './result';

/** Crockford's base 32: without I, L and O, which look like 1 and 0, and without U. @see https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = ALPHABET.length;
/** 40 bits: the 32 of the seed, then 8 that tell whether the paper is still the same. */
const LENGTH = 8;
const CHECKS = 2 ** 8;

/** What `parsePaperCode` makes of a typed code: the code as it is printed, and the seed in it. */
export type ReadPaperCode = { readonly code: string; readonly seed: number };

/**
 * The code printed on a paper, such as `7ZK0-3FMW`. It holds the seed from which the paper is drawn again, and a check over
 * what was drawn: another choice of questions, or another edition of one of them, gives another code.
 * @param seed whole number below 2^32
 * @param items those of the paper at least
 */
export function toPaperCode(seed: number, setId: string, paper: Paper, items: readonly Item[]): string {
	let rest = seed * CHECKS + paperCheck(seed, setId, paper, items);
	let digits = '';
	while (digits.length < LENGTH) {
		digits = `${ALPHABET.charAt(rest % BASE)}${digits}`;
		rest = Math.floor(rest / BASE);
	}
	return `${digits.slice(0, LENGTH / 2)}-${digits.slice(LENGTH / 2)}`;
}

/**
 * A check over a paper, 0 to 255: another choice of questions, or another edition of one of them, gives another.
 * @param items those of the paper at least
 */
export function paperCheck(seed: number, setId: string, paper: Paper, items: readonly Item[]): number {
	const revisions = new Map(items.map(({ number, revision }) => [number, revision]));
	const drawn = paper.map(({ item, order }) => `${String(item)}.${String(revisions.get(item))}:${order.join(',')}`);
	return hashText([seed, setId, ...drawn].join(' ')) % CHECKS;
}

/**
 * Reads a code as people type it: in any case, with O for 0 and I or L for 1, with or without its hyphen.
 * @returns an error when it has not eight letters and digits; whether it belongs to a paper shows in drawing that anew
 */
export function parsePaperCode(text: string): Result<ReadPaperCode, { readonly kind: 'not-a-code' }> {
	const digits = text
		.toUpperCase()
		.replace(/[\s\p{Pd}]/gu, '')
		.replaceAll('O', '0')
		.replaceAll(/[IL]/g, '1');
	const values = Array.from(digits, (digit) => ALPHABET.indexOf(digit));
	if (values.length !== LENGTH || values.includes(-1)) return err({ kind: 'not-a-code' });
	const value = values.reduce((sum, digit) => sum * BASE + digit, 0);
	return ok({
		code: `${digits.slice(0, LENGTH / 2)}-${digits.slice(LENGTH / 2)}`,
		seed: Math.floor(value / CHECKS)
	});
}
