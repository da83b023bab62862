import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { NO_MAP } from '../../../src/lib/components/quiz/quiz-map';
import { reviewRows, type ReviewRow } from '../../../src/lib/components/quiz/review-rows';
import ReviewQuestion from '../../../src/lib/components/quiz/ReviewQuestion.svelte';
import type { Item } from '../../../src/lib/domain/item';
import type { Response } from '../../../src/lib/domain/quiz';
import * as items from './items';

const rows = (item: Item, response: Response | null, order: readonly number[] = []) =>
	reviewRows(item, order, response, [
		{ id: 'kabul', name: 'Kabul', lat: 34.528, lon: 69.172, kind: 'capital', shown: true }
	]).map(({ mark, tag, text }: ReviewRow) => [mark, tag, text]);

describe('the rows of a review', () => {
	it('keep the order of the options and name the right one and the wrong choice', () => {
		expect(rows(items.singleChoice, { type: 'choice', chosen: [0] }, [2, 0, 1])).toEqual([
			['plain', null, 'Crane'],
			['wrong', 'Your answer, not right', 'Swift'],
			['right', 'Right answer', 'Kiwi']
		]);
	});

	it('say why the chosen option is wrong, and only of that one', () => {
		const notes = reviewRows(items.singleChoice, [0, 1, 2], { type: 'choice', chosen: [0] }, []).map(
			({ note }) => note
		);
		expect(notes).toEqual(['It hardly ever lands.', null, null]);
	});

	it('tell a right option left out from one that was chosen', () => {
		expect(rows(items.multipleChoice, { type: 'choice', chosen: [0, 1] }, [0, 1, 2])).toEqual([
			['right', 'Your answer, right', 'Two'],
			['wrong', 'Your answer, not right', 'Three'],
			['right', 'Right answer, you left it out', 'Four']
		]);
	});

	it('put the expected words under a wrong one, and say when a slip was forgiven', () => {
		expect(rows(items.shortAnswer, { type: 'text', values: ['Bergen'] })).toEqual([
			['wrong', 'Your answer, not right', 'Bergen'],
			['right', 'Right answer', 'Oslo']
		]);
		expect(rows(items.shortAnswer, { type: 'text', values: ['oslo'] })).toEqual([
			['right', 'Your answer, right', 'oslo']
		]);
		const long: Item = { ...items.shortAnswer, answers: ['Oslo', 'the city of **Christiania**'] };
		expect(rows(long, { type: 'text', values: ['city of Christania'] })).toEqual([
			['right', 'Accepted; it is written the city of Christiania.', 'city of Christania']
		]);
	});

	it('say whose word it is that a typed answer is right, and still what was expected', () => {
		const ruled = (item: Item, response: Response) =>
			reviewRows(item, [], response, [], true).map(({ mark, tag, text }) => [mark, tag, text]);
		expect(ruled(items.shortAnswer, { type: 'text', values: ['Christiania'] })).toEqual([
			['right', 'Your answer, counted as right by you', 'Christiania'],
			['right', 'Right answer', 'Oslo']
		]);
		expect(ruled(items.cloze, { type: 'text', values: ['sun', 'Luna'] })).toEqual([
			['right', 'Your answer, right', 'sun'],
			['right', 'Your answer, counted as right by you', 'Luna'],
			['right', 'Right answer', 'moon']
		]);
	});

	it('show only what is right of a gap left empty', () => {
		expect(rows(items.cloze, { type: 'text', values: ['sun', ''] })).toEqual([
			['right', 'Your answer, right', 'sun'],
			['right', 'Right answer', 'moon']
		]);
	});

	it('give an ordering in the right order with the place each entry was given', () => {
		expect(rows(items.ordering, { type: 'order', order: [0, 2, 1] })).toEqual([
			['right', 'Your place, right', 'Morning'],
			['wrong', 'Not right, you put it in place 3', 'Noon'],
			['wrong', 'Not right, you put it in place 2', 'Evening']
		]);
	});

	it('give each pair of a matching with its right side', () => {
		expect(rows(items.matching, { type: 'match', right: [0, 2] })).toEqual([
			['right', 'Your answer, right', 'calf'],
			['wrong', 'Your answer, not right', 'kid'],
			['right', 'Right answer', 'foal']
		]);
	});

	it('name the place, and how far off a wrong pin was', () => {
		expect(rows(items.place, { type: 'point', lat: 34.5, lon: 69.2 })).toEqual([
			['right', 'Your answer, right', 'Kabul']
		]);
		const [wrong, right] = rows(items.place, { type: 'point', lat: 30, lon: 67 });
		expect(wrong?.[2]).toMatch(/^A point \d+ km to the south-west$/);
		expect(right).toEqual(['right', 'Right answer', 'Kabul']);
	});

	it('show nothing but what is right of a question left open', () => {
		for (const item of [
			items.singleChoice,
			items.trueFalse,
			items.classify,
			items.cloze,
			items.matching,
			items.basic
		]) {
			const marks = rows(item, null, [0, 1, 2]).map(([mark]) => mark);
			expect(marks, item.type).toContain('right');
			expect(marks, item.type).not.toContain('wrong');
		}
	});
});

describe('a reviewed question', () => {
	const item: Item = {
		...items.singleChoice,
		provenance: {
			paragraphs: [2],
			kind: 'claim',
			sources: ['S1', 'S2'],
			asOf: '2025-10-16',
			objective: 'LO1',
			bloom: 'remember',
			difficulty: 'easy',
			tags: []
		}
	};
	const props = {
		item,
		order: [0, 1, 2],
		response: { type: 'choice', chosen: [0] },
		outcome: 'wrong',
		ruling: 'marked',
		onoverrule: () => undefined,
		isDueToday: true,
		sources: [
			{ title: 'On birds', publisher: 'Feather Press', url: 'https://example.org/1' },
			{ title: 'On wings', url: 'https://example.org/2' }
		],
		map: NO_MAP
	} as const;

	it('says what kind of statement it is, as of when, where from and what happens next', async () => {
		await render(ReviewQuestion, { props });
		await expect.element(page.getByText('Because it is so.')).toBeVisible();
		const note = document.querySelector('.note')?.textContent.replace(/\s+/g, ' ') ?? '';
		expect(note).toContain('Claim, as of 16 October 2025');
		expect(note).toContain('Sources: Feather Press: On birds, On wings.');
		expect(note).toContain('Back as a card today, because you missed it.');
	});

	it('leads to the sources safely and to the paragraph of the companion', async () => {
		await render(ReviewQuestion, { props });
		const source = page.getByRole('link', { name: /Feather Press/ });
		await expect.element(source).toHaveAttribute('href', 'https://example.org/1');
		await expect.element(source).toHaveAttribute('rel', expect.stringContaining('noopener'));
		await expect
			.element(page.getByRole('link', { name: 'paragraph 2' }))
			.toHaveAttribute('href', expect.stringMatching(/\/read\/?#p2$/));
	});

	it('promises no card where none is due', async () => {
		await render(ReviewQuestion, { props: { ...props, isDueToday: false } });
		expect(document.body.textContent).not.toContain('Back as a card');
	});

	it('leaves the last word on a typed answer to the learner, and on no other', async () => {
		const said: boolean[] = [];
		const typed = { ...props, item: items.shortAnswer, response: { type: 'text', values: ['Christiania'] } } as const;
		const onoverrule = (overruled: boolean) => said.push(overruled);
		const { rerender } = await render(ReviewQuestion, { props: { ...typed, ruling: 'open', onoverrule } });
		await page.getByRole('button', { name: 'I was right' }).click();
		await rerender({ ruling: 'overruled', outcome: 'right' });
		await expect.element(page.getByRole('status')).toHaveTextContent('You counted this as right.');
		await page.getByRole('button', { name: 'Take that back' }).click();
		expect(said).toEqual([true, false]);
		await rerender({ ruling: 'marked' });
		await expect.element(page.getByRole('button')).not.toBeInTheDocument();
	});
});
