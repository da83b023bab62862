import { PRACTICE_RULES } from '../../src/lib/domain/quiz-rules';
import { giveAssignment, storeGiven } from './class-given';
import { expect, test } from './fixtures';
import { LearnerScreen } from './learner-screen';
import { storedAttempts } from './quiz-screen';
import { OpenScreen } from './share-screen';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 4, 4, 12);
const SAID = { 'Which river': 'Indus', 'The line': 'True', Who: 'Durand', 'Which are': ['Sindh', 'Balochistan'] };

test('an assignment waits for its opening and begins by itself; closing hands in what is there and loses nothing', async ({
	page
}) => {
	await page.clock.install({ time: NOON });
	const rules = { ...PRACTICE_RULES, opensAt: NOON + HOUR_MS, closesAt: NOON + 2 * HOUR_MS };
	const { assignment } = await giveAssignment('For Monday', { rules });
	const learner = new LearnerScreen(page);
	await learner.open(assignment);
	await expect(page.getByText('Not open yet.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start' })).toHaveCount(0);
	await page.clock.fastForward(HOUR_MS);
	await learner.start();
	await learner.answer(SAID);
	await page.clock.fastForward(HOUR_MS);
	await expect(page.getByRole('heading', { name: '1 of 4 questions right.' })).toBeVisible();
	await expect(page.getByText('Time is up. What you had answered was handed in.')).toBeVisible();
	expect((await storedAttempts(page))[0]?.finishedAt).toBe(rules.closesAt);
	const address = await learner.handIn('Amina Gul');
	expect(address).toContain('/result/#1d.');
	await learner.open(assignment);
	await expect(page.getByText(/^Closed\. .*What you finished can still be sent\./)).toBeVisible();
	await expect(page.getByRole('link', { name: 'Hand in' })).toBeVisible();
});

test('after closing nothing can be handed in, and the questions may be practised', async ({ page }) => {
	await page.clock.install({ time: NOON });
	const { assignment } = await giveAssignment('For Monday', { rules: { ...PRACTICE_RULES, closesAt: NOON - HOUR_MS } });
	const learner = new LearnerScreen(page);
	await learner.open(assignment);
	await expect(page.getByText(/It closed on 4 May, .*Nothing can be handed in any more/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Practise the questions' }).click();
	await expect(learner.quiz.stem).toBeVisible();
	expect((await storedAttempts(page))[0]).not.toHaveProperty('assignment');
});

test('where late work is taken, a late result says by how much, to the learner and to the teacher', async ({
	page,
	newProfile
}) => {
	const closesAt = Date.now() - HOUR_MS;
	const given = await giveAssignment('For Monday', {
		rules: { ...PRACTICE_RULES, closesAt, ending: { kind: 'late' } }
	});
	await storeGiven(page, given);
	const learner = new LearnerScreen(await (await newProfile()).newPage());
	await learner.open(given.assignment);
	await expect(learner.page.getByText(/You can still take it; it counts as late\./)).toBeVisible();
	await learner.start();
	await expect(learner.page.getByText('Time is up. You can go on; it is marked as late.')).toBeVisible();
	await learner.take(SAID, 4);
	await learner.page.getByRole('link', { name: 'Hand in' }).click();
	await expect(learner.page.getByText('Handed in 1 hour late.')).toBeVisible();
	await learner.page.getByLabel('Your name').fill('Bilal');
	await new OpenScreen(page).open(await learner.seal());
	await page.getByRole('link', { name: 'See the results' }).click();
	await expect(page.getByRole('link', { name: /^Bilal/ })).toContainText('4 of 4');
	await expect(page.getByRole('link', { name: /^Bilal/ })).toContainText('late by 1 hour');
});
