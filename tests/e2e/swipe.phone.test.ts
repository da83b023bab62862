import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { storedReviews } from './stores';
import { StudyScreen } from './study-screen';

test('a swipe to the right remembers, to the left forgets, and a short or upright one does nothing', async ({
	page
}) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.reveal.click();
	await swipe(page, { x: 150, y: 300 }, { x: 190, y: 300 });
	await swipe(page, { x: 150, y: 300 }, { x: 200, y: 500 });
	await expect(study.ratings).toHaveCount(2);
	await swipe(page, { x: 100, y: 300 }, { x: 300, y: 310 });
	await expect(study.ratings).toHaveCount(0);
	await study.reveal.click();
	await swipe(page, { x: 300, y: 300 }, { x: 100, y: 310 });
	await expect(study.ratings).toHaveCount(0);
	const reviews = (await storedReviews(page)).sort((a, b) => a.seq - b.seq);
	expect(reviews.map(({ rating }) => rating)).toEqual([3, 1]);
});

test('a swipe before the answer is shown rates nothing', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	const first = await study.stemText();
	await swipe(page, { x: 100, y: 300 }, { x: 300, y: 310 });
	await expect(study.stem).toHaveText(first);
	expect(await storedReviews(page)).toEqual([]);
});

type Point = { x: number; y: number };

async function swipe(page: Page, from: Point, to: Point): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints });
	await touch('touchStart', [from]);
	for (let step = 1; step <= 5; step += 1) {
		const part = step / 5;
		await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
	}
	await touch('touchEnd', []);
	await session.detach();
}
