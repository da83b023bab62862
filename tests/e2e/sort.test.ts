import { expect, test } from './fixtures';

test('a tap sorts a statement; what it is, why and who says so come after it and not before', async ({ page }) => {
	await page.goto('sort/');
	const statement = await page.locator('[data-stem]').innerText();
	await expect(page.locator('[data-option]')).toHaveText([
		/^1\s*Fact\s+\S.+\.$/,
		/^2\s*Claim\s+\S.+\.$/,
		/^3\s*Contested\s+\S.+\.$/,
		/^4\s*Prediction or recommendation\s+\S.+\.$/
	]);
	await expect(page.getByText('Sources:')).toHaveCount(0);
	await expect(page.locator('[data-next]')).toHaveCount(0);
	await page.locator('[data-option]').nth(1).click();
	const verdict = page.locator('.verdict');
	await expect(verdict).toBeFocused();
	await expect(verdict).toContainText(/Your answer, (not )?right/);
	await expect(verdict).toContainText(/(Fact|Claim|Contested|Prediction|Recommendation), as of \d/);
	await expect(verdict.getByRole('link', { name: /^paragraph \d$/ }).first()).toHaveAttribute('href', /\/read\/?#p\d$/);
	await expect(verdict.getByRole('link').first()).toHaveAttribute('href', /^https?:/);
	await expect(page.locator('[data-stem]')).toHaveText(statement);
	await page.locator('[data-next]').click();
	await expect(page.getByText('Claim or fact, 2 of 10')).toBeVisible();
	await expect(page.locator('[data-stem]')).toBeFocused();
	await expect(page.locator('[data-stem]')).not.toHaveText(statement);
});
