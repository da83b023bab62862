import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

test('a first visit shows where to start and opens no database', async ({ page }) => {
	await page.goto('');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The background to the news, for good.');
	await expect(page.getByRole('link', { name: 'Start with the first cards' })).toBeVisible();
	await page.evaluate(() => navigator.serviceWorker.ready);
	expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('one tap on a first visit leads to the first card', async ({ page }) => {
	await page.goto('');
	await page.getByRole('link', { name: 'Start with the first cards' }).click();
	await expect(page.locator('[data-stem]')).toBeVisible();
	await expect(page.locator('[data-reveal]')).toBeVisible();
});

test('after some answers home shows what is due, the tally and the sets, and again after a reload', async ({
	page
}) => {
	const study = new StudyScreen(page);
	await page.goto('');
	await page.getByRole('link', { name: 'Start with the first cards' }).click();
	await study.rate(3);
	await study.rate(1);
	await page.getByRole('link', { name: 'End session' }).click();
	for (const visit of ['first', 'reloaded']) {
		if (visit === 'reloaded') await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twenty cards are due.');
		await expect(page.getByRole('link', { name: 'Study 20 cards' })).toBeVisible();
		await expect(page.getByRole('img', { name: '20 cards wait.' })).toBeVisible();
		await expect(page.getByText(/\d+ cards, 2 begun\./)).toBeVisible();
	}
	await page.getByRole('link', { name: 'Study 20 cards' }).click();
	await expect(study.stem).toBeVisible();
});

test('an only answer that was taken back leaves home with all cards new', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await page.getByRole('link', { name: 'End session' }).click();
	await expect(page.getByText(/\d+ cards, 1 begun\./)).toBeVisible();
	await study.open();
	await study.undo.click();
	await expect(study.undo).toBeDisabled();
	await page.goto('');
	await expect(page.getByText(/^All new, about/)).toBeVisible();
	await expect(page.getByText(/\d+ cards, 0 begun\./)).toBeVisible();
});

test('home comes back from the database when its copy in localStorage is gone', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await page.evaluate(() => localStorage.removeItem('backstory.home'));
	await page.goto('');
	await expect(page.getByText(/\d+ cards, 1 begun\./)).toBeVisible();
});

test('a learner who comes back reads what is due before the app runs, as long as that holds', async ({
	page,
	watch,
	isMobile
}) => {
	watch.tolerate(/Failed to load resource: net::ERR_FAILED .*\/_app\//);
	watch.tolerate(/Failed to fetch dynamically imported module/);
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await page.getByRole('link', { name: 'End session' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twenty cards are due.');
	await expect
		.poll(() => page.evaluate(() => String(localStorage.getItem('backstory.home'))))
		.toContain('Twenty cards are due.');
	await page.route('**/_app/**/*.js', (route) => route.abort());
	await page.goto('');
	const lede = page.getByRole('heading', { level: 1 });
	const button = page.getByRole('link', { name: 'Study 20 cards' });
	await expect(lede).toHaveText('Twenty cards are due.');
	await expect(button).toBeVisible({ visible: isMobile });
	await expect(page.locator('[data-glance="told"][href$="study/"], [data-glance="told"][href$="study"]')).toHaveText(
		'Study 20 cards'
	);

	// Two days later the words are those of that day; a setting that was changed since makes all of them uncertain.
	await page.clock.setFixedTime(Date.now() + 2 * 86_400_000);
	await page.reload();
	await expect(lede).toHaveText('Twenty-one cards are due.');
	await page.evaluate(() => localStorage.setItem('backstory.look', JSON.stringify({ newPerDay: 5 })));
	await page.reload();
	await expect(page.getByRole('banner')).toBeVisible();
	await expect(page.locator('main')).toBeAttached();
	await expect(lede).toHaveCount(0);
	await expect(page.getByRole('link', { name: /Study|Start with/ })).toHaveCount(0);
});
