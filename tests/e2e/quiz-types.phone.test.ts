import { expect, test } from './fixtures';
import { ONE_OF_EACH } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';

test('all ten item types are answered by touch, the map on the map too', async ({ page }) => {
	const quiz = new QuizScreen(page, true);
	await quiz.take(ONE_OF_EACH.map(({ number }) => number));
	for (const [index, item] of ONE_OF_EACH.entries()) {
		await quiz.expectItem(item);
		if (item.type === 'map') {
			const map = page.locator('figure.place-map .frame');
			await map.tap();
			await expect(page.locator('figure.place-map .pin')).toBeVisible();
		}
		await quiz.answerRightly(item);
		if (index < ONE_OF_EACH.length - 1) await quiz.goOn();
	}
	await quiz.finish();
	await expect(page.getByRole('heading', { name: 'All 10 right.' })).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: /Right$/ })).toHaveCount(10);
	const [attempt] = await storedAttempts(page);
	const answered = attempt?.answers.map((answer) => (answer?.response as { type: string } | null)?.type);
	expect(answered).toEqual(['choice', 'choice', 'boolean', 'label', 'text', 'text', 'self', 'order', 'match', 'point']);
});

test('an ordering is answered with its arrows and an open question is asked about before the end', async ({ page }) => {
	const quiz = new QuizScreen(page, true);
	const [ordering, single] = [ONE_OF_EACH[7], ONE_OF_EACH[0]];
	if (ordering?.type !== 'ordering' || single === undefined) throw new Error('The bank has changed its types');
	await quiz.take([single.number, ordering.number]);
	await page.getByRole('button', { name: 'Leave for later' }).tap();
	await quiz.expectItem(ordering);
	const rows = page.locator('button[data-option]');
	for (const [place, { text }] of ordering.entries.entries()) {
		const up = page.getByRole('button', { name: `Move up: ${text}`, exact: true });
		for (let from = await placeOf(text); from > place; from -= 1) await up.tap();
		await expect(rows.nth(place)).toContainText(text);
	}
	async function placeOf(text: string): Promise<number> {
		return (await rows.allInnerTexts()).findIndex((row) => row.includes(text));
	}
	await quiz.goOn();
	await quiz.expectItem(single);
	await quiz.next.tap();
	await expect(quiz.stillOpen).toHaveAccessibleName('One question is still open');
	await page.getByRole('button', { name: 'Finish now' }).tap();
	await expect(page.getByRole('heading', { name: '1 of 2 questions right.' })).toBeVisible();
	await expect(page.getByText('One question was left open.')).toBeVisible();
});
