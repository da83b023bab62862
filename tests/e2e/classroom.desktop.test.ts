import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { BANK, type BankItem } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';
import { OpenScreen, ShareScreen, UNREACHABLE, whenOfflineReady } from './share-screen';

test.use({ serviceWorkers: 'allow' });

const PICKED = BANK.items.filter(({ type }) => type === 'single-choice' || type === 'true-false').slice(0, 4);

test('a teacher and two learners, one with double time and one cut off, close the loop offline', async ({
	page,
	newProfile,
	watch,
	site,
	startBrowser
}) => {
	watch.tolerate(UNREACHABLE);
	// A browser looks at the icon of an app that it might offer to install; the server is gone by then.
	watch.tolerate(/icon from the Manifest/);
	await page.goto(`class/new/?set=collision-course&items=${PICKED.map(({ number }) => number).join(',')}`);
	await page.getByRole('textbox', { name: 'Title' }).fill('For Monday');
	await page.getByRole('radio', { name: 'Whole quiz' }).check({ force: true });
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	const address = await new ShareScreen(page).address();
	await whenOfflineReady(page);

	const amina = await (await newProfile()).newPage();
	await amina.goto('');
	await amina.evaluate(() => localStorage.setItem('backstory.look', JSON.stringify({ timeFactor: 2 })));
	await whenOfflineReady(amina);
	const first = await startBrowser();
	const bilal = await first.context.newPage();
	await bilal.goto('');
	await whenOfflineReady(bilal);
	await site.stop();

	// Twice the time, one wrong answer.
	await start(amina, address);
	const [attempt] = await storedAttempts(amina);
	const limit = attempt?.spec.time.limitMs ?? 0;
	expect((attempt?.deadline ?? 0) - (attempt?.startedAt ?? 0)).toBe(2 * limit);
	await answer(amina, PICKED, [true, false, true, true]);
	await handIn(amina, 'Amina Gul');
	const link = await new ShareScreen(amina).address();

	// Killed after two answers; what was answered is still there, and the third question is on the screen.
	await start(bilal, address);
	await answer(bilal, PICKED.slice(0, 2), [true, false], 'going on');
	await first.kill();
	const second = await startBrowser();
	const again = await second.context.newPage();
	await again.goto('quiz/run/');
	await new QuizScreen(again).expectItem(PICKED[2]!);
	await answer(again, PICKED.slice(2), [false, true]);
	await handIn(again, 'Bilal Shah');
	const code = await again.getByRole('img', { name: 'QR code of your result' }).screenshot();
	await second.context.close();

	await page.goto('class/');
	await page.getByLabel(/Paste what came back/).fill(`Here it is: ${link}`);
	await page.getByRole('button', { name: 'Take in', exact: true }).click();
	await expect(page.getByText('1 added.')).toBeVisible();
	await page.locator('input[type=file]').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: code });
	await expect(page.getByRole('link', { name: /For Monday/ }).first()).toContainText('2 results');
	await page.getByRole('link', { name: 'For Monday: see the results' }).click();
	// Three of four and two of four; the middle of the two shares is 62.5 %.
	await expect(page.getByText('2 results, typical score 63 %.')).toBeVisible();
	const row = (name: string) => page.getByRole('link').filter({ hasText: name });
	await expect(row('Amina Gul')).toContainText('3 of 4');
	await expect(row('Bilal Shah')).toContainText('2 of 4');
});

async function start(page: Page, address: string): Promise<void> {
	const opened = new OpenScreen(page);
	await opened.open(address);
	await opened.button('Start').click();
	await expect(page.locator('[data-stem]')).toBeVisible();
}

/** Answers questions rightly or wrongly, one after the other; hands in after the last unless more are to come. */
async function answer(
	page: Page,
	items: readonly BankItem[],
	rightly: readonly boolean[],
	then = 'done'
): Promise<void> {
	const quiz = new QuizScreen(page);
	for (const [index, item] of items.entries()) {
		await quiz.expectItem(item);
		if (rightly[index] === true) await quiz.answerRightly(item);
		else await quiz.pick(wrongOf(item));
		if (index < items.length - 1 || then === 'going on') await quiz.goOn();
		else await quiz.finish();
	}
}

async function handIn(page: Page, name: string): Promise<void> {
	await page.getByRole('link', { name: 'Hand in' }).click();
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Make the result' }).click();
	await expect(page.getByRole('img', { name: 'QR code of your result' })).toBeVisible();
}

/** @returns an answer on the screen that is not the right one */
function wrongOf(item: BankItem): string | number {
	if (item.type === 'true-false') return String(!item.answer);
	if (item.type === 'single-choice') return item.options.findIndex(({ correct }) => !correct);
	throw new Error('Only single choices and true or false are asked here');
}
