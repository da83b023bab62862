import { expect, test } from './fixtures';
import { BANK, type BankItem } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';
import { storedEvents } from './stores';

type ShortAnswer = Extract<BankItem, { type: 'short-answer' }>;

/** Two typed questions; the first is answered by one long word, in which a slip is forgiven. */
function twoTyped(): [ShortAnswer, ShortAnswer] {
	const typed = BANK.items.filter((item): item is ShortAnswer => item.type === 'short-answer');
	const [long] = typed.filter(({ answers }) => /^[a-z]{8,}$/i.test(answers[0] ?? ''));
	const other = typed.find((item) => item !== long);
	if (long === undefined || other === undefined) throw new Error('The bank has too few typed questions');
	return [long, other];
}

test('a slip is accepted and said so, and “I was right” overrules the marking until it is taken back', async ({
	page
}) => {
	const [long, other] = twoTyped();
	const right = long.answers[0] ?? '';
	const quiz = new QuizScreen(page, true);
	await quiz.take([long.number, other.number]);
	await page.getByLabel('Your answer').fill(`${right.slice(0, 3)}${right.slice(4)}`);
	await quiz.goOn();
	await page.getByLabel('Your answer').fill('something of my own');
	await quiz.finish();
	await expect(page.getByRole('heading', { name: '1 of 2 questions right.' })).toBeVisible();
	await page.getByRole('link', { name: 'See the answers' }).tap();
	await expect(page.getByText(`Accepted; it is written ${right}.`)).toBeVisible();
	await expect(page.getByRole('button', { name: 'I was right' })).toHaveCount(0);
	await quiz.goOn();

	await expect(page.getByText('Back as a card today')).toBeVisible();
	await page.getByRole('button', { name: 'I was right' }).tap();
	await expect(page.getByText('Your answer, counted as right by you')).toBeVisible();
	await expect(page.getByText('Back as a card today')).toHaveCount(0);
	expect(await storedAttempts(page)).toMatchObject([{ answers: [{}, { overruled: true }] }]);
	const told = (await storedEvents(page)).filter(({ card }) => card.includes(`.${String(other.number)}.`));
	expect(told.map(({ kind }) => kind).sort()).toEqual(['quiz-answer', 'quiz-answer', 'void']);

	await page.reload();
	await quiz.press(quiz.next);
	await expect(page.getByRole('heading', { name: 'All 2 right.' })).toBeVisible();
	await expect(page.getByText('One answer counts as you decided.')).toBeVisible();
	await page.getByRole('link', { name: /Right, as you decided/ }).tap();
	await page.getByRole('button', { name: 'Take that back' }).tap();
	await expect(page.getByText('Back as a card today')).toBeVisible();
	await quiz.press(quiz.next);
	await expect(page.getByRole('heading', { name: '1 of 2 questions right.' })).toBeVisible();
});
