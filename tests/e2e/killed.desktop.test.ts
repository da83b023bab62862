import type { Page } from 'playwright/test';
import { giveAssignment, handIn, storeGiven } from './class-given';
import { expect, test } from './fixtures';
import { LearnerScreen } from './learner-screen';
import type { Profile } from './profile';
import { journalled, prefer, readStores, storedReviews } from './stores';
import { StudyScreen } from './study-screen';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);
const ANSWERS_A_ROUND = 4;
/** However many rounds there are, the day's cards do not run out. */
const ENOUGH = { newPerDay: ROUNDS * ANSWERS_A_ROUND };

test('a browser killed right after an answer was saved comes back with every answer', async ({ startBrowser }) => {
	test.setTimeout(30_000 + ROUNDS * 15_000);
	const saved: { stem: string; rating: number }[] = [];
	for (let round = 1; round <= ROUNDS; round += 1) {
		const profile = await startBrowser();
		const page = await profile.context.newPage();
		await prefer(page, ENOUGH);
		const study = new StudyScreen(page);
		await study.open();
		const reviews = (await storedReviews(page)).sort((a, b) => a.seq - b.seq);
		expect(reviews.map(({ rating }) => rating)).toEqual(saved.map(({ rating }) => rating));
		expect(new Set(reviews.map(({ id }) => id)).size).toBe(saved.length);
		expect(await journalled(page)).toEqual([]);
		for (let answer = 0; answer < ANSWERS_A_ROUND; answer += 1) {
			const stem = await study.stemText();
			const rating = (round + answer) % 3 === 0 ? 1 : 3;
			await study.reveal.click();
			await study.rating(rating).click();
			// The next stem is the sign that it is saved.
			await expect(study.ratings).toHaveCount(0);
			saved.push({ stem, rating });
		}
		await profile.kill();
	}
	const profile = await startBrowser();
	const page = await profile.context.newPage();
	await new StudyScreen(page).open();
	expect(await storedReviews(page)).toHaveLength(ROUNDS * ANSWERS_A_ROUND);
	const cards = (await readStores(page))['cards'] ?? [];
	expect(cards).toHaveLength(new Set((await storedReviews(page)).map(({ card }) => card)).size);
	await profile.context.close();
});

test('a browser killed in the moment of the click loses at most what it never said was saved', async ({
	startBrowser
}) => {
	test.setTimeout(30_000 + ROUNDS * 15_000);
	let least = 0;
	for (let round = 1; round <= ROUNDS; round += 1) {
		const profile = await startBrowser();
		const page = await profile.context.newPage();
		await prefer(page, ENOUGH);
		const study = new StudyScreen(page);
		await study.open();
		const reviews = await storedReviews(page);
		expect(reviews.length).toBeGreaterThanOrEqual(least);
		expect(reviews.length).toBeLessThanOrEqual(least + 1);
		expect(new Set(reviews.map(({ id }) => id)).size).toBe(reviews.length);
		await study.rate(3);
		least = reviews.length + 1;
		await study.reveal.click();
		await expect(study.ratings).toHaveCount(2);
		const click = page.evaluate(() => document.querySelector<HTMLElement>('[data-rating="3"]')?.click());
		await Promise.all([click.catch(() => null), profile.kill()]);
	}
});

test('a browser killed at any step of a class comes back to what was being composed, taken in and handed in', async ({
	startBrowser
}) => {
	test.setTimeout(60_000);
	let profile: Profile | null = null;
	/** The browser killed, if it runs, and started again on the same profile. */
	const again = async (): Promise<Page> => {
		await profile?.kill();
		profile = await startBrowser();
		return profile.context.newPage();
	};
	const begun = (page: Page) => page.getByText('This is what you had begun.');
	const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

	// In the middle of composing; another tab meanwhile begins something of its own.
	let page = await again();
	await page.goto('class/new/');
	await page.getByRole('textbox', { name: 'Title' }).fill('For Monday');
	await workStored(page, 'For Monday');
	const other = await page.context().newPage();
	await other.goto('class/new/');
	await expect(other.getByRole('textbox', { name: 'Title' })).toHaveValue('');
	await expect(begun(other)).toHaveCount(0);
	page = await again();
	await page.goto('class/new/');
	await expect(begun(page)).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('For Monday');
	await page.getByRole('button', { name: 'Make the assignment' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('For Monday');

	// One result stored, the next pasted and not taken in.
	const given = await giveAssignment('For Tuesday');
	await storeGiven(page, given);
	const nobody = [null, null, null, null];
	const [amina, bilal] = [await handIn(given, 'Amina', nobody), await handIn(given, 'Bilal', nobody)];
	const paste = (on: Page) => on.getByLabel(/^Paste what came back/);
	await paste(page).fill(amina.fragment);
	await page.getByRole('button', { name: 'Take in' }).click();
	await expect(status(page, '1 added')).toBeVisible();
	await paste(page).fill(bilal.fragment);
	await workStored(page, bilal.fragment);
	page = await again();
	await page.goto('class/new/');
	await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('');
	await page.goto('class/');
	await expect(begun(page)).toBeVisible();
	await expect(paste(page)).toHaveValue(bilal.fragment);
	await page.getByRole('button', { name: 'Take in' }).click();
	await expect(status(page, '1 added')).toBeVisible();
	expect((await readStores(page))['results']).toHaveLength(2);

	// Handed in, before the link is made and after.
	const learner = new LearnerScreen(page);
	await learner.open(given.assignment);
	await learner.start();
	await learner.take({ 'Which river': 'Indus', 'The line': 'True', Who: 'Durand', 'Which are': 'Sindh' }, 4);
	for (const round of [1, 2]) {
		page = await again();
		await page.goto('quiz/');
		await page.getByRole('link', { name: /^For Tuesday.*Not sent yet/ }).click();
		const name = page.getByLabel('Your name');
		if (round === 1) await name.fill('Chandra');
		await expect(name).toHaveValue('Chandra');
		if (round === 1) await workStored(page, 'Chandra');
		expect(await new LearnerScreen(page).seal()).toContain('/result');
	}
	await page.getByRole('button', { name: 'It was scanned' }).click();
	await expect(status(page, 'Noted as sent.')).toBeVisible();
	await page.getByRole('button', { name: 'Change what is sent' }).click();
	await page.getByLabel('Your name').fill('Chandra Rao');
	await new LearnerScreen(page).seal();
	await expect(status(page, 'not as it is here now')).toBeVisible();
	await page.context().close();
});

/** Waits until a text is among the work that is kept. */
async function workStored(page: Page, text: string): Promise<void> {
	await expect
		.poll(async () => JSON.stringify((await readStores(page))['settings'] ?? []).includes(text), { intervals: [20] })
		.toBe(true);
}
