import { expect, test } from './fixtures';
import { ROUTES } from './routes';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

const BASE = '/some/base';

test('below a base path every screen works and every link stays below it', async ({ page, startSite }) => {
	test.setTimeout(90_000);
	const { address } = await startSite({ base: BASE });
	expect(new URL(address).pathname).toBe(`${BASE}/`);
	const seen = new Set<string>();
	const queue = ROUTES.map((route) => address + route);
	for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
		if (seen.has(next)) continue;
		seen.add(next);
		// A file for others: there, but no screen.
		if (next.endsWith('.json')) {
			expect((await page.request.head(next)).status(), next).toBe(200);
			continue;
		}
		const answer = await page.goto(next);
		expect(answer?.status(), next).toBe(200);
		await expect(page.locator('#content')).toBeVisible();
		const links = await page
			.locator('a[href]')
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
		for (const link of links.map((href) => new URL(href)).filter(({ origin }) => origin === new URL(address).origin)) {
			expect(link.href.startsWith(address) || `${link.href}/` === address, `${link.href} on ${next}`).toBe(true);
			queue.push(link.origin + link.pathname);
		}
	}
	expect(seen.size).toBeGreaterThan(ROUTES.length);
});

test('below a base path the app is studied by tapping, and works offline in its own scope', async ({
	page,
	startSite,
	watch
}) => {
	watch.tolerate(/net::ERR_(CONNECTION_REFUSED|FAILED)|An unknown error occurred when fetching the script/);
	const site = await startSite({ base: BASE });
	await page.goto(site.address);
	const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
	expect(scope).toBe(site.address);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.getByRole('link', { name: 'Start with the first cards' }).click();
	await expect(page).toHaveURL(`${site.address}study/`);
	const study = new StudyScreen(page);
	await study.rate(3);
	await site.stop();
	for (const route of ROUTES) {
		await page.goto(site.address + route);
		await expect(page.locator('#content')).toBeVisible();
	}
	await page.goto(`${site.address}study?set=collision-course`);
	await study.rate(3);
	await page.goto(`${site.address}no-such-page`);
	await expect(page).toHaveURL(site.address);
	await expect(page.getByText(/\d+ cards, 2 begun\./)).toBeVisible();
	// Done by a worker, which loads its scripts itself.
	await page.goto(`${site.address}settings/`);
	await page.getByRole('button', { name: 'Work everything out anew' }).click();
	await expect(page.getByText('2 entries, 2 cards; 0 cards were put right.')).toBeVisible();
});
