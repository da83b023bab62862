import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { STATES } from './states';

// What the screens look like has nothing to do with the service worker, which would store the whole app for each of them.
test.use({ serviceWorkers: 'block' });

for (const { name, open } of STATES) {
	test(`nothing runs over the edge at 320 pixels, with text twice as large, or both: ${name}`, async ({
		page,
		watch
	}) => {
		if (name === 'no such page') watch.tolerate(/status of 404|Not found: \/no-such-page/);
		await page.setViewportSize({ width: 320, height: 640 });
		await open(page);
		expect(await overflowing(page), '320 pixels').toEqual([]);
		await page.setViewportSize({ width: 640, height: 800 });
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		expect(await overflowing(page), 'text at 200 %').toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await overflowing(page), '320 pixels and text at 200 %').toEqual([]);
	});
}

/** @returns what makes the page scroll sideways */
function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const root = document.scrollingElement ?? document.documentElement;
		if (root.scrollWidth <= innerWidth) return [];
		return [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
			.map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 60)}`)
			.slice(0, 8);
	});
}
