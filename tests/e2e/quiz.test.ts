import { expect, test } from './fixtures';
import { BANK } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';

test.use({ serviceWorkers: 'allow' });

test('topics, number, time and factor are chosen; the result leads to answers with explanation and source', async ({
	page
}) => {
	const quiz = new QuizScreen(page);
	await quiz.compose();
	const [first, ...others] = BANK.topics;
	for (const { title } of others) await page.getByRole('checkbox', { name: new RegExp(`^${title} `) }).uncheck();
	await quiz.choose('How many', '5');
	await quiz.choose('Time', 'Each question');
	await expect(page.getByText('1 minute for each question')).toBeVisible();
	await quiz.choose('Time', 'Whole quiz');
	await quiz.choose('More time', '2×');
	await expect(page.getByText('10 minutes in all')).toBeVisible();
	await quiz.start();
	await expect(quiz.timeLeft).toHaveText(/^(10:00|9:\d\d)$/);
	await expect(page.getByText('Question 1 of 5').first()).toBeVisible();
	const [attempt] = await storedAttempts(page);
	expect(attempt?.spec).toMatchObject({
		count: 5,
		topics: [first?.id],
		factor: 2,
		time: { kind: 'quiz', limitMs: 300_000 }
	});

	const asked = [];
	for (let number = 1; number <= 5; number += 1) {
		const item = await quiz.item();
		expect(item.topic).toBe(first?.id);
		asked.push(item);
		await quiz.answerRightly(item);
		if (number < 5) await quiz.goOn();
	}
	await expect(quiz.next).toHaveText('Finish');
	await quiz.finish();
	await expect(page.getByRole('heading', { name: 'All 5 right.' })).toBeVisible();

	await page.getByRole('link', { name: 'See the answers' }).click();
	for (const [index, item] of asked.entries()) {
		await expect(page.getByText(`Review, ${String(index + 1)} of 5`)).toBeVisible();
		await quiz.expectItem(item);
		await expect(page.locator('.explanation')).toContainText(item.explanation.slice(0, 40));
		await expect(page.locator('.note')).toContainText(/(Fact|Claim|Contested|Prediction|Recommendation)/);
		await expect(page.locator('.note').getByRole('link').first()).toHaveAttribute('href', /^https?:/);
		await quiz.next.click();
	}
	await expect(page.getByRole('heading', { name: 'All 5 right.' })).toBeVisible();
});
