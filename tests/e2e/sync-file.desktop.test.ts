import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';
import { SyncScreen } from './sync-screen';

test('two profiles that studied apart show the same three words after merging each way by file', async ({
	page,
	newProfile
}) => {
	const other = await (await newProfile()).newPage();
	const [here, there] = [new SyncScreen(page), new SyncScreen(other)];
	for (const [on, ratings] of [[page, [3, 1]] as const, [other, [3, 3, 1]] as const]) {
		const study = new StudyScreen(on);
		await study.open();
		for (const rating of ratings) await study.rate(rating);
	}
	const apart = [await here.words(), await there.words()];
	expect(apart[0]).not.toBe(apart[1]);

	await carry(page, other);
	expect(await there.words()).not.toBe(apart[1]);
	expect(await here.words()).toBe(apart[0]);
	await carry(other, page);
	expect(await here.words()).toBe(await there.words());
	await expect(page.getByText(/5 answers, from 2 devices\.\s+Last brought together by file, /)).toBeVisible();
});

/** Saves a backup on one page and restores it on another. */
async function carry(from: Page, to: Page): Promise<void> {
	await from.goto('settings/');
	const saving = from.waitForEvent('download');
	await from.getByRole('button', { name: 'Save a backup' }).click();
	const text = readFileSync(await (await saving).path());
	await to.goto('settings/');
	const field = to.getByLabel('Restore from a backup file');
	await expect(field).toBeEnabled();
	await field.setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: text });
	await to.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(to.getByText(/^Restored what was new here/)).toBeVisible();
}
