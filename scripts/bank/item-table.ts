import { DIMENSIONS, DIMENSION_NAMES, cellOf, plannedIn } from './blueprint';
import type { Blueprint, Dimension } from './blueprint';
import type { SourceBank } from './parse-bank';

/**
 * Tables of the bank's items, a row for each topic and a column for each type, with sums.
 * @param blueprint when there is one, cells read `built/planned`, and tables by Bloom level, difficulty and kind follow
 */
export function formatItemTables(source: SourceBank, blueprint: Blueprint | null): string {
	const dimensions = blueprint === null ? (['types'] as const) : DIMENSION_NAMES;
	return dimensions.map((dimension) => formatTable(source, blueprint, dimension)).join('\n\n');
}

function formatTable({ bank, items }: SourceBank, blueprint: Blueprint | null, dimension: Dimension): string {
	const topics = [...new Set([...(bank?.value.topics.map(({ id }) => id) ?? []), ...items.map(({ topic }) => topic)])];
	const columns: readonly string[] = DIMENSIONS[dimension];
	const format = (rows: readonly string[], cells: readonly string[]): string => {
		const counted = items.filter(
			({ topic, value }) => rows.includes(topic) && cells.includes(cellOf(dimension, value))
		);
		if (blueprint === null) return String(counted.length);
		const planned = rows.flatMap((topic) => cells.map((cell) => plannedIn(blueprint, topic, dimension, cell)));
		return `${String(counted.length)}/${String(planned.reduce((sum, count) => sum + count, 0))}`;
	};
	const row = (name: string, rows: readonly string[]): string[] => [
		name,
		...columns.map((cell) => format(rows, [cell])),
		format(rows, columns)
	];
	const header = ['', ...columns.map(shorten), 'sum'];
	return align([header, ...topics.map((topic) => row(topic, [topic])), row('sum', topics)]);
}

/** "single" for "single-choice": the table with both numbers in a cell fits in 120 columns. */
function shorten(cell: string): string {
	return cell.replace(/-(?:choice|answer)$/, '');
}

function align(rows: readonly (readonly string[])[]): string {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
	return rows
		.map((cells) =>
			cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
		)
		.join('\n');
}
