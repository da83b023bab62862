import { describe, expect, it } from 'vitest';
import type { Item } from '$lib/domain/item';
import { toSearchText } from '$lib/domain/search-text';
import type { Stage } from '$lib/domain/stage';
import { filterRows, NO_FILTER, type BrowseFilter, type BrowseRow } from '$lib/state/browse-filter';

const TOPICS = ['border', 'actors', 'unused'];

const provenance = (kind: 'fact' | 'prediction', paragraphs: number[]) => ({
	kind,
	paragraphs,
	sources: [],
	asOf: '2025-10-16',
	objective: 'LO1',
	bloom: 'remember' as const,
	difficulty: 'easy' as const,
	tags: []
});

function row(number: number, stem: string, stage: Stage | null, more: Partial<Item>): BrowseRow {
	const item = { number, id: String(number), revision: 1, stem, type: 'basic', answer: 'x', ...more } as Item;
	return { item, stage, text: toSearchText([stem]) };
}

const ROWS = [
	row(1, 'Torkham', 'new', { topic: 'border', provenance: provenance('fact', [5]) }),
	row(2, 'The TTP', 'known', { topic: 'actors', provenance: provenance('prediction', [1, 5]) }),
	row(3, 'Torkham and the TTP', 'known', { topic: 'border', type: 'true-false', provenance: provenance('fact', [2]) }),
	row(4, 'Of my own', 'suspended', {})
];

const shownBy = (some: Partial<BrowseFilter>) =>
	filterRows(ROWS, { ...NO_FILTER, ...some }, TOPICS).shown.map(({ item }) => item.number);
const countsBy = (some: Partial<BrowseFilter>) => filterRows(ROWS, { ...NO_FILTER, ...some }, TOPICS).counts;

describe('filterRows', () => {
	it('shows everything when nothing is asked for', () => {
		expect(shownBy({})).toEqual([1, 2, 3, 4]);
	});

	it('narrows by each filter', () => {
		expect(shownBy({ words: 'turkham' })).toEqual([1, 3]);
		expect(shownBy({ stage: 'known' })).toEqual([2, 3]);
		expect(shownBy({ topic: 'border' })).toEqual([1, 3]);
		expect(shownBy({ paragraph: 5 })).toEqual([1, 2]);
		expect(shownBy({ kind: 'ahead' })).toEqual([2]);
		expect(shownBy({ type: 'true-false' })).toEqual([3]);
	});

	it('asks for all filters at once', () => {
		expect(shownBy({ words: 'ttp', stage: 'known', topic: 'border' })).toEqual([3]);
		expect(shownBy({ words: 'ttp', stage: 'new' })).toEqual([]);
	});

	it('offers what there is, every stage, and how many rows each would leave', () => {
		const counts = countsBy({});
		expect(counts.stage).toEqual([
			{ value: 'new', count: 1 },
			{ value: 'learning', count: 0 },
			{ value: 'known', count: 2 },
			{ value: 'leech', count: 0 },
			{ value: 'suspended', count: 1 }
		]);
		expect(counts.topic).toEqual([
			{ value: 'border', count: 2 },
			{ value: 'actors', count: 1 }
		]);
		expect(counts.paragraph.map(({ value, count }) => [value, count])).toEqual([[1, 1], [2, 1], [5, 2]]); // prettier-ignore
		expect(counts.kind.map(({ value }) => value)).toEqual(['fact', 'ahead']);
	});

	it('counts with the words and the other filters, but not with its own', () => {
		const counts = countsBy({ words: 'torkham', topic: 'border', stage: 'known' });
		expect(counts.stage.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0]);
		expect(counts.topic.map(({ count }) => count)).toEqual([1, 0]);
	});

	it('promises the number that a choice then shows', () => {
		const some = { words: 'the' } as const;
		for (const { value, count } of countsBy(some).paragraph) {
			expect(shownBy({ ...some, paragraph: value })).toHaveLength(count);
		}
	});

	it('offers no stages while they are not known', () => {
		const rows = ROWS.map((one) => ({ ...one, stage: null }));
		expect(filterRows(rows, NO_FILTER, TOPICS).counts.stage).toEqual([]);
	});
});
