import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';
import { firstOf } from './quiz-bank';
import { storedAttempts } from './quiz-screen';

const [FIRST, SECOND] = [firstOf('single-choice'), firstOf('single-choice', 1)];
const ID = '01900000-0000-7000-8000-000000000001';
const DAY_MS = 86_400_000;
const AFTERWARDS = ['after', 'later', 'closed'];
const OPEN = { correctness: AFTERWARDS, marks: AFTERWARDS, explanation: AFTERWARDS, key: AFTERWARDS };
const SHUT = { correctness: ['closed'], marks: ['closed'], explanation: ['closed'], key: ['closed'] };

/** A finished quiz of two questions: sure and wrong, then right by a guess. */
function attemptWith(review: Record<string, string[]>, closesAt: number | null) {
	const finishedAt = Date.now() - DAY_MS;
	const answer = (options: readonly { correct: boolean }[], right: boolean, confidence: string) => ({
		response: { type: 'choice', chosen: [options.findIndex(({ correct }) => correct === right)] },
		tookMs: 4000,
		confidence
	});
	return {
		id: ID,
		spec: {
			setId: 'collision-course',
			topics: [],
			items: [FIRST.number, SECOND.number],
			count: 2,
			time: { kind: 'none' },
			factor: 1,
			seed: 5,
			rules: {
				feedback: { kind: 'end' },
				oneWay: false,
				confidence: true,
				penalty: 0.25,
				opensAt: null,
				closesAt,
				ending: { kind: 'submit' },
				review
			}
		},
		title: 'A test',
		paper: [FIRST, SECOND].map(({ number, options }) => ({ item: number, order: [...options.keys()] })),
		startedAt: finishedAt - 60_000,
		deadline: null,
		current: 1,
		shownAt: finishedAt - 4000,
		spentMs: 0,
		lastAt: finishedAt,
		gaps: [],
		answers: [answer(FIRST.options, false, 'sure'), answer(SECOND.options, true, 'guess')],
		finishedAt,
		timedOut: false
	};
}

async function openReview(page: Page, attempt: ReturnType<typeof attemptWith>): Promise<void> {
	await page.goto('sets/');
	await expect(page.getByRole('list').last()).toHaveAttribute('aria-busy', 'false');
	await page.evaluate(async (row) => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('backstory');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(new Error('The database does not open'));
		});
		const writing = db.transaction('attempts', 'readwrite');
		writing.objectStore('attempts').put(row);
		await new Promise((resolve) => (writing.oncomplete = resolve));
		db.close();
	}, attempt);
	await page.goto(`quiz/review/?attempt=${ID}`);
	await expect(page.getByRole('heading', { name: 'All questions' })).toBeVisible();
}

test('before it closes a test shows nothing but one’s own answers, and says when there is more', async ({ page }) => {
	await openReview(page, attemptWith(SHUT, Date.now() + DAY_MS));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Finished.');
	await expect(page.getByText(/From .+ you can also see what was right, the marks, /)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'How well you judged yourself' })).toHaveCount(0);
	await page.getByRole('link', { name: 'See your answers' }).click();
	const right = FIRST.options.find(({ correct }) => correct)?.text ?? '?';
	const chosen = FIRST.options.find(({ correct }) => !correct)?.text ?? '?';
	await expect(page.getByText('Your answer', { exact: true })).toBeVisible();
	await expect(page.getByText(chosen, { exact: true })).toBeVisible();
	await expect(page.getByText(right, { exact: true })).toHaveCount(0);
	await expect(page.locator('.explanation, .note')).toHaveCount(0);
	await expect(page.getByRole('group', { name: 'Why did you miss it?' })).toHaveCount(0);
});

test('a review says what a wrong answer cost and how sure it was, and keeps why it was missed', async ({ page }) => {
	await openReview(page, attemptWith(OPEN, null));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 2 questions right.');
	await expect(page.getByText(/0\.75 of 2 marks\./)).toBeVisible();
	await expect(page.getByText(/Being sure was no better sign than doubt: 0 of 1/)).toBeVisible();
	const sure = page.getByRole('region', { name: 'You were sure, and it was not right' });
	await sure.getByRole('link').click();
	await page.getByRole('group', { name: 'Why did you miss it?' }).getByText('Misread it').click();
	await expect.poll(async () => JSON.stringify((await storedAttempts(page))[0]?.answers[0])).toContain('misread');
	await page.goto(`quiz/review/?attempt=${ID}`);
	await expect(sure.getByText(/^Not right[.,] Sure[.,] Misread it/)).toBeVisible();
	await page.getByRole('link', { name: 'Another paper of the same kind' }).click();
	await expect(page.getByText('Another paper like A test')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start, 2 questions' })).toBeEnabled();
});
