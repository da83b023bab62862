import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { OpenScreen, ShareScreen, storedRows } from './share-screen';
import { readStores } from './stores';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

test('a set of four kinds of questions is written, kept when its tab is closed, shared and studied elsewhere', async ({
	page,
	context,
	newProfile
}) => {
	test.setTimeout(60_000);
	await page.goto('sets/');
	await page.getByRole('link', { name: 'New set' }).click();
	await page.getByLabel('Title', { exact: true }).fill('Rivers and lines');
	await add(page, 'Question and answer');
	await page.getByLabel('Question', { exact: true }).fill('Which river flows through Baghdad?');
	await page.getByLabel('Answer', { exact: true }).fill('The Tigris');
	await add(page, 'Fill the gap');
	const text = page.getByLabel('Text with gaps');
	await text.fill('The Durand Line was drawn in 1893.');
	await text.evaluate((area: HTMLTextAreaElement) => {
		area.setSelectionRange(29, 33);
	});
	await page.getByRole('button', { name: 'Hide the selected words' }).click();
	await expect(text).toHaveValue('The Durand Line was drawn in {{1::1893}}.');
	await expect(page.getByText('Draft saved')).toBeVisible();

	await page.close();
	const again = await context.newPage();
	await again.goto('sets/');
	await expect(again.getByText('2 questions, not finished: they cannot be studied yet.')).toBeVisible();
	await again.getByRole('link', { name: 'Go on writing: Rivers and lines' }).click();
	await add(again, 'One right option');
	await again.getByLabel('Question', { exact: true }).fill('Which city lies on the Kabul River?');
	await again.getByLabel('Option 1', { exact: true }).fill('Jalalabad');
	await again.getByLabel('Option 2', { exact: true }).fill('Quetta');
	await again.getByRole('radio', { name: 'Option 1 is right' }).check();
	await add(again, 'True or false');
	await again.getByLabel('Statement', { exact: true }).fill('The Indus flows through Pakistan.');
	await again.getByRole('radio', { name: 'True', exact: true }).first().check();
	await again.getByRole('button', { name: 'Save set' }).click();
	await expect(again.getByText(/^4 cards, written by you\./)).toBeVisible();
	await again.getByRole('link', { name: 'Share: Rivers and lines' }).click();
	await expect(again.getByText('whoever has it can read them', { exact: false })).toBeVisible();
	const address = await new ShareScreen(again).address();

	const other = await (await newProfile()).newPage();
	const opened = new OpenScreen(other);
	await opened.open(address);
	await expect(other.getByRole('heading', { name: 'Rivers and lines' })).toBeVisible();
	await expect(other.getByText('4 questions, in English.')).toBeVisible();
	expect(await storedRows(other)).toEqual([]);
	await opened.button('Keep and study').click();
	const study = new StudyScreen(other);
	const stems = new Set<string>();
	for (let card = 0; card < 4; card += 1) {
		await expect(study.stem).toBeVisible();
		stems.add((await study.stemText()).slice(0, 14));
		await study.rate(3);
	}
	expect(stems).toEqual(new Set(['Which river fl', 'The Durand Lin', 'Which city lie', 'The Indus flow']));
	expect((await readStores(other))['sets']).toMatchObject([{ title: 'Rivers and lines', origin: 'received' }]);
});

async function add(page: Page, type: string): Promise<void> {
	await page.getByRole('group', { name: 'Add a question' }).getByRole('button', { name: type, exact: true }).click();
}
