import { ID_BYTES } from './event-id';
import type { LogColumns } from './log-columns';

/**
 * The rows of a log in its total order (at, device, seq, id), each event once: the row that came first. Blocks are in order in themselves, so the
 * stretches that ascend are found and merged two by two: nothing is done for a log that is in order already.
 * @returns places of rows
 */
export function orderLog(log: LogColumns): Uint32Array {
	const known = orders.get(log);
	if (known !== undefined) return known;
	const compare = makeCompare(log);
	let runs = findRuns(log.count, compare);
	let rows = Uint32Array.from({ length: log.count }, (_, row) => row);
	while (runs.length > 2) [rows, runs] = mergeRuns(rows, runs, compare);
	const order = withoutRepeats(rows, log);
	orders.set(log, order);
	return order;
}

/** Whoever works on a log asks for its order several times. */
const orders = new WeakMap<LogColumns, Uint32Array>();

type Compare = (a: number, b: number) => number;

function makeCompare({ at, device, seq, id, devices }: LogColumns): Compare {
	const sorted = [...devices].sort((a, b) => (a < b ? -1 : 1));
	const ranks = devices.map((name) => sorted.indexOf(name));
	return (a, b) =>
		(at[a] ?? 0) - (at[b] ?? 0) ||
		(ranks[device[a] ?? 0] ?? 0) - (ranks[device[b] ?? 0] ?? 0) ||
		(seq[a] ?? 0) - (seq[b] ?? 0) ||
		compareIds(id, a, b);
}

/** Letters of a UUID sort like its bytes. */
function compareIds(id: Uint8Array, a: number, b: number): number {
	for (let index = 0; index < ID_BYTES; index += 1) {
		const difference = (id[a * ID_BYTES + index] ?? 0) - (id[b * ID_BYTES + index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** @returns where each ascending stretch starts, and the end of the last */
function findRuns(count: number, compare: Compare): number[] {
	const starts = [0];
	for (let row = 1; row < count; row += 1) if (compare(row - 1, row) > 0) starts.push(row);
	return [...starts, count];
}

function mergeRuns(
	rows: Uint32Array<ArrayBuffer>,
	runs: readonly number[],
	compare: Compare
): [Uint32Array<ArrayBuffer>, number[]] {
	const merged = new Uint32Array(rows.length);
	const starts = [];
	for (let run = 0; run + 1 < runs.length; run += 2) {
		const [start = 0, middle = rows.length, end = middle] = runs.slice(run, run + 3);
		starts.push(start);
		mergeTwo(rows, merged, { start, middle, end }, compare);
	}
	return [merged, [...starts, rows.length]];
}

function mergeTwo(
	from: Uint32Array,
	to: Uint32Array,
	{ start, middle, end }: { readonly start: number; readonly middle: number; readonly end: number },
	compare: Compare
): void {
	let [a, b] = [start, middle];
	for (let place = start; place < end; place += 1) {
		const takesFirst = a < middle && (b >= end || compare(from[a] ?? 0, from[b] ?? 0) <= 0);
		to[place] = from[takesFirst ? a++ : b++] ?? 0;
	}
}

function withoutRepeats(rows: Uint32Array, { id }: LogColumns): Uint32Array {
	let kept = 0;
	for (const row of rows) {
		const before = rows[kept - 1];
		if (kept > 0 && before !== undefined && compareIds(id, before, row) === 0) continue;
		rows[kept] = row;
		kept += 1;
	}
	return rows.subarray(0, kept);
}
