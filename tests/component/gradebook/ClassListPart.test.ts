import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import ClassListPart from '../../../src/lib/components/gradebook/ClassListPart.svelte';

it('a class list that is being written stays when the assignment is read anew', async () => {
	const onsave = () => Promise.resolve();
	const screen = await render(ClassListPart, { classList: ['Amina Gul'], roll: null, onsave });
	await page.getByText('Names, one a line').first().click();
	const names = page.getByRole('textbox');
	await names.fill('Amina Gul\nBilal Shah');
	await screen.rerender({ classList: ['Amina Gul'], roll: null, onsave });
	await expect.element(names).toHaveValue('Amina Gul\nBilal Shah');
	await screen.rerender({ classList: ['Zara Khan'], roll: null, onsave });
	await expect.element(names).toHaveValue('Zara Khan');
});
