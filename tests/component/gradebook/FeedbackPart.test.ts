import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import FeedbackPart from '../../../src/lib/components/gradebook/FeedbackPart.svelte';

it('a comment that was begun is there again when its result is opened again, and on no other', async () => {
	const make = () => Promise.resolve(null);
	const show = (keptAs: string) => render(FeedbackPart, { title: 'For Monday', carriesKeys: false, keptAs, make });
	const comment = page.getByLabelText('Comment');
	const screen = await show('feedback.amina');
	await comment.fill('Look at question 2 again.');
	await screen.unmount();
	const other = await show('feedback.bilal');
	await expect.element(comment).toHaveValue('');
	await other.unmount();
	await show('feedback.amina');
	await expect.element(comment).toHaveValue('Look at question 2 again.');
});
