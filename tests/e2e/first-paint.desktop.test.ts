import { expect, test } from './fixtures';

for (const route of ['', 'read/', 'share/']) {
	test(`on a first visit words come before scripts: /${route}`, async ({ page }) => {
		await page.goto(route);
		// Playwright takes every fieldset for enabled; the selector does not.
		await expect(page.locator('fieldset:has(#content):enabled')).toHaveCount(1);
		const { painted, asked } = await page.evaluate(() => ({
			painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
			asked: performance
				.getEntriesByType('resource')
				.filter(({ name }) => name.endsWith('.js'))
				.map(({ startTime }) => startTime)
		}));
		expect(asked.length).toBeGreaterThan(5);
		expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
	});
}
