import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';

const KEY = 'backstory.card';
const DAY_MS = 86_400_000;

/** The question as the page has it before the app runs. */
function questionOf(page: Page): Locator {
	return page.getByRole('heading', { level: 1 });
}

test.beforeEach(({ watch }) => {
	watch.tolerate(/Failed to load resource: net::ERR_FAILED .*\/_app\//);
	watch.tolerate(/Failed to fetch dynamically imported module/);
});

/** Opens the study page without the app's scripts. */
async function openWithoutApp(page: Page, query = ''): Promise<void> {
	await page.route('**/_app/**/*.js', (route) => route.abort());
	await page.goto(`study/${query}`);
	await expect(page.locator('[data-reveal]')).toBeVisible();
}

/** Opens the study page as it is. @returns what its first card asks */
async function firstQuestion(study: StudyScreen): Promise<string> {
	await study.page.unroute('**/_app/**/*.js');
	await study.open();
	return study.stemText();
}

test('the question of the next card can be read before the app runs, where the app will show it', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	const next = await study.stemText();
	await page.getByRole('link', { name: 'End session' }).click();
	await openWithoutApp(page);
	await expect(questionOf(page)).toHaveText(next);
	const told = { question: await questionOf(page).boundingBox(), action: await study.reveal.boundingBox() };
	expect(await firstQuestion(study)).toBe(next);
	expect({ question: await study.stem.boundingBox(), action: await study.reveal.boundingBox() }).toEqual(told);
});

test('a page that was put out of sight comes back with the question it had', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await study.rate(1);
	const next = await study.stemText();
	await page.goto('about/');
	await openWithoutApp(page);
	await expect(questionOf(page)).toHaveText(next);
	expect(await firstQuestion(study)).toBe(next);
});

test('after the day’s last card the next day begins with the question that was told, and this day tells none', async ({
	page
}) => {
	await page.addInitScript(() => localStorage.setItem('backstory.look', JSON.stringify({ newPerDay: 2 })));
	const study = new StudyScreen(page);
	await study.open();
	await study.finish();
	await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), KEY)).not.toBeNull();
	await openWithoutApp(page);
	await expect(questionOf(page)).toHaveCount(0);
	await page.clock.setFixedTime(Date.now() + DAY_MS);
	await page.reload();
	await expect(questionOf(page)).toHaveText(/\S/);
	const told = ((await questionOf(page).textContent()) ?? '').replace(/\s+/g, ' ').trim();
	expect(await firstQuestion(study)).toBe(told);
});

test('nothing is told of a card that was answered, in other sessions, or once a setting has changed', async ({
	page
}) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	const next = await study.stemText();
	await page.getByRole('link', { name: 'End session' }).click();
	await openWithoutApp(page, '?set=collision-course');
	await expect(questionOf(page)).toHaveCount(0);
	await openWithoutApp(page);
	await expect(questionOf(page)).toHaveText(next);
	await page.evaluate(() => localStorage.setItem('backstory.look', JSON.stringify({ reviewsPerDay: 5 })));
	await page.reload();
	await expect(questionOf(page)).toHaveCount(0);
	await firstQuestion(study);
	expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).not.toBeNull();
	await study.rate(3);
	expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull();
});

test('the session begins with the promised card, even if another would come first', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open('?set=collision-course&items=12');
	const promised = await study.stemText();
	await study.open();
	await study.rate(3);
	await page.getByRole('link', { name: 'End session' }).click();
	await expect(page.locator('.lead .mix')).toBeVisible();
	await promise(page, 'collision-course.12.1');
	expect(await firstQuestion(study)).toBe(promised);
});

test('a promise that does not hold gives way to the card that is due', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	const next = await study.stemText();
	await page.getByRole('link', { name: 'End session' }).click();
	await expect(page.locator('.lead .mix')).toBeVisible();
	await promise(page, 'a-set-that-is-gone.1.1');
	expect(await firstQuestion(study)).toBe(next);
});

/** Puts another card into the promise that was made. */
async function promise(page: Page, card: string): Promise<void> {
	const text = (await page.evaluate((key) => localStorage.getItem(key), KEY)) ?? '';
	const ahead = { ...(JSON.parse(text) as object), card };
	await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [KEY, JSON.stringify(ahead)] as const);
}
