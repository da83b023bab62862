import { violations } from './axe';
import { expect, test } from './fixtures';
import { overflowing } from './overflow';
import { STATES } from './states';

for (const { name, open } of STATES) {
	test(`accessible in light and dark, and nothing over the edge: ${name}`, async ({ page, watch, isMobile }) => {
		if (name === 'no such page') watch.tolerate(/status of 404|Not found: \/no-such-page/);
		// A control that comes to life while it is looked at would be measured in a colour between two others.
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		await open(page);
		expect(await violations(page), 'light').toEqual([]);
		// Colours do not depend on the size of the screen, and a screen of any size can be made as narrow as the narrowest.
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await violations(page), 'dark').toEqual([]);
		if (isMobile) return;
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await overflowing(page), '320 pixels').toEqual([]);
		await page.setViewportSize({ width: 640, height: 800 });
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		expect(await overflowing(page), 'text at 200 %').toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await overflowing(page), '320 pixels and text at 200 %').toEqual([]);
	});
}
