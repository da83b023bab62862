import { drawTwin } from '../../src/lib/domain/paper-twin';
import { giveAssignment, SET, storeGiven } from './class-given';
import { expect, test } from './fixtures';

test('answers on paper are typed in by letter, refused in words, saved with Enter and changed again', async ({
	page
}) => {
	const given = await giveAssignment();
	const { id, quiz } = given.assignment;
	const twin = drawTwin({ assignment: given.assignment, set: SET }, quiz.seed);
	const letters = (item: number, ...options: number[]) => {
		const order = twin.paper.find((entry) => entry.item === item)?.order ?? [];
		return options.map((option) => 'ABC'.charAt(order.indexOf(option))).join('');
	};
	await storeGiven(page, given);
	await page.goto(`class/entry/?id=${id}`);
	await expect(page.getByLabel('Paper code')).toHaveValue(twin.code);

	const name = page.getByLabel('Name');
	const answers = page.getByLabel('Answers', { exact: true });
	await name.fill('Amina Gul');
	await page.reload();
	await expect(name).toHaveValue('Amina Gul');
	await name.press('Enter');
	await expect(answers).toBeFocused();
	await answers.fill(`${letters(1, 0)}C`);
	await expect(page.getByText('Question 2: there is no C, its letters end with B.')).toBeVisible();
	await answers.fill(`${letters(1, 0)}T[Durand][${letters(4, 0, 1)}]`);
	await expect(page.getByText('4 of 4 questions')).toBeVisible();
	await answers.press('Enter');
	await expect(page.getByText('Amina Gul is in the gradebook: 4 of 4.')).toBeVisible();
	await expect(name).toBeFocused();

	await page.getByRole('button', { name: 'Change the answers of Amina Gul' }).click();
	await answers.fill(`${letters(1, 1)}F-x`);
	await answers.press('Enter');
	await expect(page.getByText(/^Question 4: there is no X/)).toBeVisible();
	await answers.fill(`${letters(1, 1)}F+-`);
	await answers.press('Enter');
	await expect(page.getByText('Amina Gul is in the gradebook: 1 of 4.')).toBeVisible();
	await expect(page.getByRole('heading', { name: '1 paper typed in' })).toBeVisible();

	await page.goto(`class/results/?id=${id}`);
	await expect(page.getByRole('link').filter({ hasText: 'Amina Gul' })).toContainText('1 of 4');
});
