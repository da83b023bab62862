import { expect, test } from './fixtures';

test.use({ serviceWorkers: 'block' });

test('where nothing is stored for offline use, a page that cannot be fetched says so and leads back', async ({
	page,
	context,
	watch
}) => {
	watch.tolerate(/ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically imported module|Unable to preload/);
	await page.goto('settings/');
	await expect(page.getByRole('button', { name: 'Save a backup' })).toBeEnabled();
	await context.setOffline(true);
	await page.getByRole('link', { name: 'Stats' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not on this device yet.');
	await page.getByRole('button', { name: 'Back' }).click();
	await expect(page.getByRole('button', { name: 'Save a backup' })).toBeVisible();
});
