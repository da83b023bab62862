import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { ROUTES } from './routes';
import { prefer, storedReviews } from './stores';
import { StudyScreen } from './study-screen';

test('a keyboard alone leads from home through a session to its end and back', async ({ page }) => {
	await prefer(page, { newPerDay: 2 });
	const study = new StudyScreen(page);
	await page.goto('');
	await tabTo(page, page.getByRole('link', { name: 'Start with the first cards' }));
	await page.keyboard.press('Enter');
	await expect(study.stem).toBeFocused();
	await tabTo(page, study.reveal);
	await page.keyboard.press('Enter');
	await expect(page.locator('.answer[tabindex]')).toBeFocused();
	await tabTo(page, study.rating(1));
	await page.keyboard.press('Enter');
	await expect(study.ratings).toHaveCount(0);
	await expect(study.stem).toBeFocused();
	await tabTo(page, study.undo, 'Shift+Tab');
	await page.keyboard.press('Space');
	await expect(study.undo).toBeDisabled();
	await expect(async () => {
		while (await study.stem.isVisible()) {
			await page.keyboard.press('Space');
			await expect(study.ratings).toHaveCount(2);
			await page.keyboard.press('3');
			await expect(study.ratings).toHaveCount(0);
		}
		await expect(study.end).toBeVisible({ timeout: 100 });
	}).toPass();
	await tabTo(page, page.getByRole('link', { name: 'To today' }));
	await page.keyboard.press('Enter');
	await expect(page.getByText(/\d+ cards, 2 begun\./)).toBeVisible();
	expect((await storedReviews(page)).length).toBeGreaterThan(2);
});

test('the first Tab stop on a page leads past the header to its content', async ({ page }) => {
	await page.goto('read/');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to the content' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#content$/);
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

for (const route of ROUTES) {
	test(`each Tab stop shows where the focus is: /${route}`, async ({ page }) => {
		await page.goto(route);
		await expect(page.locator('#content')).toBeVisible();
		if (['study/', 'sort/'].includes(route)) await expect(page.locator('[data-stem]')).toBeFocused();
		const hidden: string[] = [];
		for (let stop = 0; stop < 40; stop += 1) {
			await page.keyboard.press('Tab');
			const focus = await describeFocus(page);
			if (focus === null) break;
			if (!focus.shown) hidden.push(focus.name);
		}
		expect(hidden).toEqual([]);
	});
}

/** Presses Tab until the focus is there, as often as a person would put up with. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
	for (let stop = 0; stop < 30; stop += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) break;
		await page.keyboard.press(key);
	}
	await expect(target).toBeFocused();
}

/** @returns null when the focus has left the page */
function describeFocus(page: Page): Promise<{ name: string; shown: boolean } | null> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (element === null || element === document.body) return null;
		// A field that is drawn by its label shows the focus there.
		const drawn = [element, element.closest('label')].filter((candidate) => candidate !== null);
		const shown = drawn.some((candidate) => {
			const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
		});
		return { name: element.outerHTML.slice(0, 120), shown };
	});
}
