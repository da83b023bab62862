import { describe, expect, it } from 'vitest';
import { toAnalysedItem } from '$lib/domain/analysis/analysed-item';
import type { Item } from '$lib/domain/item';

const base = { number: 7, id: 'seven', revision: 1, stem: 'Which?' } as const;
const choice: Item = {
	...base,
	type: 'single-choice',
	options: [
		{ text: 'a', correct: false },
		{ text: 'b', correct: true },
		{ text: 'c', correct: false }
	]
};

describe('toAnalysedItem', () => {
	it('knows the key of every type that has options', () => {
		expect(toAnalysedItem(choice, [])).toMatchObject({ item: 7, key: [1], options: 3, single: true, guess: 1 / 3 });
		expect(toAnalysedItem({ ...choice, type: 'multiple-choice' }, []).single).toBe(false);
		expect(toAnalysedItem({ ...base, type: 'true-false', answer: false }, [])).toMatchObject({ key: [1], options: 2 });
		expect(toAnalysedItem({ ...base, type: 'classify', answer: 'contested' }, [])).toMatchObject({
			key: [2],
			options: 4
		});
		expect(toAnalysedItem({ ...base, type: 'basic', answer: 'x' }, [])).toMatchObject({
			key: null,
			options: 0,
			guess: 0
		});
	});

	it('counts an option that the teacher accepted later as right', () => {
		const accepted = { item: 7, kind: 'option', option: 0 } as const;
		expect(toAnalysedItem(choice, [accepted, { ...accepted, item: 8, option: 2 }]).key).toEqual([0, 1]);
	});

	it('knows when everyone was given the mark', () => {
		expect(toAnalysedItem(choice, [{ item: 7, kind: 'all-right' }]).settled).toBe(true);
		expect(toAnalysedItem(choice, [{ item: 8, kind: 'all-right' }]).settled).toBe(false);
	});
});
