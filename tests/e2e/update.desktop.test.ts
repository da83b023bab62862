import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { storedReviews } from './stores';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

const BUILD = new URL('../../build', import.meta.url);
const PROMPT = 'A new version of Backstory is ready.';

test('an update waits until it is accepted on a screen without work, and then the new version runs', async ({
	page,
	folder,
	startSite
}) => {
	cpSync(BUILD, folder, { recursive: true });
	const { address } = await startSite({ folder });
	await page.goto(address);
	await whenControlled(page);
	await expect(page.locator('meta[name=edition]')).toHaveCount(0);
	await expect(page.getByText(PROMPT)).toHaveCount(0);
	publishNextEdition(folder);

	await page.goto(`${address}class/live/`);
	await whenWaiting(page);
	await expect(page.getByText('No such assignment was given on this device.')).toBeVisible();
	await expect(page.getByText(PROMPT)).toHaveCount(0);
	await page.goto(`${address}study/`);
	await expect(page.locator('[data-stem]')).toBeVisible();
	await expect(page.getByText(PROMPT)).toHaveCount(0);
	await expect(page.locator('meta[name=edition]')).toHaveCount(0);
	await page.getByRole('link', { name: 'End session' }).click();
	await expect(page.getByText(PROMPT)).toBeVisible();
	await page.getByRole('button', { name: 'Later' }).click();
	await expect(page.getByText(PROMPT)).toHaveCount(0);

	await page.reload();
	await expect(page.getByText(PROMPT)).toBeVisible();
	await expect(page.locator('meta[name=edition]')).toHaveCount(0);
	await page.getByRole('button', { name: 'Update now' }).click();
	await expect(page.locator('meta[name=edition]')).toHaveAttribute('content', '2');
	await expect(page.getByText(PROMPT)).toHaveCount(0);
});

test('a tab that was studying when another accepted the update keeps its answers and goes on', async ({
	page,
	context,
	folder,
	startSite
}) => {
	cpSync(BUILD, folder, { recursive: true });
	const { address } = await startSite({ folder });
	await page.goto(address);
	await whenControlled(page);
	const tab = await context.newPage();
	const study = new StudyScreen(tab);
	await tab.goto(`${address}study/`);
	await study.rate(3);
	publishNextEdition(folder);
	await page.reload();
	await page.getByRole('button', { name: 'Update now' }).click();
	await expect(page.locator('meta[name=edition]')).toHaveCount(1);
	// Whether the old tab was moved to the new version or not: it has a card, and answering it is saved.
	await expect(async () => {
		await tab.bringToFront();
		const before = (await storedReviews(tab)).length;
		await study.reveal.click({ timeout: 1000 });
		await study.rating(3).click({ timeout: 1000 });
		await expect(study.ratings).toHaveCount(0);
		expect((await storedReviews(tab)).length).toBe(before + 1);
	}).toPass();
	expect((await storedReviews(tab)).length).toBeGreaterThanOrEqual(2);
	await tab.goto(address);
	await expect(tab.locator('meta[name=edition]')).toHaveCount(1);
});

/** Changes every page and what the service worker knows of it, as a new build would. */
function publishNextEdition(folder: string): void {
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('index.html')) continue;
		const file = join(folder, name);
		const html = readFileSync(file, 'utf8');
		writeFileSync(file, html.replace('<head>', '<head><meta name="edition" content="2" />'));
	}
	const worker = join(folder, 'service-worker.js');
	const before = readFileSync(worker, 'utf8');
	const after = before.replace(
		/("?url"?:\s*[`"'][^`"']*\/[`"'],\s*"?revision"?:\s*[`"'])|("?revision"?:\s*[`"'])(?=[0-9a-f]+[`"'],\s*"?url"?:\s*[`"'][^`"']*\/[`"'])/g,
		'$&2'
	);
	expect(after).not.toBe(before);
	writeFileSync(worker, after);
}

async function whenControlled(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

async function whenWaiting(page: Page): Promise<void> {
	const isWaiting = async () => ((await navigator.serviceWorker.getRegistration())?.waiting ?? null) !== null;
	await expect.poll(() => page.evaluate(isWaiting)).toBe(true);
}
