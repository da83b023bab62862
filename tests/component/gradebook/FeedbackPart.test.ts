import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import FeedbackPart from '../../../src/lib/components/gradebook/FeedbackPart.svelte';
import { DatabaseAccess } from '../../../src/lib/state/database.svelte';
import { KeptComment } from '../../../src/lib/state/gradebook/kept-comment.svelte';

it('a comment that was begun is there again when its result is opened again, and on no other', async () => {
	const make = () => Promise.resolve(null);
	const database = new DatabaseAccess(() => Promise.resolve());
	const show = (result: string) =>
		render(FeedbackPart, { title: 'For Monday', carriesKeys: false, kept: new KeptComment(database, result), make });
	const comment = page.getByLabelText('Comment');
	const screen = await show('amina');
	await comment.fill('Look at question 2 again.');
	await screen.unmount();
	const other = await show('bilal');
	await expect.element(comment).toHaveValue('');
	await other.unmount();
	await show('amina');
	await expect.element(comment).toHaveValue('Look at question 2 again.');
});
