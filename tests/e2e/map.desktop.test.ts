import { BANK } from './quiz-bank';
import { expect, test } from './fixtures';
import { QuizScreen } from './quiz-screen';

const KANDAHAR = BANK.items.filter(({ id }) => id === 'map-kandahar');

test('a place is found on the map by keyboard alone, and the review says how far off it was', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take(KANDAHAR.map(({ number }) => number));
	const map = page.getByRole('application', { name: 'Set your pin on the map.' });
	await expect(map).toBeVisible();
	for (let presses = 0; presses < 8 && !(await map.evaluate((it) => it === document.activeElement)); presses += 1) {
		await page.keyboard.press('Tab');
	}
	// The cross-hair starts in the middle, at 31.2 N and 68.1 E, and moves by a quarter of a degree.
	for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^Your pin is set at 31\.\d° north, 65\.\d° east\.$/)).toBeAttached();
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: 'See the answers' }).click();
	await expect(page.getByText(/^\d+ km away, within the 60 km allowed\.$/)).toBeVisible();
	await expect(page.locator('figure.place-map text.target')).toHaveText('Kandahar');
});
