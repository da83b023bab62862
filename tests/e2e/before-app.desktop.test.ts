import { expect, test } from './fixtures';
import { ROUTES } from './routes';

test.use({ serviceWorkers: 'block' });

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
