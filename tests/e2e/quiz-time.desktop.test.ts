import { expect, test } from './fixtures';
import { BANK, firstOf } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';

const SINGLE = firstOf('single-choice');
const RIGHT = SINGLE.options.findIndex(({ correct }) => correct);
const ITEMS = BANK.items.filter(({ type }) => type === 'single-choice').map(({ number }) => number);

test.beforeEach(({ page }) => page.clock.install());

test('when time is up, what is there is handed in, the choice on the screen included', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS.slice(0, 3), 'Whole quiz');
	await quiz.pick(RIGHT);
	await page.clock.fastForward('02:20');
	await expect(quiz.timeLeft).toHaveText(/^0:[1-4]\d$/);
	await page.clock.fastForward('00:45');
	await expect(page).toHaveURL(/quiz\/review\/?\?attempt=/);
	await expect(page.getByRole('heading', { name: '1 of 3 questions right.' })).toBeVisible();
	await expect(page.getByText('Time is up. What you had answered was handed in.')).toBeVisible();
	await expect(page.getByText('2 questions were left open.')).toBeVisible();
	const [attempt] = await storedAttempts(page);
	expect(attempt).toMatchObject({ timedOut: true, finishedAt: attempt?.deadline });
});

test('a quiz whose time ran out while the app was closed is handed in as it stood', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS.slice(0, 2), 'Whole quiz');
	await quiz.pick(RIGHT);
	await expect.poll(async () => (await storedAttempts(page))[0]?.answers[0]).not.toBeNull();
	await page.goto('about/');
	await page.clock.fastForward('10:00');
	await page.goto('quiz/');
	const past = page.getByRole('link', { name: /time ran out/ });
	await expect(past).toContainText('1 of 2 right');
	await expect(page.getByRole('heading', { name: 'You have a quiz under way' })).toHaveCount(0);
});

test('with a limit for each question, the end of it moves on and at last ends the quiz', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS.slice(0, 3), 'Each question');
	await quiz.pick(RIGHT);
	await expect(quiz.timeLeft).toHaveText(/^(1:00|0:5\d)$/);
	await page.clock.fastForward('01:01');
	await expect(page.getByText('Question 2 of 3').first()).toBeVisible();
	await expect(page.getByText('Time for that question is up.')).toBeAttached();
	await expect(quiz.timeLeft).toHaveText(/^(1:00|0:5\d)$/);
	await page.clock.fastForward('01:01');
	await expect(page.getByText('Question 3 of 3').first()).toBeVisible();
	await page.clock.fastForward('01:01');
	await expect(page.getByRole('heading', { name: '1 of 3 questions right.' })).toBeVisible();
	expect((await storedAttempts(page))[0]?.timedOut).toBe(true);
});

test('anyone may take ten times as long, and the next quiz remembers it', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.compose(`?set=collision-course&items=${ITEMS.slice(0, 5).join(',')}`);
	await expect(page.getByText('This quiz asks the 5 questions picked for it.')).toBeVisible();
	await quiz.choose('More time', '10×');
	await expect(page.getByText('50 minutes in all')).toBeVisible();
	await quiz.start();
	await expect(quiz.timeLeft).toHaveText(/^(50:00|49:5\d)$/);
	const [attempt] = await storedAttempts(page);
	expect(Number(attempt?.deadline) - Number(attempt?.startedAt)).toBe(50 * 60_000);
	await page.clock.fastForward('06:00');
	await expect(quiz.timeLeft).toHaveText(/^4[34]:\d\d$/);
	await page.goto('quiz/');
	await expect(page.getByRole('radio', { name: '10×' })).toBeChecked();
});

test('the time left is said at half time, at one minute and at ten seconds, and not in between', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS.slice(0, 5), 'Whole quiz');
	await expect(quiz.timeLeft).toHaveAttribute('aria-live', 'off');
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		new MutationObserver((changes) => {
			for (const { target } of changes) {
				const element = target instanceof Element ? target : target.parentElement;
				const live = element?.closest('[aria-live], [role=status], [role=alert], [role=timer]');
				if (live != null && live.getAttribute('aria-live') !== 'off') said.push(live.textContent.trim());
			}
		}).observe(document.body, { childList: true, characterData: true, subtree: true });
	});
	for (const text of ['4:00', '3:00', '2:40', '2:20', '1:30', '0:50', '0:30', '0:05']) {
		const [minutes, seconds] = (await quiz.timeLeft.innerText()).split(':').map(Number);
		const [toMinutes, toSeconds] = text.split(':').map(Number);
		const ahead = ((minutes ?? 0) - (toMinutes ?? 0)) * 60 + (seconds ?? 0) - (toSeconds ?? 0);
		await page.clock.runFor(ahead * 1000);
	}
	await expect(quiz.timeLeft).toHaveText(/^0:0\d$/);
	const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
	expect([...new Set(said)]).toEqual(['2 minutes 30 seconds left.', '1 minute left.', '10 seconds left.']);
});
