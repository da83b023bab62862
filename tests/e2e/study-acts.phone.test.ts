import { expect, test } from './fixtures';
import { prefer, storedEvents } from './stores';
import { StudyScreen } from './study-screen';

test('a card is put off, suspended, given a day, forgotten and reset from its menu, and Undo takes back each', async ({
	page
}) => {
	await prefer(page, { newPerDay: 2 });
	const study = new StudyScreen(page);
	await study.open();
	const more = page.getByRole('button', { name: 'More', exact: true });
	const first = await study.stemText();
	await more.click();
	await expect(page.getByRole('button', { name: /^Not today/ })).toBeFocused();
	// A new card has no memory that could be given a day.
	await expect(page.getByLabel('Comes back on')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(more).toBeFocused();
	await more.click();
	await page.getByRole('button', { name: /^Not today/ }).click();
	await expect(study.stem).not.toHaveText(first);
	await study.rate(1);
	// The card just answered is the only one left.
	const second = await study.stemText();
	await more.click();
	await page.getByRole('button', { name: 'Set', exact: true }).click();
	await expect(page.getByRole('alert')).toHaveText('A day from tomorrow on, please.');
	await page.getByLabel('Comes back on').fill(inDays(10));
	await page.getByRole('button', { name: 'Set', exact: true }).click();
	await expect(study.end).toBeVisible();
	await study.undo.click();
	await expect(study.stem).toHaveText(second);
	for (const name of [/^Suspend/, /^Forget/, /^Reset/]) {
		await more.click();
		await page.getByRole('button', { name }).click();
		await expect(study.end).toBeVisible();
		await study.undo.click();
		await expect(study.stem).toHaveText(second);
	}
	await study.undo.click();
	await study.undo.click();
	await expect(study.stem).toHaveText(first);
	await expect(study.undo).toBeDisabled();
	const events = await storedEvents(page);
	const acts = events.filter(({ kind }) => kind !== 'void');
	expect(acts.map(({ kind }) => kind).sort()).toEqual(['bury', 'reset', 'reset', 'review', 'set-due', 'suspend']);
	expect(new Set(events.map(({ voids }) => voids).filter((id) => id !== undefined)).size).toBe(acts.length);
});

test('a card that was forgotten once too often gets a notice, and can wait a week', async ({ page }) => {
	await prefer(page, { newPerDay: 1, leechThreshold: 1, fourButtons: true });
	const study = new StudyScreen(page);
	await study.open();
	const stem = await study.stemText();
	await study.rate(4);
	await expect(study.end).toBeVisible();
	await page.clock.install({ time: Date.now() + 40 * 86_400_000 });
	await study.open();
	await expect(study.stem).toHaveText(stem);
	await study.rate(1);
	const notice = page.getByRole('complementary', { name: 'A card that does not stick' });
	await expect(notice).toContainText('You have forgotten this card once.');
	await expect(notice.getByRole('link', { name: 'Rewrite it' })).toHaveCount(0);
	await notice.getByRole('button', { name: 'Wait a week' }).click();
	await expect(notice).toHaveCount(0);
	const bury = (await storedEvents(page)).find(({ kind }) => kind === 'bury');
	expect(bury).toMatchObject({ until: (bury?.day ?? 0) + 7 });
	await study.undo.click();
	await expect(study.ratings.or(study.reveal).first()).toBeVisible();
});

test('scheduling is chosen in Settings, a wrong number is refused, and a limit for today holds today', async ({
	page
}) => {
	await page.goto('settings/');
	await page.getByText('Scheduling', { exact: true }).click();
	const start = page.getByLabel('A study day starts at');
	await start.fill('24');
	await start.blur();
	await expect(page.getByRole('alert')).toHaveText('A whole number from 0 to 23, please. The old value stays for now.');
	await start.fill('3');
	await start.blur();
	await page.getByRole('radio', { name: 'Best remembered first' }).check();
	await page.getByLabel('Sunday').selectOption({ label: 'As little as possible' });
	await page.getByLabel('New cards today').fill('3');
	await page.getByLabel('New cards today').blur();
	await expect(page.getByText('Saved.')).toBeVisible();
	await page.reload();
	await page.getByText('Scheduling', { exact: true }).click();
	await expect(start).toHaveValue('3');
	await expect(page.getByRole('radio', { name: 'Best remembered first' })).toBeChecked();
	await expect(page.getByLabel('Sunday')).toHaveValue('0');
	const study = new StudyScreen(page);
	await study.open();
	await expect(page.getByText('1 of 3', { exact: true })).toBeVisible();
});

function inDays(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
