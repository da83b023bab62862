/** The named values of a plain object that has just been checked for stray names. */
export type Fields = Readonly<Record<string, unknown>>;

/** @returns true for an object with names and values; lists and null are none */
export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns true when the object has no name but these: what is not understood is not accepted */
export function hasOnly(fields: Fields, names: readonly string[]): boolean {
	return Object.keys(fields).every((name) => names.includes(name));
}

/** @returns true for a string of 1 to `max` UTF-16 units */
export function isText(value: unknown, max: number): value is string {
	return typeof value === 'string' && value.length > 0 && value.length <= max;
}

/** @returns true for a whole number that is exact, of either sign */
export function isWhole(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value);
}

/** @returns true for a whole number from 0 on */
export function isCount(value: unknown): value is number {
	return isWhole(value) && value >= 0;
}

/** @returns true for a finite number from 0 on */
export function isAmount(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** @returns true when `value` is one of `options` */
export function isOneOf<T>(value: unknown, options: readonly T[]): value is T {
	return (options as readonly unknown[]).includes(value);
}

/** Reads a list of at most `max` entries, each by `parse`. @returns null when one of them is not readable */
export function parseList<T>(value: unknown, max: number, parse: (entry: unknown) => T | null): T[] | null {
	if (!Array.isArray(value) || value.length > max) return null;
	const parsed: T[] = [];
	for (const entry of value as readonly unknown[]) {
		const one = parse(entry);
		if (one === null) return null;
		parsed.push(one);
	}
	return parsed;
}

/** @returns the value when it is a count, else null: for `parseList` */
export function parseCount(value: unknown): number | null {
	return isCount(value) ? value : null;
}

/** The rows that can be read: one that cannot must not keep the others from being saved. */
export function parseAll<T>(rows: readonly unknown[], parse: (row: unknown) => T | null): T[] {
	return rows.map(parse).filter((row) => row !== null);
}
