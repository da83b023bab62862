import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { pastStudy } from './past-study';
import { prefer, readStores } from './stores';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

/** What a browser notes when the server is gone. */
const UNREACHABLE =
	/net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|FAILED|INTERNET_DISCONNECTED)|An unknown error occurred when fetching the script/;

test('offline, a plan for an exam day is made, kept and studied', async ({ page, site, watch }) => {
	watch.tolerate(UNREACHABLE);
	await page.goto('');
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
	await site.stop();
	await page.goto('plan/?set=collision-course&items=101,102,103');
	await expect(page.getByText('Only the 3 questions you selected.')).toBeVisible();
	await page.getByRole('radio', { name: '5', exact: true }).check({ force: true });
	const finding = page.getByRole('heading', { name: /you would know about \d+ in 100/ });
	await expect(finding).toBeVisible();
	const before = await finding.textContent();
	await page
		.getByLabel('Day of the exam')
		.fill(await page.evaluate(() => new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)));
	await expect(finding).not.toHaveText(before ?? '');
	await page.getByRole('button', { name: 'Study for this day' }).click();
	await expect(page.getByText(/were expected. That still holds/)).toBeVisible();
	// Back again it is found as it was left.
	await page.goto('plan/');
	await expect(page.getByText(/were expected. That still holds/)).toBeVisible();
	await page.getByRole('link', { name: 'Study now' }).click();
	const study = new StudyScreen(page);
	await expect(study.stem).toBeVisible();
	await study.rate(3);
	// Home counts what the plan asks, besides the day's 20 new cards: two more of the three.
	await page.goto('');
	await page.getByRole('link', { name: 'Study 22 cards' }).click();
	await expect(page.getByText('1 of 22', { exact: true })).toBeVisible();
});

test('a plan that was chosen in a tab closed before there was a database holds from the first card on', async ({
	page
}) => {
	const day = Math.floor(Date.now() / 86_400_000);
	const exam = { kind: 'exam', setId: 'collision-course', items: [103], examDay: day + 5, madeDay: day, minutes: 5 };
	await prefer(page, { plan: { ...exam, cost: { fresh: 20, passed: 10, failed: 20 }, recall: 0.8 }, at: Date.now() });
	const study = new StudyScreen(page);
	await study.open('?set=collision-course&items=103');
	const planned = await study.stemText();
	expect(await readStores(page)).toEqual({});
	await study.open();
	expect(await study.stemText()).toBe(planned);
	await study.rate(3);
	expect(((await readStores(page))['settings'] ?? []).map(keyOf)).toContain('plan');
});

test('when more waits than a day holds, catching up is offered, kept, and given up', async ({ page }) => {
	await prefer(page, { reviewsPerDay: 1 });
	await pastStudy(page);
	await page.goto('plan/');
	await page.getByRole('button', { name: 'Catch up like this' }).click();
	await expect(page.getByText('Catching up with 20 minutes a day at most.')).toBeVisible();
	expect(((await readStores(page))['settings'] ?? []).map(keyOf)).toContain('plan');
	await page.getByRole('button', { name: 'Study without a plan' }).click();
	await expect(page.getByText('Study goes on without a plan.')).toBeVisible();
});

test('other parameters hold once they are chosen, and go back', async ({ page }) => {
	await pastStudy(page);
	await page.goto('settings/memory/');
	await expect(page.getByText(/^120 answers so far; 96 of them/)).toBeVisible();
	await expect(page.getByText(/^Fitting needs 4 more answers/)).toBeVisible();
	await page.getByRole('radio', { name: '85' }).check({ force: true });
	await expect(page.getByText(/^At 85 in 100: about \d+ minutes/)).toBeVisible();
	await page.getByRole('button', { name: 'Schedule for 85 in 100' }).click();
	await expect(page.getByText('From their next answer on cards are scheduled for 85 in 100.')).toBeVisible();
	const dueDays = await dueDaysOf(page);
	await page.getByRole('button', { name: 'Go back to what held before' }).click();
	await expect(page.getByText('What held before holds again.')).toBeVisible();
	await expect(page.getByText(/^At 90 in 100, as now/)).toBeVisible();
	expect((await readStores(page))['parameters']).toHaveLength(2);
	expect(await dueDaysOf(page)).toEqual(dueDays);
});

function keyOf(row: unknown): unknown {
	return (row as { key: unknown }).key;
}

async function dueDaysOf(page: Page): Promise<unknown[]> {
	return ((await readStores(page))['cards'] ?? []).map((row) => (row as { dueDay: unknown }).dueDay);
}
