import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';

test('a word is found by another spelling, and leads to its cards and to its paragraphs', async ({ page }) => {
	await page.goto('read/glossary/');
	const terms = page.locator('#content section li:visible');
	const all = await terms.count();
	expect(all).toBeGreaterThan(20);
	await page.getByRole('searchbox').fill('Tehreek');
	await expect(terms).toHaveCount(1);
	await expect(page.getByRole('status')).toHaveText(`1 of ${all} words`);
	await page.getByRole('searchbox').fill('Tehrīk xyz');
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(terms).toHaveCount(all);
	await page.getByRole('link', { name: 'F', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'FATA', exact: true })).toBeInViewport();
	const fatwa = page.locator('#fatwa');
	await expect(fatwa.getByRole('link', { name: 'paragraph 5' })).toHaveAttribute('href', /\/read#p5$/);
	const study = fatwa.getByRole('link', { name: /^Study its (\d+ cards|card)/ });
	await expect(study).toHaveAttribute('href', /\/study\?set=collision-course&items=\d+(,\d+)*$/);
	await study.click();
	await expect(page).toHaveURL(/\/study\/?\?set=collision-course&items=/);
	await expect(new StudyScreen(page).stem).toBeVisible();
});
