import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { ROUTES } from './routes';
import { storedReviews } from './stores';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

/** What a browser notes when the server is gone. */
const UNREACHABLE =
	/net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|FAILED|INTERNET_DISCONNECTED)|An unknown error occurred when fetching the script/;

test.beforeEach(({ watch }) => watch.tolerate(UNREACHABLE));

test('after one visit every screen opens with the server gone', async ({ page, site }) => {
	await visit(page);
	const titles = new Map<string, string>();
	for (const route of ROUTES) {
		const html = await (await page.request.get(route)).text();
		titles.set(route, /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '');
	}
	await site.stop();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The background to the news, for good.');
	for (const route of ROUTES) {
		// Offline, the questions as search engines read them are those in Browse.
		const shown = route === 'read/questions/' ? 'browse/' : route;
		await page.goto(route);
		await expect(page.locator('#content')).toBeVisible();
		await expect(page.getByText(/Something went wrong|There is no such page/)).toHaveCount(0);
		await expect(page).toHaveTitle(titles.get(shown) ?? '');
		await expect(page).toHaveURL(new URL(shown, site.address).href);
	}
});

test('cards are studied with the server gone, and the answers are there when it is back', async ({ page, site }) => {
	await visit(page);
	await site.stop();
	await page.getByRole('link', { name: 'Start with the first cards' }).click();
	const study = new StudyScreen(page);
	for (let count = 0; count < 3; count += 1) await study.rate(3);
	await page.goto('read/#p2');
	await page.getByRole('link', { name: /^Study its/ }).click();
	await study.rate(1);
	await site.restart();
	await page.goto('');
	await expect(page.getByText(/\d+ cards, 4 begun\./)).toBeVisible();
	expect(await storedReviews(page)).toHaveLength(4);
});

test('the way back into the companion works with the server gone', async ({ page, site }) => {
	await visit(page);
	await page.goto('read/timeline/');
	await site.stop();
	await page.getByRole('link', { name: 'Practise the order' }).click();
	await expect(page.locator('[data-stem]')).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline');
	await page.getByRole('link', { name: 'Who is who' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who is who');
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline');
});

test('deep links, addresses without their slash and unknown ones arrive with the server gone', async ({
	page,
	site
}) => {
	await visit(page);
	await site.stop();
	await page.goto('study/?set=collision-course');
	await expect(page.locator('[data-stem]')).toBeVisible();
	await page.goto('read/#p5');
	await expect(page.locator('#p5')).toBeVisible();
	await page.goto('study?set=collision-course&paragraph=3');
	await expect(page.locator('[data-stem]')).toBeVisible();
	await expect(page).toHaveURL(`${site.address}study/?set=collision-course&paragraph=3`);
	await page.goto('no/such/page');
	await expect(page).toHaveURL(site.address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The background to the news, for good.');
});

test('Settings and home say that everything needed offline is on the device', async ({ page }) => {
	await visit(page);
	await page.goto('settings/');
	await expect(page.getByText('Everything needed to work offline is on this device.')).toBeVisible();
});

/** Opens home once and waits until the service worker has everything and serves this page. */
async function visit(page: Page): Promise<void> {
	await page.goto('');
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller !== null) return;
		await new Promise((resolve) => {
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
		});
	});
}
