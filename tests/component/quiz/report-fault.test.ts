import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import ReportFault from '../../../src/lib/components/quiz/ReportFault.svelte';

const onkeep = vi.fn<(words: string) => void>();

/** Shows the question about faults as the quiz does: it closes when it is told so, and drafts are kept outside. */
async function ask(words: string) {
	const screen = await render(ReportFault, {
		props: {
			open: true,
			words,
			ondraft: (typed: string) => void screen.rerender({ words: typed }),
			onclose: () => void screen.rerender({ open: false }),
			onkeep
		}
	});
	return screen;
}

const field = page.getByRole('textbox');

beforeEach(() => {
	onkeep.mockClear();
});

describe('a report of a fault', () => {
	it('that was closed with Escape or Close shows what was typed when it is opened again', async () => {
		const screen = await ask('');
		await field.fill('The map is from 1990');
		await userEvent.keyboard('{Escape}');
		await expect.element(field).not.toBeInTheDocument();
		await screen.rerender({ open: true });
		await expect.element(field).toHaveValue('The map is from 1990');
		await field.fill('The map is from 1991');
		await page.getByRole('button', { name: 'Back to the question' }).click();
		await expect.element(field).not.toBeInTheDocument();
		await screen.rerender({ open: true });
		await expect.element(field).toHaveValue('The map is from 1991');
		expect(onkeep).not.toHaveBeenCalled();
	});

	it('starts from what was kept, and keeps what stands there', async () => {
		await ask('Two are right');
		await expect.element(field).toHaveValue('Two are right');
		await field.fill('Three are right');
		await page.getByRole('button', { name: 'Keep the report' }).click();
		expect(onkeep).toHaveBeenCalledExactlyOnceWith('Three are right');
	});
});
