import type { Page } from 'playwright/test';

/** @returns what makes the page scroll sideways */
export function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const root = document.scrollingElement ?? document.documentElement;
		if (root.scrollWidth <= innerWidth) return [];
		return [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
			.map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 60)}`)
			.slice(0, 8);
	});
}
