import { expect, test } from './fixtures';
import { StudyScreen } from './study-screen';

test('the first card needs the questions alone; an answer names its sources once they have come', async ({ page }) => {
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
	let deliver = () => {};
	const delivery = new Promise<void>((resolve) => (deliver = resolve));
	await page.route('**/banks/*.register.json', async (route) => {
		await delivery;
		await route.continue();
	});
	const study = new StudyScreen(page);
	await study.open();
	await study.reveal.click();
	const note = page.locator('.note');
	await expect(note).toContainText(/as of \d/);
	await expect(note).not.toContainText('Sources:');
	await study.rating(3).click();
	await study.reveal.click();
	await expect(note).toContainText(/as of \d/);
	deliver();
	await expect(note).toContainText('Sources:');
	await expect(study.ratings).not.toHaveCount(0);
	expect(fetched.filter((name) => name.endsWith('.json'))).toEqual([
		'collision-course.questions.json',
		'collision-course.register.json'
	]);
});
