import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { correctOrder, ONE_OF_EACH, type BankItem } from './quiz-bank';
import { QuizScreen } from './quiz-screen';

/** More presses of Tab than any quiz screen has stops. */
const MOST_STOPS = 80;

test('a quiz with all ten item types is set up, taken and reviewed with the keyboard alone', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.compose(`?set=collision-course&items=${ONE_OF_EACH.map(({ number }) => number).join(',')}`);
	await expect(page.getByText('This quiz asks the 10 questions picked for it.')).toBeVisible();
	const start = page.getByRole('button', { name: 'Start, 10 questions' });
	await tabTo(page, start);
	await page.keyboard.press('Enter');
	for (const [index, item] of ONE_OF_EACH.entries()) {
		await quiz.expectItem(item);
		await expect(quiz.stem).toBeFocused();
		await answer(page, item);
		await expect(page.getByText(`Question ${String(index + 1)} of 10`).first()).toBeVisible();
		await page.keyboard.press('Enter');
	}
	await expect(page.getByRole('heading', { name: 'All 10 right.' })).toBeVisible();
	await tabTo(page, page.getByRole('link', { name: 'See the answers' }));
	await page.keyboard.press('Enter');
	await expect(page.getByText('Review, 1 of 10')).toBeVisible();
	await tabTo(page, quiz.next);
	await page.keyboard.press('Enter');
	await expect(page.getByText('Review, 2 of 10')).toBeVisible();
});

test('leaving a quiz is asked about, answered and taken back with the keyboard alone', async ({ page }) => {
	const quiz = new QuizScreen(page);
	await quiz.take([ONE_OF_EACH[0]?.number ?? 0]);
	await tabTo(page, page.getByRole('link', { name: 'Leave the quiz?' }));
	await page.keyboard.press('Enter');
	await expect(quiz.leaving).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(quiz.leaving).toHaveCount(0);
	await expect(quiz.stem).toBeVisible();
});

async function answer(page: Page, item: BankItem): Promise<void> {
	const { keyboard } = page;
	const press = async (text: string) => keyboard.press(await letterOf(page, text));
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			for (const { text, correct } of item.options) if (correct) await press(text);
			return;
		case 'true-false':
			return press(item.answer ? 'True' : 'False');
		case 'classify':
			return keyboard.press(String(['fact', 'claim', 'contested', 'ahead'].indexOf(item.answer) + 1));
		case 'short-answer':
			await tabTo(page, page.getByLabel('Your answer'));
			return keyboard.type(item.answers[0] ?? '');
		case 'cloze':
			for (const [index, [, text]] of [...item.stem.matchAll(/\{\{\d+::([^:}]*)/g)].entries()) {
				await tabTo(page, page.getByRole('textbox', { name: `Gap ${String(index + 1)} of` }));
				await keyboard.type(text ?? '');
			}
			return;
		case 'basic':
			await tabTo(page, page.locator('[data-reveal]'));
			await keyboard.press('Enter');
			await expect(page.getByRole('heading', { name: 'Answer', exact: true })).toBeFocused();
			return press('I knew it');
		case 'ordering':
			return putInOrder(page, correctOrder(item));
		case 'matching':
			for (const [index, { left }] of item.pairs.entries()) {
				const box = page.getByRole('combobox', { name: left, exact: true });
				await tabTo(page, box);
				for (let presses = 0; presses < 12 && (await box.inputValue()) !== String(index); presses += 1) {
					await keyboard.press('ArrowDown');
				}
				await expect(box).toHaveValue(String(index));
			}
			// Enter opens a select, so the way on leads through the form's own button.
			return tabTo(page, page.locator('[data-next]'));
		case 'map': {
			await tabTo(page, page.getByRole('radio').first());
			const wanted = page.locator(`input[type=radio][value="${item.target.place}"]`);
			for (let presses = 0; presses < 30 && !(await wanted.isChecked()); presses += 1)
				await keyboard.press('ArrowDown');
			await expect(wanted).toBeChecked();
		}
	}
}

/** @returns the letter that stands beside an answer */
async function letterOf(page: Page, text: string): Promise<string> {
	const rows = await page.locator('label[data-option]').allInnerTexts();
	const index = rows.findIndex((row) => row.replace(/\s+/g, ' ').includes(text));
	expect(index, text).toBeGreaterThanOrEqual(0);
	return 'abcdefghij'.charAt(index);
}

async function putInOrder(page: Page, entries: readonly string[]): Promise<void> {
	const rows = page.locator('button[data-option]');
	for (const [place, text] of entries.entries()) {
		const from = (await rows.allInnerTexts()).findIndex((row) => row.includes(text));
		const up = page.getByRole('button', { name: `Move up: ${text}`, exact: true });
		if (from > place) await tabTo(page, up);
		for (let presses = from; presses > place; presses -= 1) {
			await page.keyboard.press('Enter');
			await expect(rows.nth(presses - 1)).toContainText(text);
			await expect(up).toBeFocused();
		}
	}
	// Enter presses an arrow, so the way on leads through the form's own button.
	await tabTo(page, page.locator('[data-next]'));
}

async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeAttached();
	for (let stops = 0; stops < MOST_STOPS; stops += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${String(target)}`);
}
