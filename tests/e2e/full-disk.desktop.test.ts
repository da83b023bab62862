import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { journalled, storedReviews } from './stores';
import type { Profile } from './profile';
import { StudyScreen } from './study-screen';

/** A browser remembers for a while how much room there is, so each of these starts one on a profile that has data already. */
const TEXT = 'The storage of this device or browser is full';

test('on a full disk the card stays, and once there is room its answer is saved exactly once', async ({
	site,
	startBrowser
}) => {
	const profile = await returningProfile(startBrowser);
	const { page, free } = await fill(profile.context, site.origin);
	const study = new StudyScreen(page);
	await study.open();
	const stem = await study.stemText();
	await study.reveal.click();
	await study.rating(3).click();
	await expect(page.getByRole('alert')).toContainText(TEXT);
	await expect(study.stem).toHaveText(stem);
	expect(await storedReviews(page)).toHaveLength(1);
	await free();
	await study.rating(3).click();
	await expect(study.ratings).toHaveCount(0);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.reload();
	await expect(study.stem).toBeVisible();
	expect(await storedReviews(page)).toHaveLength(2);
	expect(await journalled(page)).toEqual([]);
	await profile.context.close();
});

test('an answer given on a full disk is stored once by the next visit', async ({ site, startBrowser }) => {
	const profile = await returningProfile(startBrowser);
	const { page, free } = await fill(profile.context, site.origin);
	const study = new StudyScreen(page);
	await study.open();
	await study.reveal.click();
	await study.rating(3).click();
	await expect(page.getByRole('alert')).toContainText(TEXT);
	await page.reload();
	await expect(page.getByRole('alert')).toContainText(TEXT);
	expect(await storedReviews(page)).toHaveLength(1);
	await free();
	for (let visit = 1; visit <= 2; visit += 1) {
		await page.reload();
		await expect(study.stem).toBeVisible();
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(await storedReviews(page)).toHaveLength(2);
		expect(await journalled(page)).toEqual([]);
	}
	await profile.context.close();
});

/** A browser on a profile that holds one answer. */
async function returningProfile(startBrowser: () => Promise<Profile>): Promise<Profile> {
	const first = await startBrowser();
	const page = await first.context.newPage();
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await first.context.close();
	return startBrowser();
}

async function fill(context: BrowserContext, origin: string): Promise<{ page: Page; free: () => Promise<unknown> }> {
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	return { page, free: () => session.send('Storage.overrideQuotaForOrigin', { origin }) };
}
