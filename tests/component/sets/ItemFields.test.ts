import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import ItemFields from '../../../src/lib/components/sets/ItemFields.svelte';
import { newDraftItem, type DraftItem, type EditableType } from '../../../src/lib/state/set-draft';
import { problemsOfItem } from '../../../src/lib/state/set-draft-problems';

/** Shows the fields of a question and keeps what is written, as the editor does. */
async function show(first: DraftItem, problems = problemsOfItem(first)) {
	const written = vi.fn<(item: DraftItem) => void>();
	const onwrite = (item: DraftItem) => {
		written(item);
		void screen.rerender({ item, problems: [] });
	};
	const screen = await render(ItemFields, { item: first, lang: 'en', problems, onwrite });
	return { last: () => written.mock.lastCall?.[0] };
}
const blank = (type: EditableType) => newDraftItem(type, 1);

describe('the fields of a question', () => {
	it('say in words, at the field, what is missing', async () => {
		await show(blank('basic'));
		await expect.element(page.getByText('Write the question.')).toBeVisible();
		await expect.element(page.getByText('Write the answer.')).toBeVisible();
		await expect.element(page.getByLabelText('Question')).toHaveAttribute('aria-invalid', 'true');
		await expect.element(page.getByLabelText('Question')).toHaveAccessibleDescription(/Write the question/);
	});

	it('show the question as its learner sees it once it is complete, without its answer', async () => {
		await show({ ...blank('basic'), stem: 'Where?' } as DraftItem, []);
		await expect.element(page.getByText('The preview appears')).toBeVisible();
		await page.getByLabelText('Answer', { exact: true }).fill('In **Egypt**');
		await expect.element(page.getByText('As the learner sees it')).toBeVisible();
		await expect.element(page.getByText('Egypt', { exact: true })).not.toBeInTheDocument();
		await page.getByText('Show answer').click();
		await expect.element(page.getByText('Egypt', { exact: true })).toBeVisible();
	});

	it('hide the words that are selected in a cloze, and ask for a selection when there is none', async () => {
		const { last } = await show({ ...blank('cloze'), stem: 'The Nile ends in Egypt.' } as DraftItem);
		await expect.element(page.getByText('Nothing is hidden yet.', { exact: false })).toBeVisible();
		await page.getByRole('button', { name: 'Hide the selected words' }).click();
		await expect.element(page.getByText('Select some words in the text first', { exact: false })).toBeVisible();
		const area = page.getByLabelText('Text with gaps').element() as HTMLTextAreaElement;
		area.focus();
		area.setSelectionRange(17, 22);
		await page.getByRole('button', { name: 'Hide the selected words' }).click();
		expect(last()).toMatchObject({ stem: 'The Nile ends in {{1::Egypt}}.' });
	});

	it('mark one option as right at a time, add one and remove one', async () => {
		const { last } = await show({ ...blank('single-choice'), stem: 'Longest?' } as DraftItem, []);
		await page.getByLabelText('Option 1', { exact: true }).fill('Nile');
		await page.getByLabelText('Option 2', { exact: true }).fill('Rhine');
		await page.getByLabelText('Option 1 is right').click();
		await page.getByLabelText('Option 2 is right').click();
		await page.getByRole('button', { name: 'Remove option 4' }).click();
		await page.getByRole('button', { name: 'Remove option 3' }).click();
		expect(last()).toMatchObject({
			options: [
				{ text: 'Nile', correct: false },
				{ text: 'Rhine', correct: true }
			]
		});
		await expect.element(page.getByRole('button', { name: 'Remove option 1' })).not.toBeInTheDocument();
		await page.getByRole('button', { name: 'Add an option' }).click();
		expect(last()).toMatchObject({ options: { length: 3 } });
	});

	it('can be filled by keyboard alone', async () => {
		const { last } = await show(blank('true-false'), []);
		(page.getByLabelText('Statement').element() as HTMLElement).focus();
		await userEvent.keyboard('It rains{Tab}{ArrowDown}');
		expect(last()).toMatchObject({ stem: 'It rains', answer: false });
	});

	it('show a question of another type and say that it stays as it is', async () => {
		const item = {
			type: 'ordering',
			stem: 'Sort these',
			entries: [{ text: 'a' }, { text: 'b' }],
			number: 1,
			id: '1',
			revision: 1
		} as const;
		await show({ type: 'fixed', item, number: 1, explanation: '', before: item });
		await expect.element(page.getByText('cannot be edited here', { exact: false })).toBeVisible();
		await expect.element(page.getByText('Sort these')).toBeVisible();
		await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
	});

	it('show hostile text as text', async () => {
		const stem = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) __proto__';
		await show({ ...blank('basic'), stem, answer: 'b' } as DraftItem, []);
		await expect.element(page.getByText(stem).last()).toBeVisible();
		expect(document.querySelector('img, a')).toBeNull();
	});
});
