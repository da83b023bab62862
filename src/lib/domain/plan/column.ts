/**
 * An entry of a column of numbers.
 * @throws when there is none: an index beyond the end is a bug
 */
export function numberAt(column: Float64Array, index: number): number {
	const value = column[index];
	if (value === undefined) throw new RangeError(`No entry ${index} in a column.`);
	return value;
}

// The same again for days: engines compile access to one kind of column far better than to any kind.

/**
 * An entry of a column of study days.
 * @throws when there is none: an index beyond the end is a bug
 */
export function dayAt(column: Int32Array, index: number): number {
	const value = column[index];
	if (value === undefined) throw new RangeError(`No entry ${index} in a column of days.`);
	return value;
}
