import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { journalled, readStores, storedEvents } from './stores';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

test('theme and text size are kept and set before the first paint, and controls wait for the app', async ({
	page,
	context,
	newProfile,
	watch
}) => {
	await page.goto('settings/');
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.getByRole('radio', { name: 'Larger' }).check();
	await expect(page.getByText('Saved.')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await expect(page.getByRole('radio', { name: 'Larger' })).toBeChecked();
	// The same storage, and not one of the app's scripts: what is set now was set by the page itself.
	watch.tolerate(/Failed to load resource: net::ERR_FAILED .*\/_app\//);
	watch.tolerate(/Failed to fetch dynamically imported module/);
	const bare = await newProfile({ storageState: await context.storageState(), serviceWorkers: 'block' });
	await bare.route('**/_app/**/*.js', (route) => route.abort());
	const first = await bare.newPage();
	await first.goto('settings/');
	await expect(first.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(first.locator('html')).toHaveAttribute('data-text-size', 'larger');
	// Nor does any control take what nobody would hear.
	await expect(first.getByLabel('New cards a day')).toBeDisabled();
});

test('a limit that is no number is refused at its field and the old one stays', async ({ page }) => {
	await page.goto('settings/');
	const field = page.getByLabel('New cards a day');
	await field.fill('many');
	await field.blur();
	await expect(page.getByRole('alert')).toContainText('A whole number from 0 to 9,999');
	await field.fill('2');
	await field.blur();
	await expect(page.getByText('Saved.')).toBeVisible();
	const study = new StudyScreen(page);
	await study.open();
	await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
});

test('a backup brings everything back after a wipe, and a second time adds nothing', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	for (let count = 0; count < 4; count += 1) await study.rate(count === 1 ? 1 : 3);
	await page.keyboard.press('u');
	await expect.poll(async () => (await storedEvents(page)).length).toBe(5);
	await page.goto('settings/');
	await page.getByRole('radio', { name: 'Dark' }).check();
	await expect(page.getByText('Saved.')).toBeVisible();
	await leaveInJournal(page);
	const file = await makeBackup(page);
	expect(await journalled(page)).toEqual([]);
	const before = await readStores(page);

	await wipe(page);
	expect(await readStores(page)).toEqual({});
	await page.goto('settings/');
	await restore(page, file);
	await expect(page.getByText('Restored what was new here. Answers: 6; sets: 0; quiz attempts: 0.')).toBeVisible();
	const after = await readStores(page);
	expect(byId(after['events'])).toEqual(byId(before['events']));
	expect(byId(after['cards'])).toEqual(byId(before['cards']));
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

	await restore(page, file);
	await expect(page.getByText('Everything in this backup was here already.')).toBeVisible();
	expect(await readStores(page)).toEqual(after);
	await page.goto('');
	await expect(page.getByText(/\d+ cards, 3 begun\./)).toBeVisible();
});

test('each kind of bad file is named, and nothing is changed', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await page.goto('settings/');
	const good = await makeBackup(page);
	const parsed = JSON.parse(good) as { events: { rating: number }[] };
	const bad: readonly (readonly [string, string])[] = [
		['', 'This file is empty. Nothing was changed.'],
		['dear diary', 'This is not a Backstory backup. Nothing was changed.'],
		['{"app":"another","cards":[]}', 'This file comes from another app. Nothing was changed.'],
		[
			JSON.stringify({ ...parsed, format: 99 }),
			'This backup was made by a newer version of Backstory. Update the app, then try again. Nothing was changed.'
		],
		[
			good.slice(0, good.length / 2),
			'This backup breaks off: the file was not saved or sent whole. Nothing was changed.'
		],
		[
			good.replace(/"rating":\d/, '"rating":4'),
			'This backup was damaged or changed after it was made. Nothing was changed.'
		],
		[
			JSON.stringify({ ...parsed, events: [{ ...parsed.events[0], at: 'noon' }] }),
			'This backup was damaged or changed after it was made. Nothing was changed.'
		],
		[good.replace('{', '{"__proto__":{"admin":true},'), 'This file comes from another app. Nothing was changed.']
	];
	const before = await readStores(page);
	for (const [text, sentence] of bad.slice(0, -1)) {
		await choose(page, text);
		await expect(page.getByText(sentence, { exact: true })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Restore', exact: true })).toHaveCount(0);
	}
	await choose(page, bad.at(-1)?.[0] ?? '');
	await expect(page.getByText(/Nothing was changed\.$/)).toBeVisible();
	expect(await readStores(page)).toEqual(before);
});

test('a chosen backup says what is in it and can be left alone', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(3);
	await page.goto('settings/');
	const file = await makeBackup(page);
	const before = await readStores(page);
	await choose(page, file);
	await expect(page.getByText(/It holds 1 answers? and 0 sets\./)).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('button', { name: 'Restore', exact: true })).toHaveCount(0);
	expect(await readStores(page)).toEqual(before);
});

test('Settings says how old the last backup is and what storage is used', async ({ page }) => {
	await page.goto('settings/');
	await expect(page.getByText('You have not made a backup yet.')).toBeVisible();
	await expect(page.getByText(/^Used on this device: [\d.]+ (k|M)B\.$/)).toBeVisible();
	await makeBackup(page);
	await page.reload();
	await expect(page.getByText(/^Last backup: \w+day \d+ \w+\.$/)).toBeVisible();
});

async function makeBackup(page: Page): Promise<string> {
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	const download = await saving;
	expect(download.suggestedFilename()).toMatch(/^backstory-\d{4}-\d\d-\d\d\.json$/);
	await expect(page.getByText(/^Backup saved: /)).toBeVisible();
	await expect(page.getByText(/^Last backup: /)).toBeVisible();
	return readFileSync(await download.path(), 'utf8');
}

async function choose(page: Page, text: string): Promise<void> {
	const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) };
	const field = page.getByLabel('Restore from a backup file');
	// Playwright gives a file to a disabled field too, which nobody can.
	await expect(field).toBeEnabled();
	await field.setInputFiles(file);
}

async function restore(page: Page, text: string): Promise<void> {
	await choose(page, text);
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
}

/** Forgets everything, as a browser's clean-up would. */
async function wipe(page: Page): Promise<void> {
	await page.goto('about/');
	await page.evaluate(async () => {
		localStorage.clear();
		await new Promise<void>((resolve, reject) => {
			const deleting = indexedDB.deleteDatabase('backstory');
			deleting.onsuccess = () => resolve();
			deleting.onerror = () => reject(new Error('The database cannot be deleted'));
		});
	});
}

function byId(rows: unknown[] = []): unknown[] {
	return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** An answer as a tab leaves it that was closed before it could be stored. */
async function leaveInJournal(page: Page): Promise<void> {
	const [first] = await storedEvents(page);
	const { card, day, at } = { card: '', day: 0, at: 0, ...first };
	const id = '01900000-0000-7000-8000-000000000001';
	const event = { id, kind: 'review', card, day, at: at + 1, rating: 1, tookMs: 9 };
	const text = JSON.stringify({ format: 1, event });
	await page.evaluate((entry) => localStorage.setItem('backstory.journal.0', entry), text);
}
