import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { storedEvents } from './stores';

test('a round goes by the keys 1 to 4 and Enter, ends with the kinds that were mixed up, and is not repeated', async ({
	page
}) => {
	await page.goto('sort/');
	const first = await sortSome(page, 10);
	await expect(page.getByRole('table')).toBeVisible();
	const facts = first.filter(({ isRight }) => isRight).length;
	expect(facts).toBeGreaterThan(0);
	expect(facts).toBeLessThan(10);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${String(facts)} of 10 statements sorted right.`);
	// Every answer was "fact": only that column has numbers, and they add up to the round.
	const cells = await page.locator('tbody td:nth-of-type(1) [aria-hidden]').allInnerTexts();
	expect(cells.reduce((sum, text) => sum + (Number(text) || 0), 0)).toBe(10);
	await expect(page.locator('tbody tr').first().locator('td').first()).toHaveText(new RegExp(`^${facts}, right`));
	await expect(page.getByText(/^Most often, a .* was taken for a fact\.$/)).toBeVisible();

	const weaknesses = page.getByRole('region', { name: 'Where the article is weak' }).getByRole('listitem');
	await expect(weaknesses).toHaveCount(9);
	await expect(weaknesses.first().getByRole('link', { name: /AssamInk/ })).toBeVisible();
	await expect(weaknesses.nth(3).getByRole('link', { name: 'paragraph 6' })).toBeVisible();

	await expect(weaknesses.first().getByRole('link', { name: 'Study its 2 cards' })).toHaveAttribute(
		'href',
		/study\/?\?set=collision-course&items=\d+,\d+$/
	);

	await page.getByRole('button', { name: 'Sort ten more' }).click();
	const second = await sortSome(page, 3);
	await page.reload();
	const third = await sortSome(page, 3);
	const all = [...first, ...second, ...third].map(({ statement }) => statement);
	expect(new Set(all).size).toBe(16);
	expect(await storedEvents(page)).toEqual([]);
});

/** Takes the next statements of a round for facts. */
async function sortSome(page: Page, count: number): Promise<{ statement: string; isRight: boolean }[]> {
	const sorted: { statement: string; isRight: boolean }[] = [];
	for (let number = 1; number <= count; number += 1) {
		await expect(page.getByText(`Claim or fact, ${String(number)} of 10`)).toBeVisible();
		const statement = await page.locator('[data-stem]').innerText();
		await page.keyboard.press('1');
		await expect(page.locator('.verdict')).toBeFocused();
		sorted.push({ statement, isRight: await page.getByText('Your answer, right').isVisible() });
		await page.keyboard.press('Enter');
	}
	return sorted;
}
