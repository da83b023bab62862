import { describe, expect, it } from 'vitest';
import type { Item } from '$lib/domain/item';
import { readingOf } from '$lib/domain/read-aloud';

const named = { number: 1, id: 'one', revision: 1 };

describe('what is read aloud of a question', () => {
	it('is the stem, then the options with the letters they have on the screen', () => {
		const item: Item = {
			...named,
			type: 'single-choice',
			stem: 'Which **one**?',
			options: [
				{ text: 'First', correct: true },
				{ text: 'Second', correct: false },
				{ text: 'Third', correct: false }
			]
		};
		expect(readingOf(item, [2, 0], 'blank')).toEqual(['Which one?', 'A. Third', 'B. First']);
	});

	it('says a word for each gap, and nothing of what belongs there', () => {
		const item: Item = { ...named, type: 'cloze', stem: 'In {{1::1848}} there was a {{2::revolution}}.' };
		expect(readingOf(item, [], 'blank')).toEqual(['In blank there was a blank.']);
	});

	it('has both sides of what is matched, and the entries of what is ordered, as they are offered', () => {
		const pairs = [
			{ left: 'a', right: '1' },
			{ left: 'b', right: '2' }
		];
		const matching: Item = { ...named, type: 'matching', stem: 'Match', pairs, extra: ['3'] };
		expect(readingOf(matching, [2, 1, 0], 'blank')).toEqual(['Match', 'a', 'b', '3', '2', '1']);
		const ordering: Item = { ...named, type: 'ordering', stem: 'Order', entries: [{ text: 'x' }, { text: 'y' }] };
		expect(readingOf(ordering, [1, 0], 'blank')).toEqual(['Order', 'y', 'x']);
	});

	it('tells no answer that is typed or recalled', () => {
		expect(readingOf({ ...named, type: 'basic', stem: 'Who?', answer: 'She' }, [], 'blank')).toEqual(['Who?']);
	});
});
