import { expect, test } from './fixtures';
import { ROUTES } from './routes';

test('no control takes a click or a word before the app runs', async ({ page, watch }) => {
	watch.tolerate(/Failed to load resource: net::ERR_FAILED .*\/_app\//);
	watch.tolerate(/Failed to fetch dynamically imported module/);
	await page.route('**/_app/**/*.js', (route) => route.abort());
	let controls = 0;
	for (const route of ROUTES) {
		await page.goto(route);
		const found = page.locator('button, input, select, textarea');
		controls += await found.count();
		const live = await found.evaluateAll((all) =>
			all.filter((control) => !control.matches(':disabled')).map((control) => control.outerHTML)
		);
		expect(live, route).toEqual([]);
	}
	expect(controls).toBeGreaterThan(50);
});

test('what is unfolded before the app runs is filled once it does', async ({ page }) => {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await released;
		await route.continue();
	});
	await page.goto('quiz/', { waitUntil: 'commit' });
	await page.getByText('More choices').click();
	release();
	await page.getByText('By blueprint').click();
	await expect(page.getByText('See the questions')).toBeVisible();
});
