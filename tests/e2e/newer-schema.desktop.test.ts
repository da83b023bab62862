import type { BrowserContext } from 'playwright/test';
import { expect, test } from './fixtures';
import { eraseDatabase, NEWER, upgradeDatabase, versionOf } from './newer-schema';
import { journalled, readStores, storedReviews } from './stores';
import { StudyScreen } from './study-screen';

const TITLE = 'A newer version of Backstory is in use.';

test('a session left behind by a newer schema says so, keeps its answer for later and writes nothing', async ({
	page,
	context
}) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	const stem = await study.stemText();
	await study.reveal.click();
	const { later, before } = await upgradeInAnotherTab(context);
	const alert = page.getByRole('alert');
	await expect(alert).toContainText(TITLE);

	await study.rating(1).click();
	await expect.poll(() => journalled(page)).toHaveLength(1);
	await expect(alert).toContainText(TITLE);
	await expect(alert).toHaveCount(1);
	await expect(study.stem).toHaveText(stem);
	await study.rating(3).click();
	await expect.poll(async () => (await journalled(page)).map(ratingOf)).toEqual([3]);
	expect(await readStores(later)).toEqual(before);

	const anew = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Load anew' }).click();
	await anew;
	await expect(study.stem).toBeVisible();
	await expect(alert).toContainText(TITLE);
	expect(await readStores(later)).toEqual(before);
	expect(await versionOf(later)).toBe(NEWER);

	// As if the version that fits were there: the answer that waited is stored, once.
	await eraseDatabase(later);
	await study.open();
	await expect(alert).toHaveCount(0);
	expect((await storedReviews(page)).map(({ rating }) => rating)).toEqual([3]);
	expect(await journalled(page)).toEqual([]);
});

test('opened on a newer schema, every screen that holds data says so and leaves the data as they are', async ({
	page,
	context
}) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await page.goto('about:blank');
	const { later, before } = await upgradeInAnotherTab(context);
	for (const path of ['', 'study/', 'browse/', 'sets/', 'quiz/', 'stats/', 'class/', 'settings/']) {
		await page.goto(path);
		await expect(page.getByRole('alert'), path).toContainText(TITLE);
	}
	expect(await readStores(later)).toEqual(before);
	expect(await versionOf(later)).toBe(NEWER);
});

/** Another tab that has upgraded the database, and what was in it then. */
async function upgradeInAnotherTab(context: BrowserContext) {
	const later = await context.newPage();
	await later.goto('about/');
	expect(await upgradeDatabase(later)).toBe('upgraded');
	return { later, before: await readStores(later) };
}

function ratingOf(text: string): unknown {
	return (JSON.parse(text) as { event?: { rating?: unknown } }).event?.rating;
}
