import type { PaperForms } from '../../src/lib/domain/blueprint';
import { paperOf, seedOfForm } from '../../src/lib/domain/assigned-paper';
import { giveAssignment, SET, storeGiven, type Given } from './class-given';
import { expect, test } from './fixtures';
import { LearnerScreen } from './learner-screen';
import { storedAttempts } from './quiz-screen';
import { OpenScreen } from './share-screen';

const RIGHT = { 'Which river': 'Indus', 'The line': 'True', Who: 'Durand', 'Which are': ['Sindh', 'Balochistan'] };
const WRONG = { 'Which river': 'Kunar', 'The line': 'False', Who: 'Curzon', 'Which are': ['Herat'] };
const ROW = { count: 2, topics: [], difficulties: [], types: [] };

/** Two of the four questions, drawn for each form or each sitting. */
function give(forms: PaperForms): Promise<Given> {
	return giveAssignment('For Monday', { forms, seed: 11, sections: [{ title: '', fixed: [], rows: [ROW] }] });
}

const stemsOf = (paper: readonly { readonly item: number }[]) =>
	paper.map(({ item }) => SET.items.find(({ number }) => number === item)?.stem ?? '');

test('forms A and B ask what they promise, and the gradebook marks each by its own paper', async ({
	page,
	newProfile
}) => {
	const given = await give('ab');
	await storeGiven(page, given);
	for (const [form, name, said] of [
		['A', 'Amina', RIGHT],
		['B', 'Bilal', WRONG]
	] as const) {
		const learner = new LearnerScreen(await (await newProfile()).newPage());
		await learner.open(given.assignment);
		await learner.page.getByRole('radio', { name: form, exact: true }).check({ force: true });
		await learner.start();
		const asked = await learner.take(said, 2);
		const paper = stemsOf(paperOf(given.assignment, SET.items, seedOfForm(given.assignment, form)));
		expect(paper.map((stem, index) => stem.startsWith(asked[index] ?? '?'))).toEqual([true, true]);
		await new OpenScreen(page).open(await learner.handIn(name));
		await expect(page.getByRole('heading', { name: `${name} is in the gradebook.` })).toBeVisible();
	}
	await page.getByRole('link', { name: 'See the results' }).click();
	await expect(page.getByRole('link', { name: /^Amina/ })).toContainText('2 of 2');
	await expect(page.getByRole('link', { name: /^Bilal/ })).toContainText('0 of 2');
	await expect(page.getByText(/another edition|a paper that/)).toHaveCount(0);
});

test('with one paper each every sitting draws its own, and all are marked rightly', async ({ page, newProfile }) => {
	const given = await give('each');
	await storeGiven(page, given);
	const learner = new LearnerScreen(await (await newProfile()).newPage());
	for (const [sitting, said] of [RIGHT, WRONG].entries()) {
		await learner.open(given.assignment);
		await learner.start();
		await learner.take(said, 2);
		const attempt = (await storedAttempts(learner.page)).at(-1);
		const { spec } = attempt as unknown as { spec: { seed: number } };
		expect(attempt?.paper).toEqual(paperOf(given.assignment, SET.items, spec.seed));
		const address = sitting === 0 ? await learner.handIn('Amina') : await learner.handIn('Amina');
		await new OpenScreen(page).open(address);
		await expect(page.getByRole('heading', { name: 'Amina is in the gradebook.' })).toBeVisible();
	}
	const seeds = (await storedAttempts(learner.page)).map(({ spec }) => (spec as unknown as { seed: number }).seed);
	expect(new Set(seeds).size).toBe(2);
	await page.getByRole('link', { name: 'See the results' }).click();
	await expect(page.getByRole('link', { name: /^Amina/ }).first()).toContainText('2 of 2');
	await expect(page.getByRole('link', { name: /^Amina, Sitting 2/ })).toContainText('0 of 2');
});
