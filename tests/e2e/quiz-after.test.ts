import { expect, test } from './fixtures';
import { firstOf, stemKey } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';
import { prefer, storedEvents } from './stores';
import { StudyScreen } from './study-screen';

const [SINGLE, STATEMENT] = [firstOf('single-choice'), firstOf('true-false')];
const WRONG = SINGLE.options.findIndex(({ correct }) => !correct);

test('what was missed comes back as cards the same day, on home and in study', async ({ page }) => {
	await prefer(page, { newPerDay: 1 });
	const quiz = new QuizScreen(page);
	await quiz.take([SINGLE.number, STATEMENT.number]);
	await quiz.pick(WRONG);
	await quiz.goOn();
	await quiz.pick(String(!STATEMENT.answer));
	await quiz.finish();
	await expect(page.getByText('The 2 you missed come back as cards today.')).toBeVisible();
	const answers = (await storedEvents(page)).filter(({ kind }) => kind === 'quiz-answer');
	expect(answers).toHaveLength(2);
	await page.getByRole('link', { name: 'See the answers' }).click();
	await expect(page.getByText('Back as a card today, because you missed it.')).toBeVisible();

	await page.goto('');
	await expect(page.getByText(/^2 to refresh and \d+ new/)).toBeVisible();
	await page
		.getByRole('link', { name: /^Study \d+ cards$/ })
		.filter({ visible: true })
		.first()
		.click();
	const study = new StudyScreen(page);
	await expect(study.stem).toBeVisible();
	const due = [SINGLE, STATEMENT].map(({ stem }) => stemKey(stem));
	const stems = [stemKey(await study.stemText())];
	for (let card = 1; card < 3; card += 1) {
		await study.rate(3);
		stems.push(stemKey(await study.stemText()));
	}
	expect(stems).toEqual(expect.arrayContaining(due));
});

test('the result leads to a session with just what was missed', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take([SINGLE.number, STATEMENT.number]);
	await quiz.pick(WRONG);
	await quiz.goOn();
	await quiz.pick(String(STATEMENT.answer));
	await quiz.finish();
	await expect(page.getByText('The one you missed comes back as a card today.')).toBeVisible();
	await page.getByRole('link', { name: 'Study what you missed' }).click();
	const study = new StudyScreen(page);
	await expect(study.stem).toBeVisible();
	expect(stemKey(await study.stemText())).toBe(stemKey(SINGLE.stem));
	await study.finish();
	await expect(page.getByText(/^You answered one card\./)).toBeVisible();
});

test('past quizzes stay readable', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take([SINGLE.number]);
	await quiz.pick(WRONG);
	await quiz.finish();
	await quiz.take([STATEMENT.number]);
	await quiz.pick(String(STATEMENT.answer));
	await quiz.finish();
	await expect(page.getByRole('heading', { name: 'Right.', exact: true })).toBeVisible();
	await page.goto('quiz/');
	const past = page.getByRole('region', { name: 'Past quizzes' }).getByRole('link');
	await expect(past).toHaveText([/1 of 1 right/, /0 of 1 right/]);
	await past.last().click();
	await expect(page.getByRole('heading', { name: 'Not right this time.' })).toBeVisible();
	await page.getByRole('link', { name: 'See the answers' }).click();
	await quiz.expectItem(SINGLE);
	await expect(page.getByText(SINGLE.options[WRONG]?.text ?? '?', { exact: true })).toBeVisible();
	await expect(page.locator('.explanation')).toBeVisible();
});

test('leaving asks first; staying, leaving and handing in do as they say', async ({ page }) => {
	const quiz = new QuizScreen(page);
	const leave = page.getByRole('link', { name: 'Leave the quiz?' });
	await quiz.take([SINGLE.number, STATEMENT.number], 'Whole quiz');
	await quiz.pick(WRONG);
	await leave.click();
	await expect(quiz.leaving).toContainText('the clock keeps running');
	await page.getByRole('button', { name: 'Stay', exact: true }).click();
	await expect(quiz.leaving).toHaveCount(0);
	await quiz.expectItem(SINGLE);

	await page.evaluate(() => {
		history.back();
	});
	await expect(quiz.leaving).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(quiz.leaving).toHaveCount(0);
	await expect(page).toHaveURL(/quiz\/run/);

	await leave.click();
	await page.getByRole('button', { name: 'Leave', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'You have a quiz under way' })).toBeVisible();
	await page.getByRole('link', { name: 'Go on', exact: true }).click();
	await expect(quiz.option(WRONG).locator('input')).toBeChecked();
	await leave.click();
	await page.getByRole('button', { name: 'Hand in now' }).click();
	await expect(page.getByRole('heading', { name: 'None of 2 right this time.' })).toBeVisible();
	expect(await storedAttempts(page)).toMatchObject([{ timedOut: false }]);
	await page.goto('quiz/run/');
	await expect(page.getByRole('heading', { name: 'There is no quiz under way.' })).toBeVisible();
});
