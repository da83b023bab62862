import { expect, test } from './fixtures';
import { journalled, readStores, storedReviews } from './stores';
import { StudyScreen } from './study-screen';

const DAY_MS = 86_400_000;

test('closing the tab in the moment of the click loses nothing and stores nothing twice', async ({ page, context }) => {
	await page.goto('');
	for (let round = 1; round <= 4; round += 1) {
		const opened = context.waitForEvent('page');
		await page.evaluate(() => void window.open('study/'));
		const tab = await opened;
		const dying = new StudyScreen(tab);
		await dying.reveal.click();
		await expect(dying.ratings).toHaveCount(2);
		const closed = tab.waitForEvent('close');
		await tab
			.evaluate(() => {
				document.querySelector<HTMLElement>('[data-rating="3"]')?.click();
				window.close();
			})
			.catch(() => null);
		await closed;
		const next = await context.newPage();
		await new StudyScreen(next).open();
		const reviews = await storedReviews(next);
		expect(reviews).toHaveLength(round);
		expect(new Set(reviews.map(({ card }) => card)).size).toBe(round);
		expect(await journalled(next)).toEqual([]);
		await next.close();
	}
});

test('closing the tab on the very first answer, before storage was ever opened, loses nothing', async ({
	page,
	context
}) => {
	await page.goto('');
	const opened = context.waitForEvent('page');
	await page.evaluate(() => void window.open('study/'));
	const tab = await opened;
	await expect(new StudyScreen(tab).stem).toBeVisible();
	const closed = tab.waitForEvent('close');
	// Quicker than any finger: the answer is looked at and rated in one go, and the tab is gone.
	await tab
		.evaluate(async () => {
			document.querySelector<HTMLElement>('[data-reveal]')?.click();
			await Promise.resolve();
			document.querySelector<HTMLElement>('[data-rating="3"]')?.click();
			window.close();
		})
		.catch(() => null);
	await closed;
	await new StudyScreen(page).open();
	expect(await storedReviews(page)).toHaveLength(1);
});

test('an answer that the database did not take is stored exactly once after loading anew', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	const stem = await study.stemText();
	await study.reveal.click();
	await page.evaluate(() => {
		IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
			throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
		};
	});
	await study.rating(3).click();
	await expect(page.getByRole('alert')).toContainText('The browser lost its connection to the storage.');
	await expect(study.stem).toHaveText(stem);
	expect(await storedReviews(page)).toEqual([]);
	expect(await journalled(page)).toHaveLength(1);
	await page.getByRole('button', { name: 'Load anew' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(study.stem).not.toHaveText(stem);
	for (let visit = 1; visit <= 2; visit += 1) {
		await page.reload();
		await expect(study.stem).toBeVisible();
		expect(await storedReviews(page)).toHaveLength(1);
		expect(await journalled(page)).toEqual([]);
	}
});

test('with storage denied the first card still shows, and the screen says that nothing is kept', async ({ page }) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('Denied', 'SecurityError');
		};
	});
	const study = new StudyScreen(page);
	await study.open();
	const first = await study.stemText();
	await study.rate(3);
	await expect(page.getByRole('alert')).toContainText('does not allow Backstory to store anything');
	await expect(study.stem).not.toHaveText(first);
	await study.rate(1);
	await study.undo.click();
	await expect(study.ratings).toHaveCount(0);
});

test('with localStorage and the database denied every screen still opens', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('Denied', 'SecurityError');
			}
		});
		IDBFactory.prototype.open = () => {
			throw new DOMException('Denied', 'SecurityError');
		};
	});
	await page.goto('');
	await expect(page.getByRole('link', { name: 'Start with the first cards' })).toBeVisible();
	await page.goto('settings/');
	await page.getByRole('radio', { name: 'Dark' }).check();
	await expect(page.getByText('Changed for now, but this browser does not let it be kept.')).toBeVisible();
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await expect(page.getByRole('alert')).toContainText('does not allow Backstory to store anything');
});

test('two tabs that rate the same card keep both answers', async ({ page, context }) => {
	const one = new StudyScreen(page);
	await one.open();
	const two = new StudyScreen(await context.newPage());
	await two.open();
	expect(await two.stemText()).toBe(await one.stemText());
	await one.rate(3);
	await two.rate(1);
	const reviews = await storedReviews(page);
	expect(reviews.map(({ rating }) => rating).sort()).toEqual([1, 3]);
	expect(new Set(reviews.map(({ card }) => card)).size).toBe(1);
	expect(new Set(reviews.map(({ seq }) => seq)).size).toBe(2);
	expect((await readStores(page))['cards']).toHaveLength(1);
});

test('a clock set back three days punishes nobody and makes no negative interval', async ({ page }) => {
	const before = Date.UTC(2026, 10, 22, 12);
	await page.clock.setFixedTime(before);
	const study = new StudyScreen(page);
	await study.open('?set=collision-course&items=1,2');
	const stem = await study.stemText();
	await study.rate(3);
	await study.undo.click();
	await expect(study.stem).toHaveText(stem);
	await study.finish();
	await page.clock.setFixedTime(before - 3 * DAY_MS);
	await page.goto('');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await study.open('?set=collision-course');
	await study.reveal.click();
	for (const button of await study.ratings.all()) {
		await expect(button).toHaveText(/again in [1-9]\d* (minute|hour|day|month|year)s?$/);
	}
	await study.rating(3).click();
	await expect(study.ratings).toHaveCount(0);
	const reviews = await storedReviews(page);
	expect(Math.min(...reviews.map(({ tookMs }) => tookMs ?? -1))).toBeGreaterThanOrEqual(0);
	const cards = (await readStores(page))['cards'] as { lastAt?: number; dueAt: number | null; dueDay: number | null }[];
	expect(cards.every(({ dueAt, dueDay }) => (dueAt ?? 1) > 0 && (dueDay ?? 1) > 0)).toBe(true);
});

test('a card that was answered in the future by a wrong clock can be answered again without harm', async ({ page }) => {
	const now = Date.UTC(2026, 10, 22, 12);
	await page.clock.setFixedTime(now);
	const study = new StudyScreen(page);
	await study.open('?set=collision-course&items=1');
	const first = await study.stemText();
	await study.rate(1);
	await page.clock.setFixedTime(now - DAY_MS);
	await page.reload();
	await expect(study.stem.or(page.getByRole('heading', { level: 1 }))).toBeVisible();
	await page.clock.setFixedTime(now + 120_000);
	await page.reload();
	await expect(study.stem).toHaveText(first);
	await study.rate(3);
	const memory = (await readStores(page))['cards'] as { stability?: number }[];
	expect(memory.every(({ stability = 1 }) => Number.isFinite(stability) && stability > 0)).toBe(true);
});
