import { expect, test } from './fixtures';

test('a source is found by word and by use, says what it supports, and leads to its questions', async ({ page }) => {
	await page.goto('read/sources/#S24');
	await expect(page.locator('#S24')).toBeInViewport();
	const sources = page.locator('.sources > li:visible');
	const all = await sources.count();
	expect(all).toBeGreaterThan(100);
	await page.getByLabel('What it supports').selectOption('timeline');
	await expect(page.getByRole('status')).toHaveText(new RegExp(`^\\d+ of ${all} sources$`));
	const dated = await sources.count();
	expect(dated).toBeLessThan(all);
	await page.getByRole('searchbox').fill('dawn');
	await expect.poll(() => sources.count()).toBeLessThan(dated);
	await page.getByRole('searchbox').fill('dawn xyz');
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(sources).toHaveCount(all);
	const one = page.locator('#S24');
	await one.locator('summary').press('Enter');
	await expect(one.getByRole('link', { name: /^paragraph \d$/ }).first()).toBeVisible();
	const questions = one.getByRole('link', { name: /^See its \d+ questions$/ });
	const count = /\d+/.exec(await questions.innerText())?.[0] ?? '';
	await expect(one.locator('summary')).toContainText(`${count} questions`);
	await questions.click();
	await expect(page.locator('.picked')).toContainText(count);
});

test('glossary and sources stand in the HTML for whoever has no JavaScript', async ({ newProfile }) => {
	const page = await (await newProfile({ javaScriptEnabled: false })).newPage();
	await page.goto('read/glossary/');
	await page.getByRole('link', { name: 'T', exact: true }).click();
	await expect(page.locator('#ttp')).toBeInViewport();
	await page.goto('read/sources/#S24');
	await expect(page.locator('#S24').getByRole('link').first()).toBeInViewport();
	await expect(page.locator('#S24 summary')).toContainText(/Supports \d+ statements/);
});
