import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import FeedbackPart from '../../../src/lib/components/gradebook/FeedbackPart.svelte';
import { momentInWords } from '../../../src/lib/i18n/format';
import { DatabaseAccess } from '../../../src/lib/state/database.svelte';
import { KeptComment } from '../../../src/lib/state/gradebook/kept-comment.svelte';

const CLOSES = Date.UTC(2026, 11, 1, 12);

it('a comment that was begun is there again when its result is opened again, and on no other', async () => {
	const make = () => Promise.resolve(null);
	const database = new DatabaseAccess(() => Promise.resolve());
	const show = (result: string) =>
		render(FeedbackPart, {
			title: 'For Monday',
			carriesKeys: false,
			held: null,
			kept: new KeptComment(database, result),
			make
		});
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

it('a teacher is told what of feedback waits for the closing, and nothing where nothing does', async () => {
	const database = new DatabaseAccess(() => Promise.resolve());
	const props = {
		title: 'For Monday',
		carriesKeys: true,
		held: { at: CLOSES, aspects: ['marks', 'key'] as const },
		kept: new KeptComment(database, 'mo'),
		make: () => Promise.resolve(null)
	};
	const screen = await render(FeedbackPart, props);
	const told = page.getByText(`Your rules hold back the marks and the right answers until ${momentInWords(CLOSES)},`);
	await expect.element(told).toBeVisible();
	await screen.rerender({ ...props, held: null });
	await expect.element(told).not.toBeInTheDocument();
});
