import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { firstOf } from './quiz-bank';
import { QuizScreen, storedAttempts } from './quiz-screen';
import { readStores } from './stores';

const [SINGLE, MULTIPLE, SORT] = [firstOf('single-choice'), firstOf('multiple-choice'), firstOf('classify')];
const ITEMS = [SINGLE.number, MULTIPLE.number, SORT.number];

test('each response is stored before the next question shows', async ({ page }) => {
	await recordCommitsAndStems(page);
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS);
	await page.evaluate(() => (window as unknown as { record: string[] }).record.splice(0));
	await quiz.pick(2);
	await quiz.goOn();
	expect((await storedAttempts(page))[0]).toMatchObject({
		current: 1,
		answers: [{ response: { type: 'choice', chosen: [2] } }, null, null]
	});
	await quiz.pick(0);
	await quiz.pick(3);
	await quiz.goOn();
	expect((await storedAttempts(page))[0]).toMatchObject({
		current: 2,
		answers: [{}, { response: { type: 'choice', chosen: [0, 3] } }, null]
	});
	const record = await page.evaluate(() => (window as unknown as { record: string[] }).record);
	expect(record.map((entry) => entry.split(' ')[0]).filter((kind) => kind === 'stem')).toHaveLength(2);
	// The last thing committed before each new question already names that question and holds the answer before it.
	record.forEach((entry, index) => {
		if (entry.startsWith('stem')) expect(record[index - 1]).toBe(`commit ${entry.slice('stem '.length)}`);
	});
});

test('a reload comes back to the same question, with the choice made and the true time left', async ({ page }) => {
	await page.clock.install();
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS, 'Whole quiz');
	await quiz.pick(1);
	await quiz.goOn();
	await quiz.pick(0);
	await quiz.pick(2);
	await expectChosen(page, 1, [0, 2]);
	await page.clock.fastForward('01:10');
	await expect(quiz.timeLeft).toHaveText(/^1:\d\d$/);
	await page.reload();
	await quiz.expectItem(MULTIPLE);
	await expect(page.getByText('Question 2 of 3').first()).toBeVisible();
	for (const [index, isChosen] of [true, false, true, false].entries()) {
		await expect(quiz.option(index).locator('input')).toBeChecked({ checked: isChosen });
	}
	await expectTrueTime(page);
	const [attempt] = await storedAttempts(page);
	expect(Number(attempt?.deadline) - Number(attempt?.startedAt)).toBe(180_000);
});

test('a killed browser comes back to the same question, with the choice made, the report begun and the true time left', async ({
	startBrowser
}) => {
	test.setTimeout(60_000);
	const before = await startBrowser();
	const first = new QuizScreen(await before.context.newPage());
	await first.take(ITEMS, 'Whole quiz');
	await first.pick(1);
	await first.goOn();
	await first.pick(3);
	await expectChosen(first.page, 1, [3]);
	await (await openReport(first.page)).fill('Two of them are ri');
	await expect.poll(() => reportsBegun(first.page)).toHaveLength(1);
	const [stored] = await storedAttempts(first.page);
	await before.kill();

	const after = await startBrowser();
	const page = await after.context.newPage();
	await page.clock.install({ time: Date.now() + 60_000 });
	await page.goto('quiz/');
	await expect(page.getByRole('heading', { name: 'You have a quiz under way' })).toBeVisible();
	await expect(page.getByText(/You stopped at question 2 of 3\..*left; the clock keeps running\./)).toBeVisible();
	await page.getByRole('link', { name: 'Go on', exact: true }).click();
	const quiz = new QuizScreen(page);
	await quiz.expectItem(MULTIPLE);
	await expect(quiz.option(3).locator('input')).toBeChecked();
	await expect(quiz.option(0).locator('input')).not.toBeChecked();
	await expectTrueTime(page);
	const [attempt] = await storedAttempts(page);
	expect(attempt).toMatchObject({ deadline: stored?.deadline, current: 1, finishedAt: null });
	await expect(await openReport(page)).toHaveValue('Two of them are ri');
	await page.getByRole('button', { name: 'Back to the question' }).click();
	await quiz.goOn();
	await quiz.pick(SORT.answer);
	await quiz.finish();
	await expect(page.getByRole('heading', { name: /^1 of 3 questions right\.|^None of 3 right/ })).toBeVisible();
	expect(await reportsBegun(page)).toHaveLength(1);
	await after.context.close();
});

test('a report begun when time runs out is offered with the answers, kept with them, and can be changed', async ({
	page
}) => {
	await page.clock.install();
	const quiz = new QuizScreen(page);
	await quiz.take(ITEMS, 'Whole quiz');
	await (await openReport(page)).fill('It has no');
	await expect.poll(() => reportsBegun(page)).toHaveLength(1);
	await page.clock.fastForward('03:01');
	await expect(page).toHaveURL(/quiz\/review\/?\?attempt=/);
	await expect(page.getByText('You began a report and did not keep it:')).toBeVisible();
	await page.getByRole('link', { name: 'Question 1', exact: true }).click();
	await page.getByRole('button', { name: 'Go on with your report' }).click();
	const words = page.getByRole('textbox', { name: 'What is wrong' });
	await expect(words).toHaveValue('It has no');
	await words.fill('It has no right answer.');
	await page.getByRole('button', { name: 'Keep the report' }).click();
	await expect(page.getByText('Your report is kept.')).toBeVisible();
	await expect(page.getByText('You reported: It has no right answer.')).toBeVisible();
	expect((await storedAttempts(page))[0]?.answers[0]).toMatchObject({ report: 'It has no right answer.' });
	await expect.poll(() => reportsBegun(page)).toEqual([]);
	await expect(page.getByRole('button', { name: 'Change the report' })).toBeFocused();
});

async function openReport(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Overview' }).click();
	await page.getByRole('button', { name: 'Report a fault' }).click();
	return page.getByRole('textbox', { name: 'What is wrong' });
}

/** Reports in the database that were not kept with their attempt. */
async function reportsBegun(page: Page): Promise<unknown[]> {
	const settings = ((await readStores(page))['settings'] ?? []) as { key: string }[];
	return settings.filter(({ key }) => key.startsWith('work/report.'));
}

async function expectChosen(page: Page, index: number, chosen: readonly number[]): Promise<void> {
	await expect
		.poll(async () => (await storedAttempts(page))[0]?.answers[index])
		.toMatchObject({ response: { type: 'choice', chosen } });
}

/** The clock shows what is left until the stored deadline, by the device's own clock. */
async function expectTrueTime(page: Page): Promise<void> {
	const [attempt] = await storedAttempts(page);
	const deadline = attempt?.deadline ?? 0;
	await expect(async () => {
		const [shown, left] = await page.evaluate((end) => {
			const [minutes, seconds] = (document.querySelector('[data-time-left]')?.textContent ?? '').split(':');
			return [Number(minutes) * 60 + Number(seconds), (end - Date.now()) / 1000] as const;
		}, deadline);
		expect(Math.abs(shown - left)).toBeLessThanOrEqual(1.5);
		expect(left).toBeLessThan(125);
	}).toPass();
}

/**
 * Writes down, in the order in which they happen, commits of the attempt and new stems, each with the index of the question
 * that is current then.
 */
async function recordCommitsAndStems(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const record: string[] = [];
		Object.assign(window, { record });
		const written = new WeakMap<IDBTransaction, number>();
		/* eslint-disable @typescript-eslint/unbound-method -- called on their own objects below */
		const { transaction } = IDBDatabase.prototype;
		const { put } = IDBObjectStore.prototype;
		/* eslint-enable @typescript-eslint/unbound-method */
		IDBDatabase.prototype.transaction = function (names, mode, options) {
			const started = transaction.call(this, names, mode, options);
			// Before anyone else can listen: the app goes on in its own listener.
			started.addEventListener('complete', () => {
				const current = written.get(started);
				if (current !== undefined) record.push(`commit ${String(current + 1)}`);
			});
			return started;
		};
		IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
			if (this.name === 'attempts') written.set(this.transaction, (value as { current: number }).current);
			return key === undefined ? put.call(this, value) : put.call(this, value, key);
		};
		let last: Element | null = null;
		new MutationObserver(() => {
			const stem = document.querySelector('[data-stem]');
			const position = /Question (\d+) of/.exec(document.querySelector('#content')?.textContent ?? '')?.[1] ?? '?';
			if (stem !== null && stem !== last) record.push(`stem ${position}`);
			last = stem;
		}).observe(document, { childList: true, subtree: true });
	});
}
