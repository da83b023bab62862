import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '$lib/domain/draw-paper';
import type { Item } from '$lib/domain/item';
import type { StudySet } from '$lib/domain/set';
import { gatherContent, type Asked } from '$lib/state/assignment-content';

const item = (number: number): Item => ({
	number,
	id: String(number),
	revision: 1,
	type: 'true-false',
	stem: `Question ${String(number)}`,
	answer: true,
	topic: number % 2 === 0 ? 'even' : 'odd'
});

const SET: StudySet = {
	id: 'teachers-set',
	title: 'A set',
	lang: 'en',
	origin: 'own',
	revision: 3,
	addedAt: 0,
	topics: [
		{ id: 'odd', title: 'Odd' },
		{ id: 'even', title: 'Even' }
	],
	items: Array.from({ length: 20 }, (_, index) => item(index + 1))
};

const row = (count: number, topics: string[] = []) => ({ count, topics, difficulties: [], types: [] });
const asked = (changes: Partial<Asked> = {}): Asked => ({
	set: SET,
	sections: [{ title: 'First', fixed: [4], rows: [row(3, ['odd'])] }],
	seed: 7,
	forms: 'same',
	...changes
});
const spec = ({ sections, seed }: Pick<Asked, 'sections' | 'seed'>) =>
	({ setId: 'x', topics: [], items: [], count: 20, time: { kind: 'none' }, factor: 1, seed, sections }) as const;

describe('what travels in an assignment', () => {
	it('is only the drawn questions when everyone gets the same, and the paper stays what it was', () => {
		const sections = fc.array(
			fc.record({
				title: fc.constantFrom('', 'Part'),
				fixed: fc.uniqueArray(fc.integer({ min: 1, max: 22 }), { maxLength: 3 }),
				rows: fc.array(
					fc.record({
						count: fc.integer({ min: 1, max: 4 }),
						topics: fc.constantFrom([], ['odd'], ['even']),
						difficulties: fc.constant([]),
						types: fc.constant([])
					}),
					{ maxLength: 2 }
				)
			}),
			{ minLength: 1, maxLength: 3 }
		);
		fc.assert(
			fc.property(sections, fc.integer({ min: 0, max: 0xffff_ffff }), (parts, seed) => {
				const gathered = gatherContent(asked({ sections: parts, seed }));
				const before = drawPaper(spec({ sections: parts, seed }), SET.items);
				expect(drawPaper(spec({ sections: gathered.sections, seed }), gathered.set.items)).toEqual(before);
				expect(gathered.set.items.map(({ number }) => number).sort()).toEqual(before.map((entry) => entry.item).sort());
			}),
			{ seed: 42, numRuns: 60 }
		);
	});

	it('is everything that may be drawn when papers differ', () => {
		const { set, sections } = gatherContent(asked({ forms: 'each' }));
		expect(set.items.map(({ number }) => number)).toEqual([1, 3, 4, 5, 7, 9, 11, 13, 15, 17, 19]);
		expect(sections).toEqual(asked().sections);
	});

	it('keeps a set its name when it travels whole, and gives a part a lasting one of its own', () => {
		const all = gatherContent(asked({ sections: [{ title: '', fixed: [], rows: [row(5)] }], forms: 'each' }));
		expect(all.content).toMatchObject({ kind: 'set', set: { id: SET.id, revision: 3 } });
		const part = gatherContent(asked());
		expect(part.set.id).not.toBe(SET.id);
		expect(gatherContent(asked()).set.id).toBe(part.set.id);
		expect(part.content).toMatchObject({ kind: 'set', set: { id: part.set.id } });
	});

	it('names the items of a bundled bank, and none when it is the whole bank', () => {
		const bank: StudySet = { ...SET, id: 'bank', origin: 'bundled' };
		const { content, set } = gatherContent(asked({ set: bank, sections: [{ title: '', fixed: [9, 2], rows: [] }] }));
		expect(content).toEqual({ kind: 'bank-items', bank: 'bank', bankRevision: 3, title: '', items: [2, 9] });
		expect(set.id).toBe('bank');
		const whole = gatherContent(
			asked({ set: bank, sections: [{ title: '', fixed: [], rows: [row(5)] }], forms: 'ab' })
		);
		expect(whole.content).toMatchObject({ items: [] });
	});
});
