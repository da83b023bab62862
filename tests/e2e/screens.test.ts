import { violations } from './axe';
import { expect, test } from './fixtures';
import { STATES } from './states';

// What the screens look like has nothing to do with the service worker, which would store the whole app for each of them.
test.use({ serviceWorkers: 'block' });

for (const { name, open } of STATES) {
	test(`accessible in light and dark: ${name}`, async ({ page, watch, isMobile }) => {
		if (name === 'no such page') watch.tolerate(/status of 404|Not found: \/no-such-page/);
		await page.emulateMedia({ colorScheme: 'light' });
		await open(page);
		expect(await violations(page), 'light').toEqual([]);
		// Colours do not depend on the size of the screen.
		if (!isMobile) return;
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await violations(page), 'dark').toEqual([]);
	});
}
