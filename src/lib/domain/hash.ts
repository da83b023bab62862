/** FNV-1a, 32 bits: offset basis and prime. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A stable 32-bit hash of a text: FNV-1a over its UTF-16 units, then the finisher of MurmurHash3. FNV alone hardly moves
 * its high bits when only the last character changes, and those bits decide `hashToUnit`.
 * @returns an integer from 0 to 2^32 - 1
 */
export function hashText(text: string): number {
	return mixBits(goOn(OFFSET_BASIS, text));
}

/**
 * `hashText` of one text behind another, as a fraction. Whoever asks for the same beginning again and again does not wait for
 * it again.
 * @returns at least 0 and less than 1
 */
export function hashToUnit(start: string, end: string): number {
	if (start !== begun.text) begun = { text: start, hash: goOn(OFFSET_BASIS, start) };
	return mixBits(goOn(begun.hash, end)) / 2 ** 32;
}

let begun = { text: '', hash: OFFSET_BASIS };

function goOn(begun: number, text: string): number {
	let hash = begun;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
	return hash;
}

/**
 * `fmix32`: every bit of the result depends on every bit of the input.
 * @returns an integer from 0 to 2^32 - 1
 * @see https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp
 */
export function mixBits(hash: number): number {
	let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}
