import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { firstOf } from './quiz-bank';
import { changeSpec, RULES } from './quiz-rules';
import { QuizScreen, storedAttempts } from './quiz-screen';

const [SINGLE, MULTIPLE] = [firstOf('single-choice'), firstOf('multiple-choice')];
const ITEMS = [SINGLE.number, MULTIPLE.number];
const RIGHT = SINGLE.options.findIndex(({ correct }) => correct);
const WRONG = SINGLE.options.findIndex(({ correct }) => !correct);
const PAUSES = { untimed: false, pauses: true, largerText: false, readAloud: false, fewerOptions: false };

test('an answer that was told, then a pause, survive a killed browser', async ({ startBrowser }) => {
	const before = await startBrowser();
	const first = new QuizScreen(await before.context.newPage());
	await first.take(ITEMS, 'Whole quiz');
	await changeSpec(first.page, { rules: { ...RULES, feedback: { kind: 'each' } }, accommodations: PAUSES });
	await first.page.reload();
	await first.pick(WRONG);
	await first.page.getByRole('button', { name: 'Check' }).click();
	await expect(first.page.getByText('Not right.')).toBeVisible();
	await first.page.getByRole('button', { name: 'Pause' }).click();
	await expect(first.page.getByRole('heading', { name: 'Paused' })).toBeVisible();
	const left = await first.timeLeft.innerText();
	await before.kill();

	const after = await startBrowser();
	const page = await after.context.newPage();
	await page.clock.install({ time: Date.now() + 3_600_000 });
	const [attempt] = await openRun(page);
	expect(attempt?.answers[0]).toMatchObject({ response: { chosen: [WRONG] }, told: true });
	await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible();
	await expect(page.locator('[data-time-left]')).toHaveText(left);
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await expect(page.getByText('Not right.')).toBeVisible();
	await expect(page.locator('[data-option]')).toHaveCount(0);
	await page.keyboard.press('Enter');
	await new QuizScreen(page).expectItem(MULTIPLE);
	await after.context.close();
});

test('when time is up within a grace, the answers are kept and only handing in is left, also after a reload', async ({
	page
}) => {
	await page.clock.install();
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS, 'Whole quiz');
	await changeSpec(page, { rules: { ...RULES, confidence: true, ending: { kind: 'grace', graceMs: 300_000 } } });
	await page.reload();
	await quiz.pick(RIGHT);
	await page.keyboard.press('Shift+Digit1');
	await expect(page.getByRole('radio', { name: 'Guess' })).toBeChecked();
	await page.keyboard.press('f');
	await expect(page.getByRole('button', { name: /^Flag this question/ })).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('o');
	await expect(page.getByRole('button', { name: 'Question 1, answered, flagged' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.clock.fastForward('02:05');
	await expect(page.getByRole('heading', { name: 'Time is up' })).toBeVisible();
	await page.reload();
	await expect(page.getByText(/^In time until /)).toBeVisible();
	await expect(page.locator('[data-option]')).toHaveCount(0);
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.getByRole('heading', { name: '1 of 2 questions right.' })).toBeVisible();
	const [attempt] = await storedAttempts(page);
	expect(attempt).toMatchObject({ timedOut: true, flagged: [0], answers: [{ confidence: 'guess' }, null] });
	expect(attempt).not.toHaveProperty('lateMs');
});

async function openRun(page: Page) {
	await page.goto('quiz/run/');
	await expect(page.locator('h1')).toBeVisible();
	return storedAttempts(page);
}
