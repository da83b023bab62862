import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/lib/domain/item';
import type { StudySet } from '../../../src/lib/domain/set';
import { sectionsOf, type ComposeChoices } from '../../../src/lib/state/compose-sections';

/** 5 on a, 2 on b, 1 on c, and as many without a topic as wanted. */
function setWith(loose: number): StudySet {
	const topics = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', ...Array<undefined>(loose).fill(undefined)];
	const items = topics.map((topic, i): Item => {
		const base = { type: 'basic', stem: 'S', answer: 'A', number: i + 1, id: String(i + 1), revision: 1 } as const;
		return topic === undefined ? base : { ...base, topic };
	});
	const titles = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() }));
	return { id: 's', title: 'T', lang: 'en', origin: 'own', revision: 1, addedAt: 0, topics: titles, items };
}
const CHOICES: ComposeChoices = { way: 'topic', topics: ['a', 'b', 'c'], count: 6, blueprint: [], picked: [] };
const rowsOf = (choices: Partial<ComposeChoices>, loose = 0) =>
	sectionsOf({ ...CHOICES, ...choices }, setWith(loose), []).flatMap(({ rows }) =>
		rows.map(({ count, topics }) => [count, ...topics])
	);

describe('sectionsOf', () => {
	it('asks equally many of each topic, and more where there are more', () => {
		expect(rowsOf({ count: 3 })).toEqual([
			[1, 'a'],
			[1, 'b'],
			[1, 'c']
		]);
		expect(rowsOf({ count: 6 })).toEqual([
			[3, 'a'],
			[2, 'b'],
			[1, 'c']
		]);
		expect(rowsOf({ count: 'all' })).toEqual([
			[5, 'a'],
			[2, 'b'],
			[1, 'c']
		]);
	});

	it('asks of the chosen topics only, and of what has no topic when all are chosen', () => {
		expect(rowsOf({ topics: ['b', 'c'], count: 'all' }, 2)).toEqual([
			[2, 'b'],
			[1, 'c']
		]);
		expect(rowsOf({ count: 'all' }, 2).at(-1)).toEqual([2]);
		expect(rowsOf({ topics: [] })).toEqual([]);
	});

	it('asks the weakest first, as many as are wanted, and picked ones as they were picked', () => {
		const weak = sectionsOf({ ...CHOICES, way: 'weak', count: 2 }, setWith(0), [4, 2, 1]);
		expect(weak).toEqual([{ title: '', fixed: [4, 2], rows: [] }]);
		const picked = sectionsOf({ ...CHOICES, way: 'hand', picked: [8, 1] }, setWith(0), []);
		expect(picked).toEqual([{ title: '', fixed: [8, 1], rows: [] }]);
	});
});
