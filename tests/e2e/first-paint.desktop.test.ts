import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';

for (const route of ['', 'read/', 'share/']) {
	test(`on a first visit words come before scripts: /${route}`, async ({ page }) => {
		await page.goto(route);
		// Playwright takes every fieldset for enabled; the selector does not.
		await expect(page.locator('fieldset:has(#content):enabled')).toHaveCount(1);
		const { painted, asked } = await startOf(page);
		expect(asked.length).toBeGreaterThan(5);
		expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
	});
}

test.describe('with everything stored', () => {
	test.use({ serviceWorkers: 'allow' });

	test('words come before scripts where they are known, and nothing waits elsewhere', async ({ page }) => {
		const study = new StudyScreen(page);
		await study.open();
		await study.rate(3);
		await page.getByRole('link', { name: 'End session' }).click();
		await expect(page.locator('.lead .mix')).toBeVisible();
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await page.reload();
		await expect(page.locator('.lead .mix')).toBeVisible();
		const home = await startOf(page);
		expect(Math.min(...home.asked)).toBeGreaterThanOrEqual(home.painted);
		await study.open();
		const card = await startOf(page);
		expect(Math.min(...card.asked)).toBeGreaterThanOrEqual(card.painted);
		await study.open('?set=collision-course');
		const other = await startOf(page);
		expect(Math.min(...other.asked)).toBeLessThan(other.painted);
	});
});

/** @returns when the page was first painted, and when each script was asked for */
function startOf(page: Page) {
	return page.evaluate(() => ({
		painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
		asked: performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.endsWith('.js'))
			.map(({ startTime }) => startTime)
	}));
}
