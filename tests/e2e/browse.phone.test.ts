import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { BANK } from './quiz-bank';
import { UNREACHABLE, whenOfflineReady } from './share-screen';
import { storedEvents } from './stores';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

const COUNT = BANK.items.length;

test('the whole bank is searched offline as one types, whatever the spelling', async ({ page, watch, site }) => {
	watch.tolerate(UNREACHABLE);
	await page.goto('');
	await whenOfflineReady(page);
	await site.stop();
	await page.goto('browse/');
	await expect(page.getByText(`${COUNT} questions`)).toBeVisible();
	const search = page.getByRole('searchbox', { name: 'Search' });
	await search.pressSequentially('turkham');
	await expect(rows(page).filter({ hasText: 'Torkham' }).first()).toBeVisible();
	const asTyped = await rows(page).count();
	expect(asTyped).toBeLessThan(20);
	await search.fill('Torkham');
	await expect(rows(page)).toHaveCount(asTyped);
	// Another name in another spelling: the question says TTP, the glossary the rest.
	await search.fill('tahreek-e-taliban abbreviation');
	await expect(rows(page).filter({ hasText: 'Which abbreviation names the alliance' })).toHaveCount(1);
	await search.fill('nothing has these words');
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(page.getByText(`${COUNT} questions`)).toBeVisible();
});

test('a question that was studied is found by its progress, suspended, gone from study, and back', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open('?set=collision-course');
	const stem = await study.stemText();
	await study.rate(3);
	await openFiltered(page, 'learning');
	const row = rows(page);
	await expect(row).toHaveCount(1);
	await expect(row).toContainText(stem);
	await expect(row).toContainText('Learning.');
	await expect(page.getByText(`${COUNT - 1} new, 1 learning`)).toBeVisible();

	await pick(row);
	await page.getByRole('button', { name: 'Suspend', exact: true }).click();
	await expect(page.getByText('1 suspended, left out of study.')).toBeVisible();
	await expect(page.getByText(`${COUNT - 1} new, 1 suspended`)).toBeVisible();
	await expect(row).toContainText('No question matches.');
	const undo = page.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeFocused();
	await undo.click();
	await expect(row).toContainText(stem);
	await page.getByRole('button', { name: 'Suspend', exact: true }).click();
	await expect(undo).toBeVisible();
	const events = await storedEvents(page);
	expect(events.map(({ kind }) => kind)).toEqual(['review', 'suspend', 'void', 'suspend']);

	const [, item = ''] = events[0]?.card.split('.') ?? [];
	const studyIt = `study/?set=collision-course&items=${item}`;
	await page.goto(studyIt);
	await expect(page.getByRole('heading', { name: 'Nothing is due.' })).toBeVisible();
	await page.goto(`quiz/?set=collision-course&items=${item}`);
	await expect(page.getByText('Every question asked for is suspended.')).toBeVisible();
	await page.goto('quiz/?quiz=7,question,30');
	await expect(page.getByText('1 suspended question is left out.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start, 7 questions' })).toBeVisible();
	await expect(page.getByText('30 seconds for each question')).toBeVisible();
	await openFiltered(page, 'suspended');
	await pick(row);
	await page.getByRole('button', { name: 'Resume' }).click();
	await expect(page.getByText('1 resumed, back in study.')).toBeVisible();
	await page.goto(studyIt);
	await expect(study.stem).toHaveText(stem);
});

const rows = (page: Page): Locator => page.locator('#content .list > li');

async function openFiltered(page: Page, stage: string): Promise<void> {
	await page.goto('browse/');
	await page.getByRole('button', { name: 'Filter' }).click();
	await page.getByLabel('Progress').selectOption(stage);
}

async function pick(row: Locator): Promise<void> {
	await row.getByRole('checkbox').check();
}
