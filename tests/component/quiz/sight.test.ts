import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { answerRows } from '../../../src/lib/components/quiz/answer-rows';
import { NO_MAP } from '../../../src/lib/components/quiz/quiz-map';
import ReviewQuestion from '../../../src/lib/components/quiz/ReviewQuestion.svelte';
import type { Item } from '../../../src/lib/domain/item';
import type { Response } from '../../../src/lib/domain/quiz';
import * as items from './items';

const HIDDEN = { correctness: false, marks: false, explanation: false, key: false };
const textsOf = (item: Item, response: Response | null) =>
	answerRows(item, response, []).map(({ mark, tag, lead, text }) => [mark, tag, lead, text]);

describe('an answer whose key may not be seen', () => {
	it('is shown alone, without a mark', () => {
		expect(textsOf(items.multipleChoice, { type: 'choice', chosen: [0, 1] })).toEqual([
			['plain', 'Your answer', null, 'Two'],
			['plain', null, null, 'Three']
		]);
		expect(textsOf(items.shortAnswer, { type: 'text', values: ['Bergen'] })).toEqual([
			['plain', 'Your answer', null, 'Bergen']
		]);
		expect(textsOf(items.singleChoice, null)).toEqual([]);
	});

	it('keeps the order in which the learner put things', () => {
		const ordering: Item = {
			...items.shortAnswer,
			type: 'ordering',
			entries: [{ text: 'first' }, { text: 'second' }]
		};
		expect(textsOf(ordering, { type: 'order', order: [1, 0] }).map(([, , lead, text]) => [lead, text])).toEqual([
			['1', 'second'],
			['2', 'first']
		]);
	});

	it('leaves nothing of the key on the page: neither options, gaps, explanation nor sources', async () => {
		const props = {
			order: [0, 1, 2],
			outcome: 'wrong',
			ruling: 'open',
			isDueToday: true,
			sources: [{ title: 'On birds', url: 'https://example.org/1' }],
			map: NO_MAP,
			sight: HIDDEN,
			onoverrule: () => undefined
		} as const;
		const cloze: Item = {
			type: 'cloze',
			stem: 'It dates from {{1::1893}}.',
			number: 9,
			id: 'c',
			revision: 1,
			explanation: 'Because.'
		};
		await render(ReviewQuestion, { props: { ...props, item: cloze, response: { type: 'text', values: ['1900'] } } });
		const words = document.body.textContent;
		expect(words).toContain('1900');
		for (const key of ['1893', 'Because', 'On birds', 'right', 'Back as a card']) expect(words).not.toContain(key);
	});
});
