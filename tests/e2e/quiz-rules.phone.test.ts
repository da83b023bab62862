import { violations } from './axe';
import { expect, test } from './fixtures';
import { overflowing } from './overflow';
import { firstOf } from './quiz-bank';
import { changeSpec, RULES } from './quiz-rules';
import { QuizScreen } from './quiz-screen';

const SINGLE = firstOf('single-choice');
const [WRONG, OTHER] = SINGLE.options.flatMap(({ correct }, index) => (correct ? [] : [index]));

test('a miss, its hint and the answer told at last can be read by everybody, as can the overview', async ({ page }) => {
	const quiz = new QuizScreen(page, true);
	await quiz.take([SINGLE.number, firstOf('multiple-choice').number]);
	const feedback = { kind: 'tries', tries: 2 };
	await changeSpec(page, { rules: { ...RULES, feedback, confidence: true, penalty: 0.25 } });
	await page.reload();
	await quiz.pick(WRONG ?? 0);
	await page.getByText('Fairly sure').tap();
	await page.getByRole('button', { name: 'Check' }).tap();
	await expect(page.getByText(/You have one more try\. A right answer now counts two thirds\./)).toBeVisible();
	// Out of use until the answer is changed, and yet where the keyboard goes on from.
	await expect(page.getByRole('button', { name: 'Check' })).toBeDisabled();
	await expect(page.getByRole('button', { name: 'Check' })).toBeFocused();
	expect(await violations(page)).toEqual([]);
	await quiz.pick(OTHER ?? 1);
	await page.getByRole('button', { name: 'Check' }).tap();
	await expect(page.getByText('Not right.')).toBeVisible();
	await expect(page.getByText('Right answer', { exact: true })).toBeVisible();
	expect([await violations(page), await overflowing(page)]).toEqual([[], []]);
	await page.getByRole('button', { name: 'Overview' }).tap();
	await expect(page.getByText('1 of 2 answered. One is open.')).toBeVisible();
	expect([await violations(page), await overflowing(page)]).toEqual([[], []]);
	await page.getByRole('button', { name: 'Report a fault' }).tap();
	await page.getByRole('textbox', { name: 'What is wrong' }).fill('Two are right.');
	await page.getByRole('button', { name: 'Keep the report' }).tap();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});
