import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { prefer, storedEvents, storedReviews } from './stores';
import { StudyScreen } from './study-screen';

test.use({ serviceWorkers: 'allow' });

/** What may be in the page only after the answer was asked for. */
const ANSWER_PARTS = '.answer, .explanation, .note';

test('the answer, its explanation, kind and sources come with revealing and not before', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open('?set=collision-course');
	await expect(page.locator(ANSWER_PARTS)).toHaveCount(0);
	await expect(page.getByText('Sources:')).toHaveCount(0);
	await expect(study.ratings).toHaveCount(0);
	await study.reveal.click();
	await expect(page.locator('.answer').first()).toBeVisible();
	await expect(page.locator('.explanation')).not.toBeEmpty();
	await expect(page.locator('.note')).toContainText(/(Fact|Claim|Contested|Prediction|Recommendation), as of \d/);
	await expect(page.locator('.note')).toContainText('Sources:');
	await expect(page.locator('.note').getByRole('link').first()).toHaveAttribute('href', /^https:/);
});

test('the next card’s answer is never in the page, not even for a moment, and the focus is on its stem', async ({
	page
}) => {
	const study = new StudyScreen(page);
	await study.open();
	await page.evaluate(() => {
		const seen = { answers: 0 };
		Object.assign(window, { seen });
		new MutationObserver((changes) => {
			const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
			const isAnswer = (node: Node) => node instanceof Element && node.querySelector('.answer') !== null;
			seen.answers += added.filter(isAnswer).length;
		}).observe(document.body, { childList: true, subtree: true });
	});
	await study.reveal.click();
	await expect(page.locator('.answer').first()).toBeVisible();
	const shown = await page.evaluate(() => (window as unknown as { seen: { answers: number } }).seen.answers);
	await page.keyboard.press('3');
	await expect(study.ratings).toHaveCount(0);
	await expect(study.stem).toBeFocused();
	expect(await page.evaluate(() => (window as unknown as { seen: { answers: number } }).seen.answers)).toBe(shown);
});

test('the next card is laid out unseen while an answer is read, and is the one that comes', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.reveal.click();
	const waiting = page.locator('main [hidden] h1');
	await expect(waiting).toHaveCount(1);
	await expect(waiting).toBeHidden();
	const next = (await waiting.textContent()) ?? '';
	expect(next).not.toBe(await study.stemText());
	await study.rating(1).click();
	await expect(study.stem).toHaveText(next);
	await expect(page.locator('main h1')).toHaveCount(1);
});

test('Space and a tap on the card reveal too', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await page.keyboard.press('Space');
	await expect(study.ratings).toHaveCount(2);
	await study.rating(3).click();
	await expect(study.ratings).toHaveCount(0);
	await study.stem.click();
	await expect(study.ratings).toHaveCount(2);
});

test('each button says in words when the card comes back', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.reveal.click();
	await expect(study.rating(1)).toHaveText(/^Forgot\s*again in \d+ minutes?$/);
	await expect(study.rating(3)).toHaveText(/^Remembered\s*again in \d+ (minute|hour|day)s?$/);
});

test('cards are rated by button and by key', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await study.rate(1);
	await study.reveal.click();
	await page.keyboard.press('1');
	await expect(study.ratings).toHaveCount(0);
	await study.reveal.click();
	await page.keyboard.press('3');
	await expect(study.ratings).toHaveCount(0);
	await page.keyboard.press('Space');
	await page.keyboard.press('4');
	await expect(study.ratings).toHaveCount(0);
	expect(inOrder(await storedReviews(page)).map(({ rating }) => rating)).toEqual([1, 1, 3, 3]);
});

test('a failed card is not the next one while others wait', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	const stems = [await study.stemText()];
	for (let count = 0; count < 8; count += 1) {
		await study.rate(1);
		stems.push(await study.stemText());
	}
	stems.slice(1).forEach((stem, index) => expect(stem).not.toBe(stems[index]));
});

test('undo goes back to the first card, by key, by Ctrl+Z and by button', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	await expect(study.undo).toBeDisabled();
	const stems: string[] = [];
	for (let count = 0; count < 3; count += 1) {
		stems.push(await study.stemText());
		await study.rate(count === 1 ? 1 : 3);
	}
	await page.keyboard.press('u');
	await expect(study.stem).toHaveText(stems[2] ?? '');
	await page.keyboard.press('Control+z');
	await expect(study.stem).toHaveText(stems[1] ?? '');
	await study.undo.click();
	await expect(study.stem).toHaveText(stems[0] ?? '');
	await expect(study.undo).toBeDisabled();
	const events = await storedEvents(page);
	const voided = new Set(events.filter(({ kind }) => kind === 'void').map(({ voids }) => voids));
	expect(events.filter(({ kind }) => kind === 'review').every(({ id }) => voided.has(id))).toBe(true);
	expect(voided.size).toBe(3);
});

test('an undone card counts as never seen when the session is opened anew', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	const first = await study.stemText();
	await study.rate(3);
	await study.undo.click();
	await expect(study.stem).toHaveText(first);
	await page.reload();
	await expect(study.stem).toHaveText(first);
	await expect(page.getByText('1 of 20', { exact: true })).toBeVisible();
});

test('with four buttons each rating is its own', async ({ page }) => {
	await prefer(page, { fourButtons: true });
	const study = new StudyScreen(page);
	await study.open();
	await study.reveal.click();
	await expect(study.ratings).toHaveText([/^Again/, /^Hard/, /^Good/, /^Easy/]);
	await page.keyboard.press('2');
	await expect(study.ratings).toHaveCount(0);
	await study.rate(4);
	expect(inOrder(await storedReviews(page)).map(({ rating }) => rating)).toEqual([2, 4]);
});

test('single-key shortcuts can be switched off; Ctrl+Z stays', async ({ page }) => {
	await page.goto('settings/');
	await page.getByRole('checkbox', { name: /Single-key shortcuts/ }).uncheck();
	await expect(page.getByText('Saved.')).toBeVisible();
	const study = new StudyScreen(page);
	await study.open();
	const first = await study.stemText();
	await page.keyboard.press('Space');
	await expect(study.ratings).toHaveCount(0);
	await study.reveal.click();
	await page.keyboard.press('3');
	await expect(study.ratings).toHaveCount(2);
	await study.rating(3).click();
	await expect(study.ratings).toHaveCount(0);
	await page.keyboard.press('u');
	await expect(study.stem).not.toHaveText(first);
	await page.keyboard.press('Control+z');
	await expect(study.stem).toHaveText(first);
});

test('a rating is committed before the next card shows', async ({ page }) => {
	await recordCommitsAndStems(page);
	const study = new StudyScreen(page);
	await study.open();
	for (let count = 0; count < 4; count += 1) await study.rate(count === 2 ? 1 : 3);
	const record = await page.evaluate(() => (window as unknown as { record: string[] }).record);
	// Opening storage late, under load, may write the first answer from the journal too: a commit more, not an answer more.
	expect(record.slice(record.indexOf('stem')).join(' ')).toMatch(/^stem(?:(?: commit)+ stem){4}$/);
	expect(await storedReviews(page)).toHaveLength(4);
});

test('the end says what was learned, what slipped and when to come back', async ({ page }) => {
	await prefer(page, { newPerDay: 3 });
	const study = new StudyScreen(page);
	await study.open();
	const missed = await study.stemText();
	await study.rate(1);
	await study.finish();
	await expect(page.getByText('You answered 3 cards. 3 of them were new.')).toBeVisible();
	await expect(page.getByText(/Come back on \w+day: |Come back tomorrow|The next card is ready in/)).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: missed.slice(0, 20) })).toBeVisible();
	await page.getByRole('link', { name: 'To today' }).click();
	await expect(page.getByText(/\d+ cards, 3 begun\./)).toBeVisible();
});

test('a paragraph’s cards are studied alone', async ({ page }) => {
	const study = new StudyScreen(page);
	await page.goto('read/#p2');
	const label = await page.getByRole('link', { name: /^Study its \d+ cards$/ }).innerText();
	await page.getByRole('link', { name: label }).click();
	await expect(study.stem).toBeVisible();
	await expect(page).toHaveURL(/study\/\?set=collision-course&paragraph=2$/);
	await study.reveal.click();
	await expect(page.locator('.note').getByRole('link', { name: 'paragraph 2' })).toBeVisible();
});

test('a set that is not on this device is said to be missing', async ({ page }) => {
	await page.goto('study/?set=no-such-set');
	await expect(page.getByRole('heading', { name: 'This set is not on this device.' })).toBeVisible();
	await page.getByRole('link', { name: 'To today' }).click();
	await expect(page.getByRole('link', { name: 'Start with the first cards' })).toBeVisible();
});

function inOrder<T extends { seq: number }>(events: readonly T[]): T[] {
	return [...events].sort((a, b) => a.seq - b.seq);
}

/** Writes down, in the order in which they happen, committed writes to the log and new stems on the screen. */
async function recordCommitsAndStems(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const record: string[] = [];
		Object.assign(window, { record });
		// eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own object below
		const transaction = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (names, mode, options) {
			const started = transaction.call(this, names, mode, options);
			const writesLog = mode === 'readwrite' && [...started.objectStoreNames].includes('events');
			if (writesLog) started.addEventListener('complete', () => record.push('commit'));
			return started;
		};
		let last: Element | null = null;
		new MutationObserver(() => {
			const stem = document.querySelector('[data-stem]');
			if (stem !== null && stem !== last) record.push('stem');
			last = stem;
		}).observe(document, { childList: true, subtree: true });
	});
}

test('what was answered before a reload can be undone, and done again', async ({ page }) => {
	const study = new StudyScreen(page);
	await study.open();
	const first = await study.stem.textContent();
	await study.rate(3);
	const second = await study.stem.textContent();
	await study.rate(1);
	await page.reload();
	await expect(study.undo).toBeEnabled();
	const after = await study.stem.textContent();
	await page.keyboard.press('u');
	await expect(study.stem).toHaveText(second ?? '');
	await page.keyboard.press('u');
	await expect(study.stem).toHaveText(first ?? '');
	await expect(study.undo).toBeDisabled();
	await page.reload();
	await page.getByRole('button', { name: 'Do again what was undone' }).click();
	await expect(study.stem).toHaveText(second ?? '');
	await page.keyboard.press('Control+y');
	await expect(page.getByRole('button', { name: 'Do again what was undone' })).toHaveCount(0);
	await expect(study.stem).toHaveText(after ?? '');
	await page.goto('');
	await expect(page.getByText(/\d+ cards, 2 begun\./)).toBeVisible();
});
