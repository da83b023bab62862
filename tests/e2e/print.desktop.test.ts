import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { BANK, firstOf, ONE_OF_EACH } from './quiz-bank';

const NUMBERS = ONE_OF_EACH.map(({ number }) => number);
const EACH = `print/?set=collision-course&items=${NUMBERS.join(',')}`;
const POINTS_PER_MM = 72 / 25.4;

/** Prints as the browser does. @returns width and height of every page in millimetres */
async function printedPages(page: Page): Promise<(readonly [number, number])[]> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	return [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
		([, width, height]) =>
			[Math.round(Number(width) / POINTS_PER_MM), Math.round(Number(height) / POINTS_PER_MM)] as const
	);
}

const choose = (page: Page, name: string) => page.getByText(name, { exact: true }).first().click();

test('a quiz of every type is printed on A4 and Letter, without the panel and without tearing a question', async ({
	page
}) => {
	await page.goto(EACH);
	await expect(page.locator('.question')).toHaveCount(NUMBERS.length);
	await expect(page.getByRole('region', { name: 'Map' }).getByRole('img')).toBeVisible();
	await choose(page, 'A4');
	const a4 = await printedPages(page);
	expect(a4.length).toBeGreaterThan(2);
	expect(a4.every(([width, height]) => width === 210 && height === 297)).toBe(true);
	await choose(page, 'Letter');
	expect((await printedPages(page)).every(([width, height]) => width === 216 && height === 279)).toBe(true);

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(page.getByText('What to print')).toBeHidden();
	const breaks = await page
		.locator('.question')
		.evaluateAll((questions) => questions.map((question) => getComputedStyle(question).breakInside));
	expect(new Set(breaks)).toEqual(new Set(['avoid']));
});

test('the key fits the paper, and its code prints the same paper again', async ({ page }) => {
	const [single, ordering] = [firstOf('single-choice'), firstOf('ordering')];
	await page.goto(EACH);
	const options = page.locator('.question').nth(NUMBERS.indexOf(single.number)).locator('.options li');
	await page.getByRole('button', { name: 'Another version' }).click();
	const right = single.options.find(({ correct }) => correct)?.text ?? '';
	const letter = (await options.filter({ hasText: right }).innerText()).slice(0, 1);
	const shown = await page.locator('.question').allTextContents();
	await expect(page).toHaveURL(/code=[0-9A-Z]{4}-[0-9A-Z]{4}/);
	const code = await page.getByLabel('Paper code').inputValue();

	await choose(page, 'Key');
	const key = page.getByRole('region', { name: 'Key' }).first();
	await expect(key.locator('.grid > li').first().locator('.filled')).toHaveText(letter);
	const entry = key.locator('.answers > li').first();
	await expect(entry).toContainText(right);
	await expect(entry).toContainText(single.explanation);
	await expect(key.locator('.answers > li').nth(NUMBERS.indexOf(ordering.number))).toContainText(
		new RegExp(ordering.entries.map(({ text }) => text).join('.*'), 's')
	);
	await expect(key.getByRole('link').first()).toHaveAttribute('href', /^https?:/);

	await page.goto(EACH);
	await expect(page.getByLabel('Paper code')).not.toHaveValue(code);
	await page.getByLabel('Paper code').fill('0000-0000');
	await page.getByRole('button', { name: 'Use' }).click();
	await expect(page.getByText(/This code belongs to other questions/)).toBeVisible();
	await page.getByLabel('Paper code').fill(code.toLowerCase().replace('-', ''));
	await page.getByRole('button', { name: 'Use' }).click();
	await expect(page.getByText(`Paper ${code}`).first()).toBeVisible();
	await expect(page.locator('.question')).toHaveText(shown);
});

/** The items with the most to show, which fill a card. */
const LONGEST = [...BANK.items]
	.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
	.slice(0, 40)
	.map(({ number }) => number);

test('cards are printed eight to a page on both sides, and the longest texts are not cut off', async ({ page }) => {
	await page.goto(`print/?set=collision-course&items=${LONGEST.join(',')}`);
	await choose(page, 'Cards');
	await choose(page, 'A4');
	const front = page.locator('.fronts').first().locator('.side > .text');
	await expect(front).toHaveCount(8);
	const backs = page.getByRole('region', { name: 'Sheet 1, backs' }).locator('.foot');
	const numbersOf = async () => (await backs.allInnerTexts()).map((foot) => Number(/\d+$/.exec(foot.trim())?.[0]));
	expect(await numbersOf()).toEqual([2, 1, 4, 3, 6, 5, 8, 7]);
	await page.getByText('Short edge', { exact: true }).click();
	expect(await numbersOf()).toEqual([7, 8, 5, 6, 3, 4, 1, 2]);

	await page.emulateMedia({ media: 'print' });
	const cut = await page
		.locator('.side > .text')
		.evaluateAll((texts) =>
			texts.filter((text) => text.scrollHeight > text.clientHeight + 1).map((text) => text.textContent)
		);
	expect(cut).toEqual([]);
	await page.emulateMedia({ media: null });
	await choose(page, '10');
	const sheets = Number(/on (\d+) sheets/.exec(await page.locator('main').innerText())?.[1]);
	expect(await printedPages(page)).toEqual(Array.from({ length: 2 * sheets }, () => [210, 297]));
});
