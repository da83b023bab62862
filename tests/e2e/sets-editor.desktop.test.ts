import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { fragmentOf, OpenScreen, ownSet, storedRows } from './share-screen';
import { readStores, storedReviews } from './stores';
import { StudyScreen } from './study-screen';

test('saving a set that lacks something says at each field what it is', async ({ page }) => {
	await openEditor(page);
	await page.getByRole('button', { name: 'Save set' }).click();
	await expect(page.getByLabel('Title', { exact: true })).toHaveAccessibleDescription('Give the set a title.');
	await expect(page.getByText('Add at least one question.')).toBeVisible();
	await page.getByLabel('Title', { exact: true }).fill('Rivers');

	await add(page, 'Question and answer');
	await page.getByLabel('Question', { exact: true }).fill('Which river flows through Baghdad?');
	await add(page, 'One right option');
	await page.getByLabel('Question', { exact: true }).fill('And through Cairo?');
	await page.getByLabel('Option 1', { exact: true }).fill('The Nile');
	await page.getByRole('button', { name: 'Save set' }).click();
	await expect(page.getByText('2 questions need something before the set can be saved.')).toBeVisible();
	const answer = page.getByLabel('Answer', { exact: true });
	await expect(answer).toHaveAccessibleDescription(/Write the answer\./);
	await expect(answer).toHaveAttribute('aria-invalid', 'true');
	await answer.fill('The Tigris');
	await expect(answer).toHaveAttribute('aria-invalid', 'false');
	await page.getByRole('button', { name: /And through Cairo\?.*Needs something/ }).click();
	await expect(page.getByText('Write at least two options.')).toBeVisible();
	await page.getByLabel('Option 2', { exact: true }).fill('The Tiber');
	await expect(page.getByText('Mark the option that is right.')).toBeVisible();
	await page.getByRole('radio', { name: 'Option 1 is right' }).check();
	await page.getByRole('button', { name: 'Save set' }).click();
	await expect(page.getByText(/^2 cards, written by you\./)).toBeVisible();
});

test('what a set would cost comes without moving the link that is being pressed', async ({ page }) => {
	await openEditor(page);
	await page.getByLabel('Title', { exact: true }).fill('Rivers');
	await expect(page.getByText('Draft saved')).toBeVisible();
	let answer: () => void = () => undefined;
	const asked = new Promise<void>((resolve) => (answer = resolve));
	await page.route(/forecast\.worker/, async (route) => {
		await asked;
		await route.continue();
	});
	await page.goto('sets/');
	const link = page.getByRole('link', { name: 'Go on writing: Rivers' });
	await link.hover();
	await page.mouse.down();
	answer();
	await expect(page.getByText('in the hardest week')).toBeVisible();
	await page.mouse.up();
	await expect(page).toHaveURL(/sets\/edit/);
});

test('questions are moved, deleted and brought back', async ({ page }) => {
	await openEditor(page);
	await page.getByLabel('Title', { exact: true }).fill('Rivers');
	for (const name of ['First', 'Second', 'Third']) {
		await add(page, 'True or false');
		await page.getByLabel('Statement', { exact: true }).fill(`${name} statement.`);
		await page.getByRole('radio', { name: 'True', exact: true }).first().check();
	}
	const rows = page.getByRole('button', { expanded: false }).filter({ hasText: 'statement.' });
	await page.getByRole('button', { name: 'Close question' }).click();
	await expect(rows).toHaveText([/First/, /Second/, /Third/]);
	await page.getByRole('button', { name: 'Move up: Third statement.' }).click();
	await expect(rows).toHaveText([/First/, /Third/, /Second/]);
	await page.getByRole('button', { name: 'Move down: First statement.' }).click();
	await expect(rows).toHaveText([/Third/, /First/, /Second/]);
	await expect(page.getByRole('button', { name: 'Move up: Third statement.' })).toBeDisabled();

	await rows.filter({ hasText: 'First' }).click();
	await page.getByRole('button', { name: 'Delete question' }).click();
	await expect(rows).toHaveText([/Third/, /Second/]);
	await expect(page.getByText('One question was deleted.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('button', { name: 'Close question' }).click();
	await expect(rows).toHaveText([/Third/, /First/, /Second/]);
	await page.getByRole('button', { name: 'Save set' }).click();
	await expect(page.getByText(/^3 cards, written by you\./)).toBeVisible();
	await page.getByRole('link', { name: 'Questions: Rivers' }).click();
	await expect(page.locator('#content li label')).toHaveText([/Third/, /First/, /Second/]);
});

test('deleting a set asks first, and what was learnt with it is there when it is opened again', async ({ page }) => {
	const opened = new OpenScreen(page);
	const study = new StudyScreen(page);
	await opened.openFragment(await fragmentOf(ownSet()));
	await opened.button('Keep and study').click();
	await study.rate(3);
	await page.goto('sets/');
	await page.getByRole('button', { name: 'Delete: Rivers' }).click();
	const asking = page.getByRole('dialog', { name: 'Delete “Rivers”?' });
	await expect(asking).toContainText('What you learned with them stays in your learning log');
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect(asking).toHaveCount(0);
	expect((await readStores(page))['sets']).toHaveLength(1);

	await page.getByRole('button', { name: 'Delete: Rivers' }).click();
	await page.getByRole('button', { name: 'Delete the set' }).click();
	await expect(page.getByText('“Rivers” was deleted.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Rivers' })).toHaveCount(0);
	expect((await readStores(page))['sets']).toEqual([]);
	expect(await storedReviews(page)).toHaveLength(1);

	await opened.openFragment(await fragmentOf(ownSet()));
	await opened.button('Keep for later').click();
	await expect(page.getByText('The set is on this device now.')).toBeVisible();
	await page.goto('');
	await expect(page.getByText('2 cards, 1 begun.')).toBeVisible();
});

test('a draft that is discarded leaves nothing behind', async ({ page }) => {
	await openEditor(page);
	await page.getByLabel('Title', { exact: true }).fill('Never mind');
	await expect(page.getByText('Draft saved')).toBeVisible();
	await page.getByRole('button', { name: 'Discard my changes' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Discard my changes' }).click();
	await expect(page.getByText('Nothing yet. Write a set of your own', { exact: false })).toBeVisible();
	expect(JSON.stringify(await storedRows(page))).not.toContain('Never mind');
});

async function openEditor(page: Page): Promise<void> {
	await page.goto('sets/edit/');
	await expect(page.getByLabel('Title', { exact: true })).toBeVisible();
}

async function add(page: Page, type: string): Promise<void> {
	await page.getByRole('group', { name: 'Add a question' }).getByRole('button', { name: type, exact: true }).click();
}
