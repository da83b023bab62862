import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { ROUTES } from './routes';
import { StudyScreen } from './study-screen';

const FOLDER = fileURLToPath(new URL('../../build-pseudo', import.meta.url));

/** Both, on one page: opening it costs more than looking at it twice. */
const SIZES = [
	{ width: 390, height: 844 },
	{ width: 1280, height: 800 }
];

/**
 * What is written by authors and not by the interface: text with a language or direction of its own, codes and the letters of
 * answers, the companion's sections and contents, names to choose from. Everything else must come from a message.
 */
const CONTENT = [
	'[lang]:not(html)',
	'[dir=auto]',
	'[translate=no]',
	'bdi',
	'time',
	'.sections h2',
	'.sections .read',
	'.sections .note',
	'.contents .entry',
	'.contents .item > .small:not(.end)',
	'.contents h1',
	'.chooser label',
	'svg text'
].join();

for (const route of ROUTES) {
	test(`right to left, every text is a message and nothing runs over the edge: /${route}`, async ({
		page,
		startSite
	}) => {
		const { address } = await startSite({ folder: FOLDER });
		await page.goto(address + route);
		if (route === 'study/') await expect(page.locator('[data-stem]')).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(page.locator('#content')).toBeVisible();
		for (const size of SIZES) {
			await page.setViewportSize(size);
			expect(await strayTexts(page)).toEqual([]);
			expect(await overflow(page)).toBeLessThanOrEqual(0);
		}
	});
}

test('right to left, a session from the question to its end is made of messages', async ({ page, startSite }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const { address } = await startSite({ folder: FOLDER });
	await page.addInitScript(() => localStorage.setItem('backstory.look', '{"newPerDay":1,"fourButtons":true}'));
	await page.goto(`${address}study/?set=collision-course`);
	const study = new StudyScreen(page);
	await study.reveal.click();
	await expect(study.ratings).toHaveCount(4);
	expect(await strayTexts(page)).toEqual([]);
	expect(await overflow(page)).toBeLessThanOrEqual(0);
	await study.rating(1).click();
	await expect(study.ratings).toHaveCount(0);
	await study.rate(4);
	await expect(study.stem).toHaveCount(0);
	expect(await strayTexts(page)).toEqual([]);
	await page.goto(address);
	// Its one new card is done.
	await expect(page.getByRole('link', { name: 'Pakistan and the Afghan Taliban' })).toBeVisible();
	expect(await strayTexts(page)).toEqual([]);
	expect(await overflow(page)).toBeLessThanOrEqual(0);
	await page.goto(`${address}stats/`);
	await expect(page.locator('figure').first()).toBeVisible();
	for (const numbers of await page.locator('summary').all()) await numbers.click();
	expect(await strayTexts(page)).toEqual([]);
	expect(await overflow(page)).toBeLessThanOrEqual(0);
});

/** @returns visible texts with letters that are neither content nor inside the brackets of a pseudo-localised message */
function strayTexts(page: Page): Promise<string[]> {
	return page.evaluate((content) => {
		/** Messages may stand in one another: the innermost brackets go first. */
		const hasOwnLetters = (text: string): boolean => {
			// A day such as Sunday 22 November is written by the browser.
			if (/^\p{L}+ \d{1,2} \p{L}+$/u.test(text)) return false;
			const rest = text.replace(/⟦[^⟦⟧]*⟧/gu, '');
			return rest === text ? /\p{L}/u.test(rest) : hasOwnLetters(rest);
		};
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const stray: string[] = [];
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			const text = node.textContent?.trim() ?? '';
			const parent = node.parentElement;
			if (parent === null || !hasOwnLetters(text)) continue;
			if (parent.closest(`script, style, #svelte-announcer, ${content}`) !== null || !parent.checkVisibility())
				continue;
			stray.push(
				`${text.slice(0, 60)} <${parent.tagName.toLowerCase()} class="${parent.getAttribute('class') ?? ''}">`
			);
		}
		// A placeholder in a language of its own is what an author wrote.
		const labelled = [...document.querySelectorAll('[aria-label], [placeholder]:not([lang]), [title]')].flatMap(
			(element) =>
				['aria-label', 'placeholder', 'title'].flatMap((name) => {
					const text = element.getAttribute(name) ?? '';
					return hasOwnLetters(text) ? [`${name}="${text}"`] : [];
				})
		);
		return [...new Set([...stray, ...labelled])];
	}, CONTENT);
}

/** @returns by how many pixels the page is wider than the screen */
function overflow(page: Page): Promise<number> {
	return page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth);
}
