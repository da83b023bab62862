import type { Response } from '../../src/lib/domain/quiz';
import { drawTwin } from '../../src/lib/domain/paper-twin';
import { giveCamera, refuseCamera, showToCamera } from './class-camera';
import { giveAssignment, handIn, SET, storeGiven } from './class-given';
import { expect, test } from './fixtures';
import { LearnerScreen } from './learner-screen';
import { overflowing } from './overflow';

const SAID = { 'Which river': 'Indus', 'The line': 'True', Who: 'Durand', 'Which are': ['Sindh', 'Balochistan'] };
const choice = (...chosen: number[]): Response => ({ type: 'choice', chosen });

test('in one room the wall shows what the devices ask, and the codes held up at the end are the gradebook', async ({
	page,
	newProfile
}) => {
	const given = await giveAssignment();
	const bilal = await handIn(given, 'Bilal', [choice(1), null, null, choice(0, 1)]);
	await giveCamera(page);
	await storeGiven(page, given);
	const learner = new LearnerScreen(await (await newProfile()).newPage());
	await learner.open(given.assignment);
	await learner.start();

	await page.goto(`class/live/?id=${given.assignment.id}`);
	await expect(page.getByRole('img', { name: 'Open this on your device' })).toBeVisible();
	await page.getByRole('button', { name: 'Start' }).click();
	for (const number of [1, 2, 3, 4]) {
		await expect(page.getByText(`${String(number)} of 4`, { exact: true })).toBeVisible();
		await expect(page.locator('[data-stem]')).toHaveText(await learner.quiz.stem.innerText());
		const stem = await page.locator('[data-stem]').innerText();
		await expect(page.getByRole('status').filter({ hasText: `Question ${String(number)} of 4. ${stem}` })).toHaveCount(
			1
		);
		await learner.answer(SAID);
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('button', { name: 'Hide the answer' })).toBeVisible();
		await page.keyboard.press('ArrowRight');
		if (number < 4) await learner.quiz.goOn();
	}
	await learner.quiz.finish();
	const amina = await learner.handIn('Amina');

	await expect(page.getByRole('heading', { name: 'Show your result code' })).toBeVisible();
	await page.getByRole('link', { name: 'Scan the codes' }).click();
	await page.getByRole('button', { name: 'Scan codes with the camera' }).click();
	await showToCamera(page, amina);
	await expect(page.getByText('1 result is in.')).toBeVisible();
	await showToCamera(page, `https://example.org/result#${bilal.fragment}`);
	await expect(page.getByText('2 results are in.')).toBeVisible();
	await showToCamera(page, amina);
	await expect(page.getByText('was in already.')).toBeVisible();
	await page.getByRole('button', { name: 'End the scan' }).click();
	await page
		.getByRole('link', { name: /For Monday/ })
		.first()
		.click();
	await expect(page.getByRole('link', { name: /^Amina/ })).toContainText('4 of 4');
	await expect(page.getByRole('link', { name: /^Bilal/ })).toContainText('1 of 4');
});

test('a camera that is refused says what else there is', async ({ page }) => {
	await refuseCamera(page);
	await page.goto('class/');
	await page.getByRole('button', { name: 'Scan codes with the camera' }).click();
	await expect(
		page.getByText(/^The camera is not allowed here\..*or take links, files and pictures of codes\.$/)
	).toBeVisible();
});

test('a paper is printed in large print on A4, and what is typed in from it stands beside what came by link', async ({
	page
}) => {
	const given = await giveAssignment();
	const twin = drawTwin({ assignment: given.assignment, set: SET }, given.assignment.quiz.seed);
	const amina = await handIn(given, 'Amina', [choice(0), null, null, null]);
	await storeGiven(page, given);
	await page.goto(`result/#${amina.fragment}`);
	await page.getByRole('link', { name: 'See the results' }).click();
	await page.getByRole('link', { name: 'Print the papers' }).click();
	await page.getByText('A4', { exact: true }).click();
	await page.getByText('Large', { exact: true }).click();
	await expect(page.locator('.question')).toHaveCount(4);
	await expect(page.getByText(twin.code).first()).toBeVisible();
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	await page.emulateMedia({ media: 'print' });
	expect(await overflowing(page)).toEqual([]);
	await page.emulateMedia({ media: null });

	await page.getByRole('link', { name: 'Type the answers in' }).click();
	await page.getByLabel('Name').fill('Bilal');
	const letters = twin.paper.map(({ item, order }) => {
		if (item === 1) return 'ABC'.charAt(order.indexOf(0));
		return item === 2
			? 'T'
			: item === 3
				? '[Durand]'
				: `[${[0, 1].map((option) => 'ABC'.charAt(order.indexOf(option))).join('')}]`;
	});
	await page.getByLabel('Answers', { exact: true }).fill(letters.join(''));
	await page.getByRole('button', { name: 'Save, next learner' }).click();
	await expect(page.getByText('Bilal is in the gradebook: 4 of 4.')).toBeVisible();
	await page.getByRole('link', { name: 'Results' }).click();
	await expect(page.getByRole('link', { name: /^Amina/ })).toContainText('1 of 4');
	await expect(page.getByRole('link', { name: /^Bilal/ })).toContainText('4 of 4');
});
