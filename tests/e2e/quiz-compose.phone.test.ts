import { expect, test } from './fixtures';
import { isStemOf, itemWithStem } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';

test('a blueprint says what it lacks; what is locked, exchanged and removed is what is asked', async ({ page }) => {
	const quiz = new QuizScreen(page, true);
	await quiz.compose();
	await page.getByText('More choices').tap();
	await quiz.choose('How it is put together', 'By blueprint');
	const row = page.getByRole('group', { name: 'Row 1' });
	await row.getByLabel('Topic').selectOption({ label: 'Key terms' });
	await row.getByLabel('Type').selectOption({ label: 'True or false' });
	await row.getByLabel('Questions').fill('400');
	await expect(row.getByText(/^Only \d+ of 400 can be found\.$/)).toBeVisible();
	await row.getByLabel('Type').selectOption({ label: 'One right option' });
	await row.getByLabel('Questions').fill('4');
	await expect(row.getByText(/can be found/)).toHaveCount(0);
	await page.getByLabel('Heading, may be empty').fill('Terms');

	await page.getByText('See the questions').tap();
	const list = page.getByRole('list', { name: 'The questions' });
	await expect(list.getByRole('heading', { name: 'Terms' })).toBeVisible();
	const stems = list.locator('.stem-line');
	await expect(stems).toHaveCount(4);
	const before = await stems.allInnerTexts();
	await page.getByRole('button', { name: 'Another: question 2', exact: true }).tap();
	await expect(stems.nth(1)).not.toHaveText(before[1] ?? '');
	await page.getByRole('button', { name: 'Lock: question 3', exact: true }).tap();
	await page.getByRole('button', { name: 'Draw anew' }).tap();
	await expect(stems.nth(2)).toHaveText(before[2] ?? '');
	await page.getByRole('button', { name: 'Remove: question 1', exact: true }).tap();
	await expect(stems).toHaveCount(3);
	const shown = await stems.allInnerTexts();

	await quiz.start();
	const [attempt] = await storedAttempts(page);
	const asked = (attempt?.paper ?? []).map(({ item }) => item);
	expect(asked).toEqual(shown.map((stem) => itemWithStem(stem).number));
	const first = itemWithStem(shown[0] ?? '');
	expect(isStemOf(first, await quiz.stem.innerText())).toBe(true);
	expect(first.topic).toBe('concepts');
});
