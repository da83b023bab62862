import { BANK } from './quiz-bank';
import { expect, test } from './fixtures';
import { QuizScreen } from './quiz-screen';

const DOHA = BANK.items.filter(({ id }) => id === 'map-doha');

test('a place beyond the two countries is tapped on a wider map, and a double tap does not zoom the page', async ({
	page
}) => {
	const quiz = new QuizScreen(page, true);
	await quiz.take(DOHA.map(({ number }) => number));
	const map = page.locator('figure.place-map .frame');
	const { width = 0, height = 0 } = (await map.boundingBox()) ?? {};
	expect(width / height).toBeGreaterThan(1.4);
	const doha = { x: ((51.531 - 45) / 31) * width, y: ((38.8 - 25.285) / 17.3) * height };
	await map.tap({ position: doha });
	await map.tap({ position: doha });
	await expect(map.locator('.pin')).toBeVisible();
	expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
	await quiz.finish();
	await page.getByRole('link', { name: 'See the answers' }).tap();
	await expect(page.getByText(/^(Exactly on the place|\d+ km away, within the 80 km allowed)\.$/)).toBeVisible();
	await expect(page.locator('figure.place-map text.target')).toHaveText('Doha');
});
