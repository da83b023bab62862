import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import { sealedCharacters } from './envelope';

/** The three parts of `1d.<payload>`. */
export type LinkParts = { readonly version: number; readonly method: string; readonly payload: string };

/** Zero-width characters and soft hyphens that programs put into long words; none belongs to a link. */
export const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const IN_ADDRESS = /#\s*([1-9]\d?)([A-Za-z])\./;
const BARE = /^[\s<("'[*]*([1-9]\d?)([A-Za-z])\./;
const TRAILING = new Set('.,;:!?)]}>"\'*`…»”’');

/**
 * Finds a link in what a person pasted: a bare payload, an address, or a message around it. Percent-encoding, line breaks
 * that mail programs put in, parameters that trackers hang on and punctuation after the link are taken away.
 */
export function findLink(text: string): Result<LinkParts, { readonly kind: 'empty' | 'not-a-link' }> {
	const plain = decodePercent(text.replace(INVISIBLE, '')).trim();
	if (plain === '') return err({ kind: 'empty' });
	const found = IN_ADDRESS.exec(plain) ?? BARE.exec(plain);
	if (found?.[1] === undefined || found[2] === undefined) return err({ kind: 'not-a-link' });
	const rest = plain.slice(found.index + found[0].length);
	return ok({ version: Number(found[1]), method: found[2], payload: gatherPayload(rest) });
}

/** Some apps encode the address once, wrapping services once more. The payload itself has no percent sign. */
export function decodePercent(text: string): string {
	let decoded = text;
	for (let pass = 0; pass < 3 && decoded.includes('%'); pass += 1) {
		decoded = decoded.replace(/%([2-7][0-9A-Fa-f]|0[AaDd])/g, (_, hex: string) =>
			String.fromCharCode(Number.parseInt(hex, 16))
		);
	}
	return decoded;
}

/** Joins lines until the payload has the length it says it has. What follows it in the message is left alone. */
function gatherPayload(text: string): string {
	const [beforeParameters = ''] = text.split(/[&?#]/, 1);
	let payload = '';
	for (const word of beforeParameters.split(/\s+/)) {
		const piece = withoutTrailing(word.startsWith('>') ? word.slice(1) : word);
		if (payload !== '' && (isComplete(payload) || /[^A-Za-z0-9_-]/.test(piece))) break;
		payload += piece;
	}
	return payload;
}

function isComplete(payload: string): boolean {
	const expected = sealedCharacters(payload);
	return expected !== null && payload.length >= expected;
}

/** A loop and not a pattern, which would take quadratic time on a text made of full stops. */
function withoutTrailing(word: string): string {
	let end = word.length;
	while (end > 0 && TRAILING.has(word.charAt(end - 1))) end -= 1;
	return word.slice(0, end);
}
