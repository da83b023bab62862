import { describe, expect, it } from 'vitest';
import type { Item } from '$lib/domain/item';
import type { Attempt } from '$lib/domain/quiz';
import { restoreAttempt } from '$lib/domain/restore-attempt';
import { withholdKeys } from '$lib/domain/withhold-keys';
import { attempt, studySet } from '../../storage/support';

const common = (number: number) => ({ number, id: String(number), revision: 1, stem: 'Which?' });
const option = (text: string, correct = false) => ({ text, correct });
const CHOICE: Item = {
	...common(1),
	type: 'single-choice',
	options: [option('Kabul', true), option('Quetta'), option('Herat'), option('Swat')]
};
const ORDER: Item = {
	...common(2),
	type: 'ordering',
	entries: ['1893', '1947', '1979', '2001'].map((text) => ({ text }))
};
const MATCH: Item = {
	...common(3),
	type: 'matching',
	pairs: ['a', 'b', 'c'].map((left) => ({ left, right: `${left} right` })),
	extra: ['none']
};
const ITEMS = [CHOICE, ORDER, MATCH];
const withheld = withholdKeys(studySet({ items: ITEMS })).items;

/** What a learner sees of each part, by its place in the withheld edition. */
const textsOf = (item: Item | undefined): string[] => {
	if (item?.type === 'single-choice') return item.options.map(({ text }) => text);
	if (item?.type === 'ordering') return item.entries.map(({ text }) => text);
	return item?.type === 'matching' ? [...item.pairs.map(({ right }) => right), ...item.extra] : [];
};

describe('an attempt on questions without answers', () => {
	const [choice = [], order = [], match = []] = withheld.map(textsOf);
	const taken: Attempt = attempt({
		paper: [
			{ item: 1, order: [2, 0, 3, 1] },
			{ item: 2, order: [3, 2, 1, 0] },
			{ item: 3, order: [1, 0, 3, 2] },
			{ item: 9, order: [1, 0] }
		],
		answers: [
			{ response: { type: 'choice', chosen: [choice.indexOf('Kabul')] }, tookMs: 1, confidence: 'sure' },
			{
				response: { type: 'order', order: ['1893', '1947', '1979', '2001'].map((year) => order.indexOf(year)) },
				tookMs: 2
			},
			{ response: { type: 'match', right: [match.indexOf('a right'), null, match.indexOf('none')] }, tookMs: 3 },
			null
		]
	});
	const restored = restoreAttempt(taken, ITEMS);

	it('says the same of the questions as written', () => {
		expect(restored.answers).toEqual([
			{ response: { type: 'choice', chosen: [0] }, tookMs: 1, confidence: 'sure' },
			{ response: { type: 'order', order: [0, 1, 2, 3] }, tookMs: 2 },
			{ response: { type: 'match', right: [0, null, 3] }, tookMs: 3 },
			null
		]);
	});

	it('shows the parts in the order in which they stood', () => {
		const shown = (items: readonly Item[], { paper }: Attempt) =>
			paper.map((entry) =>
				entry.order.map((index) => textsOf(items.find(({ number }) => number === entry.item))[index])
			);
		expect(shown(ITEMS, restored).slice(0, 3)).toEqual(shown(withheld, taken).slice(0, 3));
		expect(restored.paper[3]).toEqual(taken.paper[3]);
	});
});
