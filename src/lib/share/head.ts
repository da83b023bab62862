/** A positional array of numbers: all structure of a payload. Its texts follow it. */
export type Head = readonly HeadValue[];
export type HeadValue = number | Head;

/** Content needs three levels. The check is on the text, so that no parser ever meets a deep one. */
const MAX_DEPTH = 4;

/** @returns the head as JSON; zeros at its end are left out, since a place that is missing means zero */
export function writeHead(head: Head): string {
	let end = head.length;
	while (end > 0 && head[end - 1] === 0) end -= 1;
	return JSON.stringify(head.slice(0, end));
}

/**
 * Reads a head. JSON of brackets, commas, digits, minus signs and decimal points can hold numbers and lists only: no
 * strings, no objects and so no keys.
 * @returns null when it is anything else
 */
export function readHead(json: string): Head | null {
	if (!json.startsWith('[') || /[^[\],\d.-]/.test(json) || depthOf(json) > MAX_DEPTH) return null;
	try {
		return toHead(JSON.parse(json));
	} catch {
		// The characters are right and their order is not; that is all there is to know.
		return null;
	}
}

/** @returns true when `value` is a whole number from `least` to `most` */
export function isWhole(value: HeadValue | undefined, least: number, most: number): value is number {
	return (
		typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0) && value >= least && value <= most
	);
}

/**
 * A column with one whole number for each of `count` items; a plain number stands for a list full of it.
 * @returns null when it is not one
 */
export function readColumn(value: HeadValue, count: number, least: number, most: number): number[] | null {
	const entries = typeof value === 'number' ? Array.from({ length: count }, () => value) : value;
	if (entries.length !== count) return null;
	const numbers = entries.filter((entry) => isWhole(entry, least, most));
	return numbers.length === count ? numbers : null;
}

/** @returns one number when all are the same, else the list */
export function writeColumn(numbers: readonly number[]): HeadValue {
	const first = numbers[0] ?? 0;
	return numbers.every((entry) => entry === first) ? first : numbers;
}

/** Item numbers as differences, the first from zero: smaller, and alike in a run. */
export function toDeltas(numbers: readonly number[]): number[] {
	return numbers.map((entry, place) => entry - (numbers[place - 1] ?? 0));
}

/** @returns the numbers that `toDeltas` was given */
export function fromDeltas(deltas: readonly number[]): number[] {
	let sum = 0;
	return deltas.map((delta) => (sum += delta));
}

function depthOf(json: string): number {
	let depth = 0;
	let deepest = 0;
	for (const character of json) {
		if (character === '[') depth += 1;
		else if (character === ']') depth -= 1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}

/** By `readHead`'s check, JSON.parse gives lists and numbers only, four levels deep at most. */
function toHead(value: unknown): Head | null {
	return Array.isArray(value) ? (value as Head) : null;
}
