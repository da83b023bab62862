import { ITEM_TYPES } from '../../src/lib/domain/item';
import type { SourceBank } from './parse-bank';

/** @returns a table of the bank's items, a row for each topic and a column for each type, with sums */
export function formatItemTable({ bank, items }: SourceBank): string {
	const topics = [...new Set([...(bank?.value.topics.map(({ id }) => id) ?? []), ...items.map(({ topic }) => topic)])];
	const count = (topic: string | null, type: string | null): string =>
		String(
			items.filter((item) => (topic ?? item.topic) === item.topic && (type ?? item.value.type) === item.value.type)
				.length
		);
	const row = (name: string, topic: string | null): string[] => [
		name,
		...ITEM_TYPES.map((type) => count(topic, type)),
		count(topic, null)
	];
	const rows = [['', ...ITEM_TYPES, 'sum'], ...topics.map((topic) => row(topic, topic)), row('sum', null)];
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
	return rows
		.map((cells) =>
			cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
		)
		.join('\n');
}
