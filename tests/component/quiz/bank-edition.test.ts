import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import OpenedParts from '../../../src/lib/components/assignment/OpenedAssignment.svelte';
import type { Assignment } from '../../../src/lib/domain/assignment';
import { OpenedAssignment } from '../../../src/lib/state/opened-assignment.svelte';
import { ASSIGNMENT } from '../../unit/domain/class-results';
import * as items from './items';
import { appWith, tinySet } from './run-app';

const BANK = tinySet([items.trueFalse, items.shortAnswer]);

/** Shows an assignment on a bank whose copy here has revision 1 and two items. */
async function open(bankRevision: number, named: readonly number[]) {
	const app = await appWith(BANK);
	const bank = app.library.banks[0]?.id ?? '';
	vi.spyOn(app.library, 'set').mockResolvedValue({ ...BANK, id: bank, origin: 'bundled' });
	const assignment: Assignment = {
		...ASSIGNMENT,
		content: { kind: 'bank-items', bank, bankRevision, title: '', items: named },
		quiz: { ...ASSIGNMENT.quiz, sections: [{ title: '', fixed: named, rows: [] }] }
	};
	const opened = new OpenedAssignment(app, assignment);
	await opened.load();
	await render(OpenedParts, { props: { opened } });
}

describe('an assignment on another edition of the bank', () => {
	it('tells the learner before the start that their copy is older, and what to do', async () => {
		await open(2, [1, 2]);
		const line = page.getByText('an older edition of these questions');
		await expect.element(line).toBeVisible();
		await expect.element(page.getByText('update the app when it offers to')).toHaveTextContent('start all the same');
	});

	it('does not send them to update where their copy is newer', async () => {
		await open(0, [1, 2]);
		await expect.element(page.getByText('a newer edition of these questions')).toBeVisible();
		expect(document.body.textContent).not.toContain('update the app when it offers to');
	});

	it('says how many questions are not here, and whose copy is to be updated', async () => {
		await open(2, [1, 2, 3]);
		await expect
			.element(page.getByText('One question of this assignment is not in your copy of the app'))
			.toHaveTextContent('update the app when it offers to');
	});

	it('sends them to the teacher where a question was withdrawn, and says nothing where all is the same', async () => {
		await open(0, [1, 3]);
		await expect.element(page.getByText('no longer in the app')).toHaveTextContent('Ask your teacher');
		document.body.replaceChildren();
		await open(1, [1, 2]);
		await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('For Monday');
		expect(document.body.textContent).not.toContain('edition');
	});
});
