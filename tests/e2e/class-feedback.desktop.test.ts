import type { Page } from 'playwright/test';
import { PRACTICE_RULES } from '../../src/lib/domain/quiz-rules';
import { giveAssignment, storeGiven } from './class-given';
import { expect, test } from './fixtures';
import { LearnerScreen } from './learner-screen';
import { OpenScreen, ShareScreen } from './share-screen';

const SAID = { 'Which river': 'Helmand', 'The line': 'True', Who: 'Durand', 'Which are': ['Sindh', 'Balochistan'] };

test('marks, words and the withheld answers come back to the learner who handed in, and to nobody else', async ({
	page,
	newProfile
}) => {
	const rules = { ...PRACTICE_RULES, penalty: 0.25 };
	const given = await giveAssignment('For Monday', { rules }, 'withheld');
	await storeGiven(page, given);
	const learner = new LearnerScreen(await (await newProfile()).newPage());
	await learner.open(given.assignment);
	await expect(learner.page.getByText('Your answers are marked by your teacher')).toBeVisible();
	await learner.start();
	await learner.take(SAID, 4);
	await expect(learner.page.getByRole('heading', { name: 'Finished. Your teacher marks it.' })).toBeVisible();
	await expect(learner.page.getByText('Right answer', { exact: true })).toHaveCount(0);
	const review = learner.page.url();
	const address = await learner.handIn('Amina Gul');

	const feedback = await answer(page, address, 'Look at the map once more.');
	const opened = new OpenScreen(learner.page);
	await opened.open(feedback);
	await expect(learner.page.getByRole('heading', { name: 'Feedback' })).toBeVisible();
	await expect(learner.page.getByText('Look at the map once more.')).toBeVisible();
	await expect(learner.page.getByRole('heading', { name: '2.75 of 4 marks' })).toBeVisible();
	await learner.page.getByRole('link', { name: 'See your answers' }).click();
	await expect(learner.page).toHaveURL(review);
	await expect(learner.page.getByRole('heading', { name: '3 of 4 questions right.' })).toBeVisible();
	await learner.page.getByRole('link', { name: /Which river is the longest/ }).click();
	await expect(learner.page.getByText('The Indus is about 3,200 km long.')).toBeVisible();
	await expect(learner.page.getByText('Right answer', { exact: true })).toBeVisible();

	await new OpenScreen(page).open(feedback);
	await expect(page.getByText(/sealed for another device/)).toBeVisible();
});

test('a mark that the teacher put right reaches the learner in the feedback', async ({ page, newProfile }) => {
	const given = await giveAssignment();
	await storeGiven(page, given);
	const learner = new LearnerScreen(await (await newProfile()).newPage());
	await learner.open(given.assignment);
	await learner.start();
	await learner.take(SAID, 4);
	await expect(learner.page.getByRole('heading', { name: '3 of 4 questions right.' })).toBeVisible();
	const address = await learner.handIn('Amina Gul');
	await takeIn(page, address);
	await page.getByText('Which river is the longest?').click();
	await page.getByRole('button', { name: 'B: Helmand' }).click();
	const feedback = await answer(page, address, '');
	await new OpenScreen(learner.page).open(feedback);
	await expect(learner.page.getByRole('heading', { name: '4 of 4 marks' })).toBeVisible();
	await expect(learner.page.getByText('Your teacher sent marks without a comment.')).toBeVisible();
	await learner.page.getByRole('link', { name: 'See your answers' }).click();
	await expect(learner.page.getByText(/^4 of 4 marks\. They differ .* Those of your teacher count\.$/)).toBeVisible();
	const line = learner.page.getByRole('link', { name: /Which river is the longest/ });
	await expect(line).toContainText('Right, as your teacher marked it');
	await line.click();
	await expect(learner.page.getByText(/^Your teacher’s mark: Right\. It counts/)).toBeVisible();
});

/** Opens a result by its link and goes on to the gradebook. */
async function takeIn(page: Page, address: string): Promise<void> {
	await new OpenScreen(page).open(address);
	await page.getByRole('link', { name: 'See the results' }).click();
	await expect(page.getByRole('heading', { name: 'Learners' })).toBeVisible();
}

/** Opens a result and makes feedback on it. @returns the address of the feedback */
async function answer(page: Page, address: string, words: string): Promise<string> {
	await takeIn(page, address);
	await page.getByRole('link', { name: /Amina Gul/ }).click();
	await page.getByLabel('Comment').fill(words);
	await page.getByRole('button', { name: 'Make the link' }).click();
	return new ShareScreen(page).address();
}
