import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { PAST, pastStudy } from './past-study';
import { QuizScreen } from './quiz-screen';

test('someone who has studied nothing is told so, and where to start', async ({ page }) => {
	await page.goto('stats/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to count yet.');
	await page.getByRole('link', { name: 'Start with the first cards' }).click();
	await expect(page.locator('[data-stem]')).toBeVisible();
});

test('statistics say what the log says, and each picture has its numbers behind it', async ({ page }) => {
	await pastStudy(page);
	await page.goto('stats/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You have begun 24 of \d+ cards\.$/);
	await expect(page.getByText(`${PAST.answers} answers on ${PAST.days} days, 12 minutes in all.`)).toBeVisible();
	await expect(page.getByRole('img', { name: /Calendar of the last 17 days: answers on 5 of them/ })).toBeVisible();
	// Twelve of the 96 answers that came back were wrong: the three hard cards, four times each.
	await expect(page.getByRole('heading', { name: 'Of 100 cards that came back, you knew 88' })).toBeVisible();

	const calendar = page.locator('figure').filter({ hasText: 'You studied on 5 of the last 17 days' });
	await calendar.getByText('The numbers').click();
	await expect(calendar.getByRole('row')).toHaveCount(1 + PAST.days);
	await expect(calendar.getByRole('row').nth(1)).toContainText(String(PAST.cards));

	await page.getByLabel('Goal').selectOption('1 day a week');
	await expect(page.getByText('This week’s goal is reached.')).toBeVisible();
	expect(await page.evaluate(() => localStorage.getItem('backstory.look'))).toContain('"weeklyGoal":1');

	// Past forecasts are worked out only for someone who comes to see them.
	const forecasts = page.getByRole('heading', { name: /forecasts/ });
	await forecasts.scrollIntoViewIfNeeded();
	await expect(forecasts).toHaveText('Too early to say whether forecasts are right');

	const hardest = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Hardest for you' }) });
	await expect(hardest.getByRole('listitem')).toHaveCount(3);
	await hardest.getByRole('link').first().click();
	await expect(page.getByRole('img', { name: /with 5 answers/ })).toBeVisible();
	await expect(page.getByRole('row')).toHaveCount(1 + PAST.days);
});

test('cards whose answers were given for each other in a quiz are shown together', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take([20]);
	const item = await quiz.item();
	if (item.type !== 'single-choice') throw new Error('The question has no options');
	await quiz.pick(item.options.findIndex(({ text }) => text === 'a mediator'));
	await quiz.finish();
	await page.goto('stats/');
	const alike = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Taken for each other' }) });
	await expect(alike.getByRole('listitem')).toHaveText(/Once\.$/);
	await expect(alike.getByRole('link')).toHaveCount(2);
});

test('answers and cards are saved as tables', async ({ page }) => {
	await pastStudy(page);
	await page.goto('stats/');
	const answers = await save(page, 'Save all answers');
	expect(answers.name).toMatch(/^backstory-answers-\d{4}-\d\d-\d\d\.csv$/);
	expect(answers.lines[0]).toBe('\uFEFFcard,answered_at,study_day,kind,rating,correct,took_ms');
	expect(answers.lines.length).toBe(1 + PAST.answers);
	const cards = await save(page, 'Save all cards');
	expect(cards.lines.length).toBe(1 + PAST.cards);
	expect(cards.lines[1]).toMatch(/^collision-course\.1\.1,.+,review,1,9,\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,5,4,false$/);
});

async function save(page: Page, name: string): Promise<{ name: string; lines: string[] }> {
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name }).click();
	const download = await saving;
	await expect(page.getByText(`Saved: ${download.suggestedFilename()}`)).toBeVisible();
	const text = readFileSync(await download.path(), 'utf8');
	return { name: download.suggestedFilename(), lines: text.trimEnd().split('\r\n') };
}
